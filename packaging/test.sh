#!/usr/bin/env bash
# Set everything up and run every check: style, types, import walls, tests, tests in a real window.
set -euo pipefail
source "$(dirname "$0")/setup.sh"
apt_install "${QT_LIBRARIES[@]}" "${SCREEN[@]}"
# Compiled once, as it is installed, for all the processes that the tests start, and outside the tree; where
# the caller keeps no bytecode, each of those processes would compile the whole program anew: a second of each.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX="$VENV/bytecode"
install_into_venv tests.txt
cd "$ROOT"
export RUFF_NO_CACHE=true LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
"$VENV/bin/ruff" check sscviewer tests resources packaging
"$VENV/bin/ruff" format --check sscviewer tests resources packaging
"$VENV/bin/lint-imports" --no-cache
# The types and the tests in a real window take one core each: beside each other, and both must be clean.
trap wait EXIT
"$VENV/bin/mypy" --cache-dir="$(mktemp -d)" &
types=$!
mapfile -t in_a_window < <(grep -rl "mark.window" tests --include="*.py")
QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1200x24" "$VENV/bin/pytest" -m window "${in_a_window[@]}"
wait "$types"
QT_QPA_PLATFORM=offscreen "$VENV/bin/pytest" --numprocesses auto --dist worksteal -m "not window" "$@"
