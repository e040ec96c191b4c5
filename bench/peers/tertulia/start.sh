#!/usr/bin/env bash
# Tertulia, durable, with tokens: start.sh [commit_wait_ms]; a new database each time; prints the server's PID.
# TERTULIA_BIN is another binary to measure.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
repo=$(cd "$here/../../.." && pwd)
bin=${TERTULIA_BIN:-$repo/target/release/tertulia}
[ -x "$bin" ] || (cd "$repo" && nice -n 10 cargo build --release --locked --bin tertulia >&2)
run=$here/run
mkdir -p "$run"
rm -f "$run"/bench.db*
unset TERTULIA_BIN # a variable that the server does not know keeps it from starting
# Known to everybody, so good for nothing but this.
export TERTULIA_SECRET="the bench's own secret, of no use to anybody else"
export TERTULIA_COMMIT_WAIT_MS="${1:-0}"
python3 "$here/tokens.py" "$run"
cp "$here/tertulia.toml" "$run/tertulia.toml"
ulimit -n "$(ulimit -Hn)"
cd "$run" # the configuration is read from the working directory
"$bin" serve --listen 127.0.0.1:9600 --database "$run/bench.db" >"$run/out.log" 2>&1 &
echo $!
