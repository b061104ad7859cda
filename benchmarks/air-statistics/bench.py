#!/usr/bin/env python3
"""B1, the statutory statistics of ambient air: product, DuckDB and pandas on the same hours, in turn, in one run. Usage: bench.py PROGRAM [--size full|small] [--repeats 5] [--floor X]

Everybody loads the hours first (not timed) and does the whole work once to warm up; the results of that are compared byte by byte, and only if they are equal does time count.
Writes a JSON file to benchmarks/results and the table for docs/benchmarks.md to the output.
"""
import argparse
import filecmp
import itertools
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import machine

RESULTS = os.path.join(os.path.dirname(HERE), "results")
SIZES = {"full": (100, 10), "small": (5, 10)}
TABLES = ["figures.csv", "counts.csv", "days.csv"]
THREADS = 2


class Contestant:
    def __init__(self, name, command):
        self.name, self.runs = name, []
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.about = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} has ended with {self.process.wait()}.")
        return json.loads(line)

    def ask(self, order):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def first_difference(left, right):
    with open(left) as a, open(right) as b:
        for number, (one, other) in enumerate(itertools.zip_longest(a, b), 1):
            if one != other:
                return f"line {number}: {str(one).strip()} | {str(other).strip()}"


def compare(contestants, folder):
    """Every figure of every period, every day, of everybody against the product's, to the last digit and six places beyond."""
    for contestant in contestants:
        contestant.ask(f"write {os.path.join(folder, contestant.name)}")
    product, rows = os.path.join(folder, contestants[0].name), {}
    for table in TABLES:
        with open(os.path.join(product, table)) as file:
            rows[table] = sum(1 for _ in file) - 1
        for peer in contestants[1:]:
            other = os.path.join(folder, peer.name, table)
            if not filecmp.cmp(os.path.join(product, table), other, shallow=False):
                sys.exit(f"{table}: {peer.name} differs from the product at {first_difference(os.path.join(product, table), other)}")
    return rows


def spread(values, places):
    return f"{statistics.median(values):.{places}f} ({min(values):.{places}f}–{max(values):.{places}f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--floor", type=float, help="exit 1 unless the product is at least so many times faster than DuckDB")
    options = parser.parse_args()
    stations, years = SIZES[options.size]
    folder = tempfile.mkdtemp(prefix="air-statistics-")
    try:
        run(options, stations, years, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(options, stations, years, folder):
    data = os.path.join(folder, "data")
    subprocess.run([options.program, "generate", data, str(stations), str(years)], check=True)
    input_mb = sum(os.path.getsize(os.path.join(data, name)) for name in os.listdir(data) if name.endswith((".i16", ".flags"))) / 2**20
    contestants = [
        Contestant("product", [options.program, "product", data, str(THREADS)]),
        Contestant("product, 1 thread", [options.program, "product", data, "1"]),
        Contestant("DuckDB", [options.program, "duckdb", data, str(THREADS)]),
        Contestant("pandas", [sys.executable, os.path.join(HERE, "peer_pandas.py"), data]),
    ]
    load = [os.getloadavg()]
    cold = {contestant.name: contestant.ask("run") for contestant in contestants}
    rows = compare(contestants, folder)
    print(f"equal to the last digit: {', '.join(f'{count} rows of {table}' for table, count in rows.items())}", file=sys.stderr)
    for contestant in contestants:
        contestant.ask("run")
    for repeat in range(options.repeats):
        order = contestants[repeat % len(contestants):] + contestants[:repeat % len(contestants)]
        for contestant in order:
            contestant.runs.append(contestant.ask("run"))
            print(f"{repeat + 1}: {contestant.name} {contestant.runs[-1]['seconds']:.3f} s", file=sys.stderr)
    load.append(os.getloadavg())
    for contestant in contestants:
        contestant.close()
    from_files = {name: [] for name in ("product", "DuckDB", "pandas")}
    for repeat in range(min(options.repeats, 3)):
        for name, command in (
                ("product", [options.program, "cold", "product", data, str(THREADS)]), ("DuckDB", [options.program, "cold", "duckdb", data, str(THREADS)]),
                ("pandas", [sys.executable, os.path.join(HERE, "peer_pandas.py"), data, "cold"])):
            start = time.perf_counter()
            subprocess.run(command, check=True)
            from_files[name].append(time.perf_counter() - start)
            print(f"{repeat + 1}: {name} from its files {from_files[name][-1]:.3f} s", file=sys.stderr)

    hours = stations * 6 * sum(366 if year % 4 == 0 else 365 for year in range(2018, 2018 + years)) * 24
    median = {c.name: statistics.median(run["seconds"] for run in c.runs) for c in contestants}
    ratios = [peer["seconds"] / own["seconds"] for own, peer in zip(contestants[0].runs, contestants[2].runs)]
    now = datetime.now(timezone(timedelta(hours=8)))
    record = {
        "benchmark": "B1 air-statistics", "when": now.isoformat(timespec="seconds"), "commit": machine.commit(), "size": options.size, "stations": stations, "years": years, "hours": hours,
        "input_mb": round(input_mb, 1), "machine": {"processor": machine.processor(), "cores": os.cpu_count(), "system": platform.platform(), "load_before": load[0], "load_after": load[1]},
        "rows_equal": rows, "from_files_s": from_files, "contestants": {c.name: {"about": c.about["loaded"], "rss_loaded_mb": c.about["rssMb"], "first_run": cold[c.name], "runs": c.runs} for c in contestants},
    }
    os.makedirs(RESULTS, exist_ok=True)
    path = os.path.join(RESULTS, f"air-statistics-{options.size}-{now:%Y-%m-%d}-{record['commit']}.json")
    with open(path, "w") as file:
        json.dump(record, file, indent=1)

    print(f"\nB1 {options.size}: {hours:,} hourly values, {stations} stations, {years} years; {record['machine']['processor']}, {os.cpu_count()} cores, "
          f"load {load[0][0]:.1f} to {load[1][0]:.1f}; {options.repeats} repeats in turn, median (least–most).\n")
    print("| who | s | M values/s | CPU s | first run s | memory before the run, peak MB | times slower |\n|---|---|---|---|---|---|---|")
    for c in contestants:
        seconds = [run["seconds"] for run in c.runs]
        print(f"| {c.name}: {c.about['loaded']} | {spread(seconds, 3)} | {hours / median[c.name] / 1e6:.0f} | {spread([run['cpu'] for run in c.runs], 2)} | {cold[c.name]['seconds']:.2f} "
              f"| {statistics.median(run['rssBeforeMb'] for run in c.runs):.0f}, {max(run['peakMb'] for run in c.runs):.0f} | {median[c.name] / median['product']:.1f} |")
    print(f"\nInput arrays {input_mb:.0f} MB. DuckDB over product, run by run: {spread(ratios, 1)}.")
    print("A process of its own from its files, in the page cache, to the figures, s: " + "; ".join(f"{name} {spread(seconds, 2)}" for name, seconds in from_files.items()) + ".")
    for name in contestants[0].runs[0]["also"]:
        print(f"{name[0].upper()}{name[1:]}, with its months and quarters, on one thread: {spread([run['also'][name] * 1000 for run in contestants[0].runs], 1)} ms.")
    print(f"Record: {os.path.relpath(path, os.path.dirname(os.path.dirname(HERE)))}")
    if options.floor and statistics.median(ratios) < options.floor:
        sys.exit(f"The product is only {statistics.median(ratios):.1f} times faster than DuckDB, less than {options.floor}.")


if __name__ == "__main__":
    main()
