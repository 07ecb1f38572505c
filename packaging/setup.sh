# Sourced by demo.sh and test.sh: everything the program needs on Debian (or Ubuntu), then a virtual environment.
# Afterwards $VENV holds the program and the libraries that the lock has which install_into_venv was given.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="${SSCVIEWER_VENV:-$ROOT/packaging/.venv}"

# What Qt loads at run time; the xcb ones are for a real window, the last ones are for the tests: a virtual screen, another SVG reader.
QT_LIBRARIES=(libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-xkb1)
SCREEN=(xvfb xauth librsvg2-bin)

apt_install() {
  command -v apt-get >/dev/null || return 0
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" \
      || dpkg-query -W -f '${Status}' "${package}t64" 2>/dev/null | grep -q "ok installed" \
      || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null; then as_root=(sudo); else
      echo "Please ask an administrator to run: apt-get install ${missing[*]}" >&2
      return 0
    fi
  fi
  echo "Installing system packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  echo "sscviewer is tested on Python 3.11 to 3.14, and none of them is here." >&2
  exit 1
}

install_into_venv() {
  local python pip
  apt_install "${QT_LIBRARIES[@]}"
  command -v python3 >/dev/null || apt_install python3
  python="$(find_python)"
  "$python" -c 'import ensurepip' 2>/dev/null || apt_install python3-venv
  [ -x "$VENV/bin/python" ] || "$python" -m venv "$VENV"
  echo "Installing sscviewer into $VENV"
  pip=("$VENV/bin/python" -m pip install --quiet --disable-pip-version-check)
  "${pip[@]}" --require-hashes --requirement "$ROOT/packaging/locks/$1"
  "${pip[@]}" --no-deps --no-build-isolation --editable "$ROOT"
}
