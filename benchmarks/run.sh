#!/usr/bin/env bash
# One honest bench: the four Beijing files from CSV to stored readings, and the city's year from them, beside pandas doing the same.
# Usage: benchmarks/run.sh [REPEATS]      (default 5; the real files must stand beside the checkout, see docs/benchmarks.md)
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

if ! /usr/bin/python3 -c 'import pandas' 2>/dev/null; then
    echo "The peer is not installed: apt-get install python3-pandas" >&2
    exit 1
fi
PROGRAM=${GREENPRINT_PROGRAM:-$("$ROOT/greenprint" --build-only | tail -1)/greenprint.dll}
exec /usr/bin/python3 "$ROOT/benchmarks/bench.py" "$PROGRAM" "${1:-5}"
