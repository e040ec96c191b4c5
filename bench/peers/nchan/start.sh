#!/usr/bin/env bash
# nginx with nchan: start.sh [workers]; prints the master's PID.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
run=$here/run
"$here/../apt.sh" /usr/lib/nginx/modules/ngx_nchan_module.so nginx libnginx-mod-nchan
ulimit -n "$(ulimit -Hn)"
mkdir -p "$run"
sed "s|@RUN@|$run|g; s|@WORKERS@|${1:-1}|" "$here/nginx.conf" >"$run/nginx.conf"
nginx -p "$run" -c "$run/nginx.conf" >"$run/out.log" 2>&1 &
echo $!
