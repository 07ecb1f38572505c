#!/usr/bin/env bash
# Set everything up and open the demo trial (without a display: write its figures and report to a folder).
set -euo pipefail
source "$(dirname "$0")/setup.sh"
install_into_venv program.txt
cd "$HOME" # where the figures go when there is no display: not into the source folder
exec "$VENV/bin/sscviewer" demo
