#!/usr/bin/env bash
# socket.io on Node.js; prints node's PID.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
[ -d node_modules/socket.io ] || npm install --no-audit --no-fund --loglevel=error >&2
ulimit -n "$(ulimit -Hn)"
mkdir -p run
NODE_ENV=production node server.js >run/out.log 2>&1 &
echo $!
