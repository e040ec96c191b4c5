#!/usr/bin/env python3
"""Tests the bench: does the load notice what a server does wrong, does each mode work, are budgets judged rightly?"""
import base64, hashlib, hmac, json, os, re, socket, subprocess, sys, tempfile, time, tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
RELEASE = os.path.join(BENCH, "harness/target/release")
SECRET = "a secret for the tests of the bench alone"
sys.path[:0] = [BENCH, os.path.join(BENCH, "peers/tertulia")]
sys.dont_write_bytecode = True
import report, run, tokens  # noqa: E402


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A process that listens on a port of its own, while the block runs."""

    def __init__(self, command, env=None):
        self.port = free_port()
        words = [w.replace("PORT", str(self.port)) for w in command]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env={**os.environ, **(env or {})})

    def __enter__(self):
        for _ in range(100):
            if run.listens(self.port):
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def load(self, adapter, words):
        command = [f"{RELEASE}/peerbench", *words.split(), "--adapter", adapter, "--base", f"127.0.0.1:{self.port}",
                   "--pid", str(self.process.pid), "--max-secs", "60"]
        ran = subprocess.run(command, capture_output=True, text=True)
        assert ran.stdout, ran.stderr
        return json.loads(ran.stdout)


# ---- what a server does wrong is noticed

def floor(fault=None, words="fanout --subs 50 --msgs 200 --warmup 1 --settle-ms 100"):
    command = [f"{RELEASE}/floor", "--port", "PORT"] + (["--fault", fault] if fault else [])
    with Server(command) as server:
        return server.load(f"{BENCH}/peers/floor/adapter.toml", words)


def counts(figures):
    return {k: figures[k] for k in ("ok", "lost", "dup", "out_of_order", "corrupt")}


def test_a_sound_server_is_ok():
    figures = floor()
    assert counts(figures) == {"ok": True, "lost": 0, "dup": 0, "out_of_order": 0, "corrupt": 0}, figures
    assert figures["deliveries"] == 200 * 50 and figures["server_cpu_us_per_delivery"] > 0, figures


def test_lost_messages_are_noticed():
    figures = counts(floor("drop"))
    assert not figures["ok"] and figures["lost"] == 10 and figures["dup"] == 0, figures


def test_repeated_messages_are_noticed():
    figures = counts(floor("dup"))
    assert not figures["ok"] and figures["dup"] == 10 and figures["lost"] == 0, figures


def test_swapped_messages_are_noticed():
    figures = counts(floor("swap"))
    assert not figures["ok"] and figures["out_of_order"] >= 9 and figures["dup"] == 0, figures


def test_damaged_messages_are_noticed():
    figures = counts(floor("damage"))
    assert not figures["ok"] and figures["corrupt"] == 10 and figures["lost"] == 10, figures


def test_a_rate_that_is_not_kept_is_noticed():
    figures = floor(words="fanout --subs 50 --msgs 200 --pace rate:1000000 --settle-ms 100")
    assert not figures["ok"] and "the rate was not kept" in figures["errors"][0] and figures["lost"] == 0, figures


def test_another_host_is_refused():
    command = [f"{RELEASE}/peerbench", "send", "--adapter", f"{BENCH}/peers/floor/adapter.toml", "--base", "192.0.2.1:80"]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 2 and "loopback only" in ran.stderr, ran.stderr


# ---- every mode works with Tertulia's adapter, spoken to by a stub of its protocol

def stub(words, fault=None):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/run")
        env = {"TERTULIA_SECRET": SECRET}
        subprocess.run([sys.executable, f"{BENCH}/peers/tertulia/tokens.py", f"{folder}/run", "200"],
                       env={**os.environ, **env}, check=True)
        with Server([sys.executable, f"{HERE}/stub.py", "PORT"] + ([fault] if fault else []), env) as server:
            with open(f"{BENCH}/peers/tertulia/adapter.toml") as f:
                adapter = f.read()
            if "[counters]" not in adapter:
                adapter += f'\n[counters]\nbase = "127.0.0.1:{server.port}"\npath = "/metrics"\nstore_reads = "store_reads"\n'
            with open(f"{folder}/adapter.toml", "w") as f:
                f.write(adapter)
            return server.load(f"{folder}/adapter.toml", words)


def test_fanout_over_each_transport():
    for transport in ("ws", "sse", "longpoll"):
        figures = stub(f"fanout --transport {transport} --rooms 3 --subs 10 --msgs 90 --warmup 3 --settle-ms 100")
        assert figures["ok"] and figures["deliveries"] == 900, (transport, figures)


def test_sending_over_websocket_is_acknowledged():
    figures = stub("send --rooms 5 --msgs 300 --pub-conns 4 --publish ws --window 8 --warmup 4")
    assert figures["ok"] and figures["acks"] == 300, figures


def test_refused_messages_are_noticed():
    for way in ("ws", "http"):
        figures = stub(f"send --rooms 2 --msgs 10 --warmup 1 --publish {way} --window 1", "mute")
        assert not figures["ok"] and figures["pub_errors"] == 10 and "muted" in figures["errors"][0], figures


def test_idle_readers_come_and_leave():
    for transport in ("ws", "sse"):
        figures = stub(f"idle --transport {transport} --rooms 5 --conns 50 --hold 1 --leave-s 1 --waves 2 --settle-ms 100")
        assert figures["ok"] and figures["pss_left_ratio"] > 0 and figures["pss_left_2_ratio"] > 0, figures


def test_polls_find_what_they_should():
    figures = stub("poll --conns 5 --requests 200 --seed 30 --from latest")
    assert figures["ok"] and figures["messages_per_reply"] == 0 and figures["connections_opened"] == 5, figures
    figures = stub("poll --conns 5 --requests 200 --seed 30 --from start")
    assert figures["ok"] and figures["messages_per_reply"] == 30, figures


def test_readers_come_back_and_holes_and_repeats_are_noticed():
    for transport in ("ws", "sse"):
        words = f"comeback --transport {transport} --rooms 2 --conns 40 --missed 20 --settle-ms 100"
        figures = stub(words)
        assert figures["ok"] and figures["store_reads_per_room"] == 20, figures
        figures = stub(words, "hole")
        assert not figures["ok"] and figures["lost"] == 40, figures
        figures = stub(words, "twice")
        assert not figures["ok"] and figures["dup"] == 40, figures


def test_pages_are_compared_turn_by_turn():
    figures = stub("page --small 60 --big 600 --passes 3 --conns 2 --requests 20 --pub-conns 4 --publish ws")
    assert figures["ok"] and len(figures["newest_ratio"]) == 3 and len(figures["older_ratio"]) == 3, figures


# ---- tokens

def test_tokens_are_signed_as_the_standard_says():
    # RFC 7515, appendix A.1, has the key and the signing input of a token by HS256
    key = base64.urlsafe_b64decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow==")
    signed = (b"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
              b"cGxlLmNvbS9pc19yb290Ijp0cnVlfQ")
    mac = tokens.part(hmac.new(key, signed, hashlib.sha256).digest())
    assert mac == b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", mac
    head, body, signature = tokens.token(key, tokens.claims("ana", "Ana", {"bench/*": "say"}, 1000)).encode().split(b".")
    assert signature == tokens.part(hmac.new(key, head + b"." + body, hashlib.sha256).digest())
    claims = json.loads(base64.urlsafe_b64decode(body + b"=="))
    assert claims["aud"] == "tertulia" and claims["exp"] > claims["iat"] == 1000 and claims["sub"] == "ana", claims


# ---- budgets

def rows(peer, label, name, values, **more):
    return [{"peer": peer, "label": label, "pass": (0, n), "ok": True, name: v, **more} for n, v in enumerate(values)]


def test_ratios_are_taken_pass_by_pass():
    made = rows("a", "s", "x", [2, 4, 9]) + rows("b", "s", "x", [1, 1, 3])
    made[2]["ok"] = False  # a run that was not sound counts for nothing
    assert report.ratios(made, "a s x", "b s x") == [2, 4]
    assert report.ratios(rows("a", "s", "x", [[1.5, 1.0], [2.0]]), "a s x") == [1.0, 1.5, 2.0]
    assert report.ratios([], "a s x", "b s x") == []


def verdict(values, **budget):
    return report.judge(budget, sorted(values), 9)[0]


def test_budgets_are_judged_by_median_and_better_quartile():
    assert verdict([1.0] * 9, most=1.1) == "met"
    assert verdict([1.2] * 9, most=1.1) == "NOT MET"
    assert verdict([1.0] * 4 + [1.2] * 5, most=1.1).startswith("open")
    assert verdict([4.0] * 9, least=3) == "met"
    assert verdict([2.0] * 9, least=3) == "NOT MET"
    assert verdict([2.0] * 5 + [4.0] * 4, least=3).startswith("open")
    assert verdict([1.0] * 3, most=1.1) == "met (3 of 9 passes)"
    assert verdict([], most=1.1) == "not measured"


def test_every_row_names_what_exists():
    peers, scenarios, budgets = (report.table(f) for f in ("peers.toml", "scenarios.toml", "budgets.toml"))
    for row in budgets["row"]:
        assert ("most" in row) != ("least" in row), row
        for what in filter(None, (row["of"], row.get("over"))):
            peer, label, _ = what.split()
            assert label in peers[peer]["scenarios"], what
            assert "waits_for" in row or not scenarios[label].get("extra"), what
        if "beside" in row:
            assert row["of"].split()[1] in peers[row["beside"]]["scenarios"], row
    for name, peer in peers.items():
        assert set(peer["scenarios"]) <= set(scenarios), name
        if "adapter" in peer:
            with open(os.path.join(BENCH, peer["adapter"]), "rb") as f:
                assert tomllib.load(f)["base"].endswith(f":{peer['port']}"), name
            assert os.access(os.path.join(BENCH, peer["start"].split()[0]), os.X_OK), name


def test_a_pass_goes_through_the_peers_in_turn():
    peers, scenarios = report.table("peers.toml"), report.table("scenarios.toml")
    todo = run.plan(peers, scenarios, ["ws", "send64"], [])
    assert todo == [("ws", "floor"), ("ws", "nchan"), ("ws", "tertulia"), ("send64", "sqlite"), ("send64", "tertulia")], todo


def test_results_keep_their_marks():
    with open(f"{BENCH}/RESULTS.md") as f:
        page = f.read()
    assert all(page.count(mark) == 1 for mark in report.MARKS)


def test_the_probe_has_the_servers_sqlite():
    def version(lock):
        with open(lock) as f:
            return re.search(r'name = "libsqlite3-sys"\nversion = "([^"]+)"', f.read())[1]
    server = os.path.join(BENCH, "../Cargo.lock")
    if os.path.exists(server):
        assert version(f"{BENCH}/probes/Cargo.lock") == version(server)


def main():
    passed = failed = 0
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            try:
                test()
                passed += 1
                print("ok  ", name[5:].replace("_", " "))
            except Exception as e:  # a broken test must not hide the others
                failed += 1
                print("FAIL", name[5:].replace("_", " "), f"\n     {type(e).__name__}: {e}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
