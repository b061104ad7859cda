#!/usr/bin/env bash
# From a fresh clone to the sample county in the browser: builds, makes it once, serves it.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$ROOT/.ci/common.sh"

PORT=${PORT:-5080}
REST=()
while [ $# -gt 0 ]; do
    case "$1" in
        --port) PORT=${2:-}; shift 2 || shift ;;
        --port=*) PORT=${1#*=}; shift ;;
        -h|--help)
            say "用法：./run.sh [--port 端口] [greenprint demo 的其他选项]    例：./run.sh --port 8080" \
                "Usage: ./run.sh [--port PORT] [further options of greenprint demo]    Example: ./run.sh --port 8080"
            exit 0 ;;
        *) REST+=("$1"); shift ;;
    esac
done
case "$PORT" in
    ''|*[!0-9]*) say "端口“$PORT”不是数字。例：./run.sh --port 8080" "'$PORT' is no port. Example: ./run.sh --port 8080"; exit 2 ;;
esac

cd "$ROOT"
command -v git >/dev/null 2>&1 || say "提示：未找到 git，可以运行，但无法更新。" "Note: git is missing; the program runs, but cannot be updated."
TOOLS=($(missing_reading_tools))
# Tried once a checkout: without internet every further start would wait for it in vain.
[ ${#TOOLS[@]} = 0 ] || [ -f artifacts/apt.tried ] || { mkdir -p artifacts && touch artifacts/apt.tried && apt_install "${TOOLS[@]}"; } || say "扫描件和图片表格暂不能识别，其他功能不受影响。" "Scans and pictures of tables cannot be read for now; nothing else is affected."
ensure_app
exec dotnet "$ROOT/$APP/greenprint.dll" demo --urls "http://localhost:$PORT" ${REST[@]+"${REST[@]}"}
