#!/usr/bin/env bash
# The golden talks' supporter turns with clients worded by a real language model: how many turns it
# worded, and what its words were refused for or what came between. Usage:
# bench/real_model.sh NAME OUT [CLIENT...]; NAME as in the settings (docs/formats/llm.md). The talks lie in
# OUT afterwards, for people to read.
set -euo pipefail
name=$1 out=$(realpath -m "$2")
shift 2
cd "$(dirname "$0")/.."
clients=("$@")
[ ${#clients[@]} -gt 0 ] || clients=($(ls -d tests/golden/*/ | xargs -n 1 basename))
for client in "${clients[@]}"; do
  mkdir -p "$out/$client"
  for talk in tests/golden/"$client"/*.txt; do
    saved=$out/$client/$(basename "$talk" .txt)
    rm -f "$saved.jsonl"
    sed -n 's/^S: //p' "$talk" |
      build/release/attune chat "$client" --seed "$(sed -n 's/^# seed //p' "$talk")" --model "$name" \
        --save "$saved.jsonl" >"$saved.txt"
  done
done
worded=$(grep -rhoE '"worded":\{[^}]*\}' --include='*.jsonl' "$out")
echo "$(grep -c . <<<"$worded") turns, $(grep -c '"by":"model"' <<<"$worded" || true) worded by the model"
echo "refused for:"
grep -oE '"faults":\[[^]]*\]' <<<"$worded" | grep -oE '"[a-z_]+"' | sed '/faults/d' | sort | uniq -c | sort -rn
echo "came between:"
grep -oE '"trouble":"[a-z_]+"' <<<"$worded" | sort | uniq -c | sort -rn
