#!/usr/bin/env python3
"""Says which budgets are met, as Markdown.

  report.py [FILE..]           of the newest file in results/, or of the named ones together
  report.py --tables [FILE..]  and every figure of every scenario, median (lowest to highest)
  report.py --write [FILE..]   puts both into RESULTS.md, between its two marks

The exit code is 1 when a budget has failed."""
import glob, json, os, re, statistics, sys, tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = ("<!-- figures: report.py writes what follows -->\n", "<!-- end of figures -->\n")


def table(name):
    with open(os.path.join(HERE, name), "rb") as f:
        return tomllib.load(f)


def read(files):
    """All rows; passes of different files are different passes."""
    rows = []
    for number, name in enumerate(files):
        with open(name) as f:
            for line in f:
                row = json.loads(line)
                row["pass"] = (number, row["pass"])
                rows.append(row)
    return rows


def figure(row, name):
    value = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def by_pass(rows, what):
    """The figure "peer scenario figure" of each pass; a run that was not sound has none."""
    peer, label, name = what.split()
    found = {}
    for row in rows:
        value = figure(row, name)
        if row["peer"] == peer and row["label"] == label and row.get("ok") is True and value is not None:
            if isinstance(value, list):  # one run that measured turn by turn itself
                found |= {(row["pass"], turn): one for turn, one in enumerate(value)}
            else:
                found[row["pass"]] = value
    return found


def ratios(rows, of, over=None):
    values = by_pass(rows, of)
    if over:
        base = by_pass(rows, over)
        values = {at: value / base[at] for at, value in values.items() if base.get(at)}
    return sorted(values.values())


def quartiles(values):
    """Lower quartile, median, upper quartile."""
    if len(values) < 2:
        return values * 3
    return statistics.quantiles(values, n=4, method="inclusive")


def judge(row, values, passes):
    """(verdict, lower quartile, median, upper quartile)"""
    if not values:
        return (f"not measured: waits for {row['waits_for']}" if "waits_for" in row else "not measured", None, None, None)
    low, median, high = quartiles(values)
    if "most" in row:
        met, failed = median <= row["most"], low > row["most"]
    else:
        met, failed = median >= row["least"], high < row["least"]
    verdict = "met" if met else "NOT MET" if failed else "open: the median is over, the better quartile is not"
    if len(values) < passes:
        verdict += f" ({len(values)} of {passes} passes)"
    return verdict, low, median, high


def short(value):
    if value is None:
        return "–"
    size = abs(value)
    return f"{value:,.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}"


def beside(row, rows):
    """The same figure of another peer, to see what others make of it."""
    if "beside" not in row:
        return "–"
    other = " ".join([row["beside"], *row["of"].split()[1:]])
    values = ratios(rows, other, row.get("over"))
    return f"{short(statistics.median(values))} ({row['beside']})" if values else "–"


def budgets(rows, out):
    """Prints the table of budgets; returns how many have failed for good."""
    spec, failed = table("budgets.toml"), 0
    print("| case | median | lower quartile | upper quartile | passes | budget | beside | |", file=out)
    print("|---|---|---|---|---|---|---|---|", file=out)
    for row in spec["row"]:
        values = ratios(rows, row["of"], row.get("over"))
        verdict, low, median, high = judge(row, values, spec["passes"])
        failed += verdict == "NOT MET"
        budget = f"≤ {row['most']}" if "most" in row else f"≥ {row['least']}"
        cells = [row["case"], short(median), short(low), short(high), str(len(values)), budget, beside(row, rows), verdict]
        print("| " + " | ".join(cells) + " |", file=out)
    return failed


