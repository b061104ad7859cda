#!/usr/bin/env bash
# The AQI of a million station-hours from CSV to CSV, whole processes, beside pandas doing the same.
# Usage: benchmarks/air-index/run.sh [REPEATS] [ROWS]      (default 5 and 1000000; see docs/benchmarks.md)
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

if ! /usr/bin/python3 -c 'import pandas' 2>/dev/null; then
    echo "The peer is not installed: apt-get install python3-pandas" >&2
    exit 1
fi
PROGRAM=${GREENPRINT_PROGRAM:-$("$HERE/../../greenprint" --build-only | tail -1)/greenprint.dll}
exec /usr/bin/python3 "$HERE/bench.py" "$PROGRAM" "${1:-5}" "${2:-1000000}"
