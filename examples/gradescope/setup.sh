#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the container: it installs the
# newest Python of the image (3.11 or later is needed) and the wheel beside this file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
apt-get update -qq
python=$(apt-cache search --names-only '^python3\.1[1-9]$' | cut -d' ' -f1 | sort -V | tail -n 1)
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$python" "$python-venv"
"$python" -m venv "$root/venv"
"$root/venv/bin/pip" install --constraint "$here/constraints.txt" "$here"/autograder-*.whl
