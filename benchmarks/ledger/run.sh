#!/usr/bin/env bash
# The pages of a plan of 60 indicators, 400 tasks, 5 years and 40 units, and a workbook of 5,000 rows from upload to stored, on SQLite and on PostgreSQL.
# Usage: benchmarks/ledger/run.sh [REQUESTS]      (default 40 of each page; PostgreSQL is left out where it is not installed)
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

PROGRAM=${GREENPRINT_PROGRAM:-$("$HERE/../../greenprint" --build-only | tail -1)/greenprint.dll}
exec /usr/bin/python3 "$HERE/bench.py" "$PROGRAM" "${1:-40}"
