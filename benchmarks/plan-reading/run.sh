#!/usr/bin/env bash
# A plan of 104 pages, and six plans, from PDF to what they mean, whole processes on one core, beside pdftotext -layout (text only).
# Usage: benchmarks/plan-reading/run.sh [REPEATS]      (default 5; needs poppler-utils and the real plans beside the checkout)
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

for tool in pdftotext pdfunite; do
    command -v "$tool" >/dev/null 2>&1 || { echo "The peer is not installed: apt-get install poppler-utils" >&2; exit 1; }
done
PROGRAM=${GREENPRINT_PROGRAM:-$("$HERE/../../greenprint" --build-only | tail -1)/greenprint.dll}
exec /usr/bin/python3 "$HERE/bench.py" "$PROGRAM" "${1:-5}"
