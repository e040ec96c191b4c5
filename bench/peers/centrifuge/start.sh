#!/usr/bin/env bash
# centrifuge, the Go library as Debian packages it; prints the server's PID.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/run"
if [ ! -x "$here/run/server" ] || [ "$here/main.go" -nt "$here/run/server" ]; then
  "$here/../apt.sh" /usr/share/gocode/src/github.com/centrifugal/centrifuge golang-go \
    golang-github-centrifugal-{centrifuge,protocol}-dev golang-github-{fzambia-eagle,igm-sockjs-go,mna-redisc}-dev
  (cd "$here" && GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS=-buildvcs=false nice -n 10 go build -o run/server main.go) >&2
fi
ulimit -n "$(ulimit -Hn)"
"$here/run/server" >"$here/run/out.log" 2>&1 &
echo $!
