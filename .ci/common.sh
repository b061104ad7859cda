# What greenprint, run.sh and test.sh share. Sourced, never run.
# Messages go to standard error, in Chinese or English by LC_ALL / LANG (as the program itself does it).

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1   # a script leaves no build server behind

case "${LC_ALL:-${LANG:-}}" in en*) SPEAK=en ;; *) SPEAK=zh ;; esac

say() { if [ "$SPEAK" = en ]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi; }
die() { say "$1" "$2"; exit 1; }

# The folders and files that make the program. data/ travels with it.
SOURCES=(src data Directory.Build.props Directory.Build.targets Directory.Packages.props NuGet.config global.json BannedSymbols.txt .editorconfig)

# Everything in SOURCES but what building puts there.
find_sources() { find "${SOURCES[@]}" \( -name node_modules -o -path '*/wwwroot/dist' \) -prune -o "$@"; }

need_sdk() {
    command -v dotnet >/dev/null 2>&1 || die \
        "缺少 .NET 10 SDK：请从 https://dotnet.microsoft.com/download/dotnet/10.0 安装（Debian/Ubuntu 也可用 apt），并确认命令 dotnet 在 PATH 中，然后重试。" \
        "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 (or by apt), see that 'dotnet' is on the PATH, and try again."
    local version
    version=$(cd "$ROOT" && dotnet --version 2>/dev/null) || version=$(dotnet --list-sdks 2>/dev/null | tail -1)
    case "$version" in
        1[0-9].*) ;;
        *) die "需要 .NET 10 SDK（global.json），现有：${version:-无}。请安装后重试：https://dotnet.microsoft.com/download/dotnet/10.0" \
               "The .NET 10 SDK is needed (global.json); found: ${version:-none}. Install it and try again: https://dotnet.microsoft.com/download/dotnet/10.0" ;;
    esac
}

need_node() {
    { command -v node && command -v npm; } >/dev/null 2>&1 || die \
        "缺少 Node.js 20 或更高版本（含 npm，用于构建前端资源）：请从 https://nodejs.org 安装后重试。" \
        "Node.js 20 or later with npm is missing (it builds the front-end bundle): install it from https://nodejs.org and try again."
    local version
    version=$(node --version 2>/dev/null)
    [ "$(printf '%s' "${version#v}" | cut -d. -f1)" -ge 20 ] 2>/dev/null || die \
        "Node.js ${version} 太旧，需要 20 或更高版本：请从 https://nodejs.org 升级后重试。" \
        "Node.js ${version} is too old; 20 or later is needed: upgrade it from https://nodejs.org and try again."
}

# The packages that read pictures of pages and are not here yet.
missing_reading_tools() {
    command -v pdftoppm >/dev/null 2>&1 || printf 'poppler-utils '
    [ -d /usr/share/poppler ] || printf 'poppler-data '   # without it a page whose Chinese font is only named, not held, is drawn empty
    command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx chi_sim || printf 'tesseract-ocr tesseract-ocr-chi-sim '
}

# Installs Debian packages where that is allowed; says so and fails where it is not. The program runs without any of them.
apt_install() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "缺少 $*，且不是 root 或没有 apt。安装：sudo apt-get install $*" "$* missing, and not root or no apt here. To install: sudo apt-get install $*"
        return 1
    fi
    mkdir -p artifacts
    local try
    for try in 1 2 3; do
        if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } > artifacts/apt.log 2>&1; then
            return 0
        fi
        [ "$try" = 3 ] || sleep $((try * 3))
    done
    say "安装 $* 未成功（artifacts/apt.log）。" "Could not install $* (artifacts/apt.log)."
    return 1
}

