#!/usr/bin/env bash
# Claims of all papers in a folder, three questions to them, one chart: ./run.sh FOLDER [RESULTS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?'usage: ./run.sh FOLDER [RESULTS]'}
results=${2:-results}
cli=${INTERPHASE:-$here/../../dist/cli.cjs}

command -v parallel >/dev/null || { echo 'GNU parallel was not found: apt install parallel' >&2; exit 1; }
[ -e "$cli" ] || { echo "$cli was not found: npm run build" >&2; exit 1; }
[ -d "$here/node_modules" ] || npm --prefix "$here" ci

mkdir -p "$results"
# One document a line; each process reads its lines one by one, so that memory does not grow with the folder.
node "$here/documents.mjs" "$folder" |
  parallel --pipe --block 1M --line-buffer node "$cli" claims --jsonl >"$results/claims.jsonl"
node "$here/ask.mjs" "$results/claims.jsonl" "$results"
