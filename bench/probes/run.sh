#!/usr/bin/env bash
# run.sh ROWS SECONDS: how many messages SQLite takes by itself at ROWS a commit, as a JSON object in the last line.
# run.sh: the same at several sizes, and the disk's own rate.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
(cd "$here" && nice -n 10 cargo build --release --locked --quiet)
mkdir -p "$here/run"
exec "$here/target/release/probes" "$here/run" "$here/../../crates/tertulia/migrations/sqlite" "$@"
