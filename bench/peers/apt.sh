#!/usr/bin/env bash
# apt.sh FILE PACKAGE...: installs Debian packages unless FILE is there already. Says what to do where it can't.
set -eu
[ -e "$1" ] && exit 0
shift
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "missing: $*  (as root on Debian: apt-get install $*)" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2
apt-get install -y --no-install-recommends "$@" >&2
