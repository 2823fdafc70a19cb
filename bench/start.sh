#!/usr/bin/env bash
# Server start to first byte, resident memory when idle, and the size of the page's script.
# Usage: bench/start.sh PROGRAM
set -euo pipefail
program=$1
data=$(mktemp -d)
port=18473
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT

times=()
for _ in 1 2 3 4 5 6 7; do
  start=$(date +%s%N)
  "$program" serve --port $port --data "$data" >/dev/null 2>&1 &
  server=$!
  until exec 3<>"/dev/tcp/127.0.0.1/$port"; do sleep 0.002; done 2>/dev/null
  printf 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' $port >&3
  head -c 1 <&3 >/dev/null
  times+=($((($(date +%s%N) - start) / 1000000)))
  exec 3<&- 3>&-
  [ ${#times[@]} -lt 7 ] && { kill "$server"; wait "$server" 2>/dev/null || true; }
done
sorted=($(printf '%s\n' "${times[@]}" | sort -n))
echo "start: first byte after ${sorted[3]} ms (median of 7; ${sorted[0]} to ${sorted[6]})"
sleep 1
echo "idle: $(awk '/VmRSS/ {printf "%.1f", $2 / 1024}' "/proc/$server/status") MB resident"
web="$(dirname "$program")/web"
shared=($(grep -o 'part-[A-Z0-9]*\.js' "$web/index.html"))
echo "page: scripts $(cat "$web/app.js" "${shared[@]/#/$web/}" | gzip -9c | wc -c) bytes gzip"
