#!/usr/bin/env bash
# Write locks/ anew: the newest releases that the ranges in pyproject.toml allow, with the hashes of all their files, so
# that pip takes on any machine what was tested and nothing else. One file serves every Python from 3.11 on: a line says
# for which Python or system it is where they differ. program.txt is what demo.sh needs, tests.txt adds what test.sh needs,
# build.txt what build.py needs.
set -euo pipefail
cd "$(dirname "$0")/.."
tools="$(mktemp -d)"
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv

lock() { # name, further arguments; what builds the program is locked with it
  local name="$1"
  shift
  printf '%s\n' hatchling editables | "$tools/bin/uv" pip compile pyproject.toml - "$@" --universal --python-version 3.11 --upgrade \
    --generate-hashes --no-build --no-header --no-annotate --quiet --no-progress >"$tools/$name"
  { echo "# Made by packaging/lock.sh: do not edit." && cat "$tools/$name"; } >"packaging/locks/$name"
}

lock program.txt
lock tests.txt --extra dev --constraint packaging/locks/program.txt
lock build.txt --extra package --constraint packaging/locks/program.txt
