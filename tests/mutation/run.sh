#!/usr/bin/env bash
# Mutation testing of the rules of air and water, on demand (some 20 to 60 minutes on 2 quiet cores). Breaks each rule in turn and sees whether a test notices.
# Usage: tests/mutation/run.sh [GLOB…]     default '**/Air/**' '**/Water/**' of src/Greenprint.Standards; ends with the score, and names every survivor.
# Exit 1 when fewer than 90 % were noticed.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$ROOT"
OUT=$ROOT/artifacts/mutation
[ $# -gt 0 ] || set -- '**/Air/**/*.cs' '**/Water/**/*.cs'
GLOBS=()
for glob in "$@"; do GLOBS+=(--mutate "$glob"); done

dotnet tool restore -v quiet
rm -rf "$OUT"
export GREENPRINT_LAWS_PERCENT=${GREENPRINT_LAWS_PERCENT:-10} CsCheck_Iter=${CsCheck_Iter:-30} CsCheck_Threads=1   # a broken rule is seen in few tries
cd tests/Greenprint.Standards.Tests
dotnet tool run dotnet-stryker -- --config-file "$ROOT/tests/mutation/stryker-config.json" --output "$OUT" --concurrency "$(nproc)" --skip-version-check "${GLOBS[@]}"
node "$ROOT/tests/mutation/report.mjs" "$OUT/reports/mutation-report.json"