# Sets APP to the folder of the program built from the sources as they are now; builds it first when they changed.
# Each version has a folder of its own, so a running server keeps the files it was started from.
ensure_app() {
    local apps=artifacts/app current stamp hash
    stamp=$apps/current
    if [ -f "$stamp" ] && APP=$(cat "$stamp") && [ -f "$APP/greenprint.dll" ] && [ -z "$(find_sources -newer "$stamp" -print -quit)" ]; then
        return
    fi

    need_sdk
    need_node
    mkdir -p "$apps"
    exec 9>"$apps/lock"
    if command -v flock >/dev/null 2>&1; then
        flock -n 9 || { say "另一个命令正在构建，等待其完成……" "Another command is building; waiting for it…"; flock 9; }
    fi

    current=$(mktemp "$apps/.current.XXXXXX")   # older than any change made while we build
    hash=$(find_sources -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
    APP=$apps/$hash
    if [ ! -f "$APP/greenprint.dll" ]; then
        build_app "$APP"
    fi

    printf '%s\n' "$APP" > "$current.name"
    touch -r "$current" "$current.name"
    mv -f "$current.name" "$stamp"
    rm -f "$current"
    exec 9>&-
    forget_old_apps "$apps"
}

build_app() {
    local work=$1.building log=artifacts/build.log began=$SECONDS job
    say "正在构建绿图（首次约需几分钟）……" "Building Greenprint (some minutes the first time)…"
    rm -rf "$work"
    dotnet publish src/Greenprint.Server -c Release -o "$work" -p:ContinuousIntegrationBuild=true -v quiet -clp:NoSummary > "$log" 2>&1 9>&- &
    job=$!
    while kill -0 "$job" 2>/dev/null; do
        [ -t 2 ] && printf '\r  … %ss ' "$((SECONDS - began))" >&2
        sleep 1
    done
    [ -t 2 ] && printf '\r\033[K' >&2
    if ! wait "$job"; then
        grep -E ': error|error [A-Z]+[0-9]+|^MSBUILD' "$log" | sort -u | head -20 >&2
        die "构建失败，详情见 $log。若无法连接 nuget.org 或 npm，请检查网络或代理后重试。" \
            "The build failed; the whole log is in $log. If nuget.org or npm cannot be reached, check the network or proxy and try again."
    fi
    precompile "$work" >> "$log" 2>&1 9>&- || true   # so that no failing step of it ends the script
    rm -rf "$1"
    mv "$work" "$1"
    say "构建完成（$((SECONDS - began)) 秒）。" "Built in $((SECONDS - began)) s."
}

# Compiles ahead of time what every verb runs, which halves what a start costs (docs/benchmarks.md). Where the compiler is not to be had, or fails on a file,
# that file stays as it is: the program does the same, only later. Always succeeds.
precompile() {
    local folder=$1 machine version compiler line name references=() TIMEOUT=()
    command -v timeout >/dev/null 2>&1 && TIMEOUT=(timeout 120)
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) machine=linux-x64 ;;
        Linux-aarch64) machine=linux-arm64 ;;
        *) return 0 ;;
    esac
    [ ! -f /etc/alpine-release ] || return 0
    ${TIMEOUT[@]+"${TIMEOUT[@]}"} dotnet restore .ci/precompile.csproj -p:Machine="$machine" -v quiet || return 0
    version=$(sed -n 's/.*Version="\[\(.*\)\]".*/\1/p' .ci/precompile.csproj)
    compiler=${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.netcore.app.crossgen2.$machine/$version/tools/crossgen2
    [ -x "$compiler" ] || return 0
    for name in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        line=$(dotnet --list-runtimes | grep "^$name 10\." | tail -1)
        [ -n "$line" ] || return 0
        references+=(-r "$(printf '%s' "$line" | sed 's/^[^ ]* \([^ ]*\) \[\(.*\)\]$/\2\/\1/')/*.dll")
    done
    (
        cd "$folder" || exit 0
        ls greenprint.dll Greenprint.*.dll Microsoft.EntityFrameworkCore*.dll Microsoft.Data.Sqlite.dll SQLitePCLRaw*.dll EFCore.*.dll Sep.dll System.CommandLine.dll Serilog*.dll UglyToad.PdfPig*.dll 2>/dev/null \
            | grep -v '\.Design\.dll$' \
            | xargs -P 2 -I{} sh -c '
                file=$1; shift
                if "$@" "$file" -o "$file.ready" > /dev/null; then mv -f "$file.ready" "$file"; else rm -f "$file.ready"; fi' \
                sh {} "$compiler" "${references[@]}" -r "$PWD/*.dll" --targetos linux --targetarch "${machine#linux-}" -O
    )
    return 0
}

# Keeps the three newest versions and every one that a process still runs from.
forget_old_apps() {
    local folder
    command -v pgrep >/dev/null 2>&1 || return 0
    ls -1dt "$1"/*/ 2>/dev/null | tail -n +4 | while read -r folder; do
        pgrep -f "${folder%/}/greenprint.dll" >/dev/null 2>&1 || rm -rf "$folder"
    done
}
