#!/usr/bin/env bash
# bench/validity with no talk read by a head that saw it: AnnoMI's talks in five parts of equal share of
# high and low quality, each read by a skills head trained on the other four. Usage:
# bench/validity_folds.sh DIR [FOLDS]
set -euo pipefail
data=$(realpath "$1")
folds=${2:-5}
cd "$(dirname "$0")/.."
bin=build/release
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Lines of the talks in the list `$1` (or, with `$2` 1, of all others) of a table on standard input;
# `$3` and `$4` say in which columns the talk's number and its quality stand. A record may run on over a
# line's end.
of_talks() {
  awk -F, -v others="$2" -v talk="$3" -v quality="$4" '
    NR == FNR { listed[$1]; next }
    FNR == 1 { print; next }
    $quality ~ /^(high|low)$/ { keep = ($talk in listed) != others }
    keep' "$1" -
}

pairs=()
for ((fold = 0; fold < folds; ++fold)); do
  mkdir -p "$out/$fold/rest/annomi" "$out/$fold/held/annomi" "$out/$fold/models"
  for corpus in "$data"/*/; do
    [ "$(basename "$corpus")" = annomi ] || ln -s "$corpus" "$out/$fold/rest/"
  done
  awk -F, -v fold="$fold" -v folds="$folds" '
    $2 ~ /^(high|low)$/ && !($1 in seen) { seen[$1]; if (count[$2]++ % folds == fold) print $1 }' \
    "$data/annomi/annomi-simple.csv" >"$out/$fold/talks"
  simple=annomi/annomi-simple.csv full=annomi/annomi-full.csv.gz
  of_talks "$out/$fold/talks" 0 1 2 <"$data/$simple" >"$out/$fold/held/$simple"
  of_talks "$out/$fold/talks" 1 1 2 <"$data/$simple" >"$out/$fold/rest/$simple"
  gzip -cd "$data/$full" | of_talks "$out/$fold/talks" 1 2 1 | gzip >"$out/$fold/rest/$full"
  cp models/* "$out/$fold/models"
  echo "training on all but part $((fold + 1)) of $folds" >&2
  $bin/attune train skills --from "$out/$fold/rest" --out "$out/$fold/models/skills.bin" \
    >"$out/report" 2>&1 || { cat "$out/report" >&2; exit 1; }
  pairs+=(--data "$out/$fold/held" --models "$out/$fold/models")
done
$bin/bench/validity "${pairs[@]}"
