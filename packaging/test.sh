#!/usr/bin/env bash
# Set everything up and run every check: style, types, import walls, tests, tests in a real window.
set -euo pipefail
source "$(dirname "$0")/setup.sh"
apt_install "${SCREEN[@]}"
install_into_venv tests.txt
cd "$ROOT"
# Compiled once for all the processes that the tests start, and outside the tree.
export PYTHONPYCACHEPREFIX="$VENV/bytecode"
export RUFF_NO_CACHE=true LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
"$VENV/bin/ruff" check sscviewer tests resources packaging
"$VENV/bin/ruff" format --check sscviewer tests resources packaging
"$VENV/bin/mypy" --cache-dir="$(mktemp -d)"
"$VENV/bin/lint-imports" --no-cache
QT_QPA_PLATFORM=offscreen "$VENV/bin/pytest" --numprocesses auto --dist worksteal -m "not window" "$@"
QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1200x24" "$VENV/bin/pytest" -m window