CPU = [("server cores", "server_cores"), ("others' CPU s", "other_cpu_s")]
ACK = [("ack p50 ms", "ack_ms.p50"), ("ack p99 ms", "ack_ms.p99")]
COLUMNS = {
    "fanout": [("CPU µs/delivery", "server_cpu_us_per_delivery"), ("CPU µs/message", "server_cpu_us_per_msg"),
               ("deliveries/s", "deliveries_per_s"), ("p50 ms", "latency_ms.p50"), ("p99 ms", "latency_ms.p99"), *ACK,
               ("wire B/delivery", "wire_bytes_per_delivery"), ("lost", "lost"), *CPU],
    "send": [("CPU µs/send", "server_cpu_us_per_msg"), ("sends/s", "acks_per_s"), ("rows/s", "rows_per_s"), *ACK, *CPU],
    "idle": [("PSS KiB each", "pss_kb_per_conn"), ("RSS KiB each", "rss_kb_per_conn"), ("PSS before KiB", "pss_before_kb"),
             ("with them KiB", "pss_after_kb"), ("when they have left KiB", "pss_left_kb"), ("left ÷ before", "pss_left_ratio"),
             ("second time", "pss_left_2_ratio"), ("third time", "pss_left_3_ratio"), ("idle CPU ms/s", "idle_cpu_ms_per_s"),
             ("CPU µs/connect", "server_cpu_us_per_connect")],
    "poll": [("CPU µs/request", "server_cpu_us_per_req"), ("requests/s", "req_per_s"), ("messages/reply", "messages_per_reply"),
             ("body B/reply", "body_bytes_per_reply"), ("p50 ms", "latency_ms.p50"), ("p99 ms", "latency_ms.p99"), *CPU],
    "comeback": [("CPU µs/reader", "server_cpu_us_per_reader"), ("seconds", "catch_up_s"), ("store reads/room", "store_reads_per_room"),
                 ("PSS after KiB", "pss_after_kb"), ("lost", "lost"), *CPU[1:]],
    "page": [("newest: CPU µs, small", "newest_cpu_us_small"), ("big", "newest_cpu_us_big"),
             ("older: CPU µs, small", "older_cpu_us_small"), ("big", "older_cpu_us_big")],
}


def cell(rows, name):
    values = [v for v in (figure(row, name) for row in rows) if isinstance(v, (int, float))]
    if not values:
        return "–"
    middle, low, high = map(short, (statistics.median(values), min(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def scenario_tables(rows, out):
    for label, scenario in table("scenarios.toml").items():
        here = [row for row in rows if row["label"] == label]
        columns = COLUMNS[scenario["load"].split()[0]]
        columns = [c for c in columns if any(figure(row, c[1]) is not None for row in here)]
        if not columns:
            continue
        print(f"\n### {scenario['about'][0].upper() + scenario['about'][1:]} (`{label}`)\n", file=out)
        heads = ["peer", *(c[0] for c in columns), "sound runs"]
        print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads), file=out)
        for peer in dict.fromkeys(row["peer"] for row in here):
            mine = [row for row in here if row["peer"] == peer]
            sound = [row for row in mine if row.get("ok") is True]
            cells = [peer, *(cell(sound, c[1]) for c in columns), f"{len(sound)}/{len(mine)}"]
            print("| " + " | ".join(cells) + " |", file=out)


def machine(rows, out):
    here = rows[-1]["here"] if rows and "here" in rows[-1] else None
    if here:
        print(f"{rows[0]['time'][:10]}, commit {here['commit']}: {here['cores']} cores ({here['cpu']}), {here['memory_gib']} GiB, "
              f"Linux {here['kernel']}, {here['disk']}; loopback only.\n", file=out)


def write(rows):
    """Replaces what stands between the marks of RESULTS.md."""
    import io
    text = io.StringIO()
    machine(rows, text)
    failed = budgets(rows, text)
    scenario_tables(rows, text)
    path = os.path.join(HERE, "RESULTS.md")
    with open(path) as f:
        page = f.read()
    start, end = map(re.escape, MARKS)
    page, found = re.subn(f"(?<={start}).*(?={end})", lambda _: "\n" + text.getvalue() + "\n", page, flags=re.S)
    if not found:
        sys.exit("RESULTS.md has lost its marks")
    with open(path, "w") as f:
        f.write(page)
    return failed


def main():
    words = sys.argv[1:]
    flags, files = {w for w in words if w.startswith("--")}, [w for w in words if not w.startswith("--")]
    if flags - {"--tables", "--write"}:
        sys.exit(__doc__)
    rows = read(files or sorted(glob.glob(os.path.join(HERE, "results", "*.jsonl")))[-1:])
    if "--write" in flags:
        sys.exit(1 if write(rows) else 0)
    machine(rows, sys.stdout)
    failed = budgets(rows, sys.stdout)
    if "--tables" in flags:
        scenario_tables(rows, sys.stdout)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
