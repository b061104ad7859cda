#!/usr/bin/env bash
# All tests. The last line counts: N passed, N failed, N skipped. Exit 0 only when some ran and none failed.
#   ./test.sh            everything but the long ones
#   ./test.sh --full     the long ones too, and the whole of dotnet format
#   ./test.sh FILTER     a project (Planning) or part of a test's name (value_at_the_limit)
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$ROOT/.ci/common.sh"
cd "$ROOT"

FULL=0 FILTER=
for argument in "$@"; do
    case "$argument" in
        --full) FULL=1 ;;
        -h|--help) sed -n '2,5s/^# *//p' "$0"; exit 0 ;;
        -*) say "未知选项 $argument" "Unknown option $argument"; exit 2 ;;
        *) FILTER=$argument ;;
    esac
done

STARTED=$SECONDS
step() { printf '== %s (%ss)\n' "$1" "$((SECONDS - STARTED))" >&2; }
stop() { say "$1" "$2"; printf '0 passed, 1 failed, 0 skipped\n'; exit 1; }

install_packages() {
    local missing=()
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing+=(chromium)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
    fc-list 2>/dev/null | grep -ci 'noto.*cjk' > /dev/null || missing+=(fonts-noto-cjk)
    missing+=($(missing_reading_tools))
    install_for_tests "${missing[@]}"

    # Prints the generated plans of the long tests. On its own, so that the others are there when it is not to be had.
    [ "$FULL" = 0 ] || command -v soffice >/dev/null 2>&1 || install_for_tests libreoffice-writer-nogui
}

install_for_tests() {
    [ $# -gt 0 ] || return 0
    step "apt-get install $*"
    apt_install "$@" || say "需要 $* 的测试将跳过。" "Tests that need $* are skipped."
}

mkdir -p artifacts
need_sdk
need_node
install_packages

step "restore"
dotnet restore Greenprint.slnx --locked-mode -v quiet -clp:NoSummary >&2 || stop "还原失败：包与 packages.lock.json 不符或网络不通。" "Restore failed: packages differ from packages.lock.json, or no network."
step "build"
# One compiler for all projects: each of its own would compile the analyzers anew.
dotnet build Greenprint.slnx -c Release --no-restore -v quiet -clp:NoSummary -p:ContinuousIntegrationBuild=true -p:UseSharedCompilation=true >&2 || stop "构建失败。" "The build failed."
step "format"
if [ "$FULL" = 1 ]; then
    dotnet format Greenprint.slnx --no-restore --verify-no-changes >&2 || stop "代码格式不合：请运行 dotnet format。" "The format is off: run dotnet format."
else
    dotnet format whitespace . --folder --verify-no-changes --exclude artifacts --exclude src/Greenprint.Ui/Client/node_modules >&2 || stop "代码格式不合：请运行 dotnet format。" "The format is off: run dotnet format."
fi
step "program"
GREENPRINT_APP=$(./greenprint --build-only) || stop "程序构建失败。" "The program could not be built."
export GREENPRINT_APP

# Pure projects first: what breaks there explains what breaks later.
ORDER=(Quantities Standards Documents PlanText Platform Ui Planning Monitoring Indicators Delivery Portal Architecture Server EndToEnd)
PROJECTS=()
for name in "${ORDER[@]}"; do [ -d "tests/Greenprint.$name.Tests" ] && PROJECTS+=("$name"); done
for folder in tests/*.Tests; do
    name=${folder#tests/Greenprint.}; name=${name%.Tests}
    case " ${ORDER[*]} " in *" $name "*) ;; *) PROJECTS+=("$name") ;; esac
done
for name in "${PROJECTS[@]}"; do
    if [ "$FILTER" = "$name" ]; then PROJECTS=("$name"); FILTER=; break; fi
done

OPTIONS=(--no-ansi --progress off)
[ "$FULL" = 1 ] || OPTIONS+=(--filter-not-trait Length=Long)
[ -z "$FILTER" ] || OPTIONS+=(--filter-method "*$FILTER*")

# The runner's own summary, at the end of what it prints.
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\) *$/\1/p" "$2" | tail -1; }
REPORTS=$ROOT/artifacts/test-reports
rm -rf "$REPORTS"
mkdir -p "$REPORTS"
PASSED=0 FAILED=0 SKIPPED=0

# A store waits for the disk at each commit. Where memory serves as one (4 GB free), tests of stores need not wait: what they kill is a process, not the machine.
# The program itself is tested on the real disk.
MEMORY=
if [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 4000000 ]; then
    MEMORY=$(mktemp -d /dev/shm/greenprint-XXXXXX)
    trap 'rm -rf "$MEMORY"' EXIT
fi
folder_for() { case "$1" in Server|EndToEnd) printf '%s' "${TMPDIR:-/tmp}" ;; *) printf '%s' "${MEMORY:-${TMPDIR:-/tmp}}" ;; esac; }

for name in "${PROJECTS[@]}"; do
    step "$name"
    log=$REPORTS/$name.log
    TMPDIR=$(folder_for "$name") "artifacts/bin/Greenprint.$name.Tests/release/Greenprint.$name.Tests" "${OPTIONS[@]}" > "$log" 2>&1
    code=$?
    passed=$(count succeeded "$log") failed=$(count failed "$log") skipped=$(count skipped "$log")
    failed=${failed:-0}
    PASSED=$((PASSED + ${passed:-0})) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + ${skipped:-0}))
    # 8 = no test ran, which a filter explains. Any other fault without a failed test is one itself: a crash, a hang, a missing file.
    if [ "$code" != 0 ] && [ "$code" != 8 ] && [ "$failed" = 0 ]; then
        FAILED=$((FAILED + 1))
        failed=1
    fi
    if [ "$failed" != 0 ]; then
        cat "$log"
    fi
done

step "done"
printf '%s passed, %s failed, %s skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
[ "$FAILED" = 0 ] && [ "$PASSED" -gt 0 ]
