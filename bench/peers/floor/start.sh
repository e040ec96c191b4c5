#!/usr/bin/env bash
# floor: start.sh [epoll|uring]; prints the server's PID.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
harness=$here/../../harness
bin=$harness/target/release/floor
[ -x "$bin" ] || (cd "$harness" && nice -n 10 cargo build --release --locked >&2)
ulimit -n "$(ulimit -Hn)"
mkdir -p "$here/run"
case "${1:-epoll}" in
  epoll) "$bin" --port 9100 >"$here/run/epoll.log" 2>&1 & ;;
  uring) "$bin" --port 9101 --uring >"$here/run/uring.log" 2>&1 & ;;
esac
echo $!
