#!/usr/bin/env bash
# The ancestor's design (Django, JSON polling, SQLite): start.sh [workers]; prints gunicorn's PID.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! "$here/.venv/bin/python" -c 'import django, gunicorn' 2>/dev/null; then
  "${PYTHON:-python3}" -m venv "$here/.venv" >&2
  "$here/.venv/bin/python" -m pip install -q django gunicorn >&2
fi
mkdir -p "$here/run"
rm -f "$here/run"/seed.sqlite3*
cd "$here"
.venv/bin/python app.py migrate >&2
.venv/bin/python -m gunicorn -k sync -w "${1:-2}" -b 127.0.0.1:9300 --backlog 1024 --log-level warning \
  app:application >run/out.log 2>&1 &
echo $!
