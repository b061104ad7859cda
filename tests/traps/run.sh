#!/usr/bin/env bash
# Breaks, one after the other, the line of ours that guards against each trap of docs/traps.md, and shows that a test turns red. On demand: some 15 minutes.
# Usage: tests/traps/run.sh [T1 T26 …]     default: every trap. Ends with the count; exit 1 when a broken line is not noticed.
# Works on a copy of HEAD under artifacts/traps: what you are editing is not touched.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
TREE=$ROOT/artifacts/traps
case "${1:-}" in -h|--help) sed -n '2,4s/^# *//p' "$0"; exit 0 ;; esac

git -C "$ROOT" worktree prune
if [ -e "$TREE/.git" ]; then git -C "$TREE" checkout --quiet --force --detach "$(git -C "$ROOT" rev-parse HEAD)"
else git -C "$ROOT" worktree add --quiet --detach "$TREE" HEAD; fi
cd "$TREE"

build() { dotnet build "tests/Greenprint.$1.Tests" -c Release -v quiet -clp:ErrorsOnly -p:RunAnalyzersDuringBuild=false -p:TreatWarningsAsErrors=false >&2; }
tests() { "artifacts/bin/Greenprint.$1.Tests/release/Greenprint.$1.Tests" --no-ansi --progress off --filter-method "*.$2"; }

chosen() { [ "$1" != trap ] && { [ ${#ASKED[@]} -eq 0 ] || [[ " ${ASKED[*]} " == *" $1 "* ]]; }; }
say() { printf '%-4s %s\n' "$1" "$2"; }

# Green first: a test that is red anyway shows nothing.
ASKED=("$@") NOTICED=0 MISSED=() BUILT=" " RED=" "
while IFS=$'\t' read -r trap project name _; do
    chosen "$trap" || continue
    case "$BUILT" in *" $project "*) ;; *) build "$project"; BUILT+="$project " ;; esac
    tests "$project" "$name" > artifacts/trap.log 2>&1 || { say "$trap" "$name is red before anything is broken"; tail -20 artifacts/trap.log >&2; RED+="$trap "; }
done < tests/traps/breaks.tsv

while IFS=$'\t' read -r trap project name file line broken; do
    chosen "$trap" || continue
    [[ "$RED" != *" $trap "* ]] || { MISSED+=("$trap"); continue; }
    LINE=$line BROKEN=$broken node -e '
        const fs = require("fs"), file = process.argv[1], text = fs.readFileSync(file, "utf8");
        if (text.split(process.env.LINE).length !== 2) { console.error(`${file}: the line does not stand there exactly once`); process.exit(1); }
        fs.writeFileSync(file, text.replace(process.env.LINE, () => process.env.BROKEN));' "$file"
    if ! build "$project"; then
        say "$trap" "the broken line does not compile"; MISSED+=("$trap")
    else
        # 2 is "some failed"; anything else is no answer.
        status=0; tests "$project" "$name" > artifacts/trap.log 2>&1 || status=$?
        if [ "$status" = 2 ] && grep -q "^failed .*$name" artifacts/trap.log; then
            say "$trap" "red: $name"
            grep -m1 -A3 '^failed ' artifacts/trap.log | sed '1d; s/^ */       /' | head -2
            NOTICED=$((NOTICED + 1))
        else
            say "$trap" "NOT NOTICED ($status): $name"; MISSED+=("$trap")
        fi
    fi
    git checkout --quiet -- "$file"
    touch "$file"
done < <(git show HEAD:tests/traps/breaks.tsv)
echo "$NOTICED broken lines noticed, ${#MISSED[@]} not: ${MISSED[*]:-none}"
[ ${#MISSED[@]} -eq 0 ]
