#!/usr/bin/env python3
"""Measures peers in scenarios, turn by turn, and says which budgets are met.

  run.py                                  everything that answers a row of budgets.toml, 9 passes
  run.py --passes 1 --only ws,sse nchan   one pass of two scenarios for the named peers
  run.py --into results/X.jsonl           more passes, added to those of an earlier run
  run.py --extra "--msgs 50"              further words for every command line of peerbench

Passes are outermost and peers innermost, so that whatever else the machine does meanwhile hits all alike. Each run has a
fresh server. Figures go to results/TIME.jsonl. The exit code is 1 when a run was not sound."""
import argparse, json, os, platform, shlex, signal, socket, subprocess, sys, time, tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
PEERBENCH = os.path.join(HERE, "harness/target/release/peerbench")
SHOWN = ("server_cpu_us_per_delivery", "server_cpu_us_per_msg", "server_cpu_us_per_req", "server_cpu_us_per_reader",
         "deliveries_per_s", "acks_per_s", "rows_per_s", "req_per_s", "pss_kb_per_conn", "pss_left_ratio", "newest_ratio",
         "older_ratio", "store_reads_per_room", "lost", "other_cpu_s", "errors")


def table(name):
    with open(os.path.join(HERE, name), "rb") as f:
        return tomllib.load(f)


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def stop(pid):
    """Ends a server that we started: first kindly."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if not alive(pid):
            return
        try:
            os.kill(pid, sign)
        except OSError:
            return
        for _ in range(100):
            if not alive(pid):
                return
            time.sleep(0.1)


def listens(port):
    with socket.socket() as s:
        s.settimeout(1)
        return s.connect_ex(("127.0.0.1", port)) == 0


def last_object(text):
    lines = text.strip().splitlines()
    return json.loads(lines[-1]) if lines else {}


def probe(peer):
    ran = subprocess.run(shlex.split(peer["probe"]), cwd=HERE, capture_output=True, text=True)
    if ran.returncode != 0:
        return {"ok": False, "errors": [ran.stderr.strip()[-400:]]}
    return last_object(ran.stdout)


def load(peer, scenario, label, extra):
    """One run of peerbench against a server started for it."""
    if listens(peer["port"]):
        return {"ok": False, "errors": [f"port {peer['port']} is taken: what listens there is not ours to measure"]}
    started = subprocess.run(shlex.split(peer["start"]), cwd=HERE, stdout=subprocess.PIPE, text=True)
    if started.returncode != 0:
        return {"ok": False, "errors": [f"{peer['start']}: exit code {started.returncode}"]}
    pid = int(started.stdout.split()[-1])
    try:
        end = time.time() + 60
        while not listens(peer["port"]):
            if time.time() > end or not alive(pid):
                folder = os.path.dirname(peer["adapter"])
                return {"ok": False, "errors": [f"port {peer['port']} did not open; its log is in {folder}/run"]}
            time.sleep(0.05)
        time.sleep(1)
        words = shlex.split(scenario["load"]) + shlex.split(extra)
        command = [PEERBENCH, *words, "--adapter", peer["adapter"], "--pid", str(pid), "--label", label]
        ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
        return last_object(ran.stdout) or {"ok": False, "errors": [ran.stderr.strip()[-400:]]}
    finally:
        stop(pid)


def about_here():
    """What somebody who reads the figures later has to know of the machine."""
    def said(*words):
        try:
            return subprocess.run(words, cwd=HERE, capture_output=True, text=True).stdout.strip()
        except OSError:
            return ""
    with open("/proc/cpuinfo") as f:
        model = next((line.split(":")[1].strip() for line in f if line.startswith("model name")), platform.machine())
    with open("/proc/meminfo") as f:
        memory = int(f.readline().split()[1]) // 1024 // 1024
    changed = "+" if said("git", "status", "--porcelain", "--untracked-files=no") else ""
    return {"cores": os.cpu_count(), "cpu": model, "memory_gib": memory, "kernel": platform.release(),
            "commit": said("git", "rev-parse", "--short", "HEAD") + changed, "disk": said("stat", "-f", "-c", "%T", HERE)}


def warn_if_old():
    """A binary from before the last change measures something else than one believes."""
    repo = os.path.dirname(HERE)
    binary = os.path.join(repo, "target/release/tertulia")
    if "TERTULIA_BIN" in os.environ or not os.path.exists(binary):
        return
    sources = (os.path.join(d, f) for d, _, files in os.walk(os.path.join(repo, "crates")) for f in files)
    if any(os.path.getmtime(f) > os.path.getmtime(binary) for f in sources):
        print("target/release/tertulia is older than its sources: cargo build --release", file=sys.stderr)


def parse_args():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers", nargs="*", metavar="PEER")
    parser.add_argument("--passes", "--runs", type=int, default=9)
    parser.add_argument("--only", default="", metavar="SCENARIO,..")
    parser.add_argument("--into", metavar="FILE")
    parser.add_argument("--extra", default="", metavar="WORDS")
    return parser.parse_args()


def plan(peers, scenarios, only, named):
    """(scenario, peer) in the order of a pass."""
    for name, known in [(n, scenarios) for n in only] + [(n, peers) for n in named]:
        if name not in known:
            sys.exit(f"{name}: not one of {', '.join(known)}")
    labels = [s for s in scenarios if s in only or (not only and not scenarios[s].get("extra"))]
    names = [p for p in peers if p in named or (not named and not peers[p].get("optional"))]
    return [(s, p) for s in labels for p in names if s in peers[p]["scenarios"]]


def main():
    args = parse_args()
    peers, scenarios = table("peers.toml"), table("scenarios.toml")
    todo = plan(peers, scenarios, [s for s in args.only.split(",") if s], args.peers)
    subprocess.check_call(["nice", "-n", "10", "cargo", "build", "--release", "--locked", "--quiet"],
                          cwd=os.path.join(HERE, "harness"))
    into = args.into or os.path.join(HERE, "results", time.strftime("%Y%m%d-%H%M%S.jsonl"))
    os.makedirs(os.path.dirname(os.path.abspath(into)), exist_ok=True)
    done = 0
    if os.path.exists(into):
        with open(into) as f:
            done = 1 + max((json.loads(line)["pass"] for line in f), default=-1)
    here, bad = about_here(), 0
    if any(name.startswith("tertulia") for _, name in todo):
        warn_if_old()
    for n in range(done, done + args.passes):
        for label, name in todo:
            peer = peers[name]
            try:
                figures = probe(peer) if "probe" in peer else load(peer, scenarios[label], label, args.extra)
            except (ValueError, IndexError) as e:
                figures = {"ok": False, "errors": [f"{type(e).__name__}: {e}"]}
            figures |= {"peer": name, "label": label, "pass": n, "time": time.strftime("%Y-%m-%dT%H:%M:%S"), "here": here}
            with open(into, "a") as f:
                f.write(json.dumps(figures) + "\n")
            shown = {k: figures[k] for k in SHOWN if k in figures}
            sound = figures.get("ok") is True
            bad += not sound
            print(time.strftime("%H:%M:%S"), f"pass {n + 1}", label, name, "ok" if sound else "NOT OK", json.dumps(shown),
                  flush=True)
    print(flush=True)
    subprocess.call([sys.executable, os.path.join(HERE, "report.py"), into])
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
