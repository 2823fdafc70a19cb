#!/usr/bin/env bash
# Every figure of the reader, from the public data: trains each head anew (the figures in its card are
# held out), compares the weights with models/, measures what no head was trained on, and sets speed
# and accuracy beside fastText on the same rows. Usage: bench/reading.sh DIR [HEAD...]
# The head spelling needs the packages wamerican and wbritish.
# docs/models/reading.md sets the published numbers beside them.
set -euo pipefail
data=$(realpath "$1")
shift
cd "$(dirname "$0")/.."
bin=build/release
heads=("$@")
[ ${#heads[@]} -gt 0 ] || heads=(spelling emotion fine valence arousal skills talk risk empathy)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cp models/{emotion,fine,words,spelling}.* "$out" # what other heads rest on

for head in "${heads[@]}"; do
  echo "== $head"
  $bin/attune train "$head" --from "$data" --out "$out/$head.bin" 2>"$out/progress" ||
    { cat "$out/progress" >&2; exit 1; }
  cmp -s "$out/$head.bin" "models/$head.bin" && echo "weights: equal to models/$head.bin" ||
    echo "weights: NOT those of models/$head.bin"
done
echo "== never trained on, and minimal pairs"
$bin/bench/measures --data "$data"
$bin/bench/coaching --data "$data"
echo "== speed, one core"
$bin/bench/reading --data "$data" 2>/dev/null | grep BM_

if ! command -v fasttext >/dev/null; then
  echo "fastText: skipped; install Debian's package fasttext"
  exit 0
fi
echo "== beside fastText: the top of seven emotions, a hit is any gold label"
# Ekman's groups by GoEmotions' label numbers, as ekman.json has them.
rows() {
  awk -F'\t' '
    BEGIN {
      split("2 3 10", g1, " "); split("11", g2, " "); split("14 19", g3, " ")
      split("17 1 4 13 15 18 20 0 8 21 23 5", g4, " "); split("25 9 12 24 16", g5, " ")
      split("26 22 6 7", g6, " "); split("27", g7, " ")
      for (i in g1) m[g1[i]] = 1; for (i in g2) m[g2[i]] = 2; for (i in g3) m[g3[i]] = 3
      for (i in g4) m[g4[i]] = 4; for (i in g5) m[g5[i]] = 5; for (i in g6) m[g6[i]] = 6
      for (i in g7) m[g7[i]] = 7
    }
    {
      n = split($2, l, ","); s = ""; delete seen
      for (i = 1; i <= n; ++i)
        if (!seen[m[l[i]]]++) s = s "__label__" m[l[i]] " "
      text = tolower($1); gsub(/[^a-z0-9'\'' ]/, " & ", text); print s text
    }'
}
zcat "$data/goemotions/train.tsv.gz" | rows >"$out/train.txt"
rows <"$data/goemotions/dev.tsv" >"$out/dev.txt"
fasttext supervised -input "$out/train.txt" -output "$out/ft" -epoch 10 -lr 0.3 -dim 50 \
  -wordNgrams 2 -minn 3 -maxn 5 -bucket 200000 -thread 2 >/dev/null 2>&1
echo "fastText: precision of the top label $(fasttext test "$out/ft.bin" "$out/dev.txt" 1 | awk '/P@1/ {print $2}'), model $(stat -c %s "$out/ft.bin") bytes"
count=$(wc -l <"$out/dev.txt")
for _ in $(seq 20); do cat "$out/dev.txt"; done >"$out/many.txt"
awk '{gsub(/__label__[0-9]+ /, ""); gsub(/["\\]/, " "); printf "{\"id\":%d,\"speaker\":\"client\",\"text\":\"%s\"}\n", NR, $0}' \
  "$out/many.txt" >"$out/many.jsonl"
seconds() {
  local start
  start=$(date +%s.%N)
  "$@" >/dev/null
  awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN {print b - a}'
}
theirs=$(seconds fasttext predict "$out/ft.bin" "$out/many.txt")
ours=$(seconds taskset -c 0 sh -c "$bin/attune read <$out/many.jsonl")
awk -v n=$((20 * count)) -v a="$theirs" -v b="$ours" 'BEGIN {
  printf "fastText: %.0f comments/s, one head, its start included\n", n / a
  printf "attune read: %.0f comments/s, every head of a client turn with its words, JSON in and out, its start included (%.2f of fastText)\n", n / b, a / b }'
