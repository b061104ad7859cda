"""Runs the product and its peer in turn on the same files, checks that they agree, and only then says how long each took.

Called by run.sh. Every step is a process of its own, timed from start to end, its start-up included: what a person waits for.
"""
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / ".." / "shared" / "data" / "air" / "beijing").glob("*.csv"))
PEER = [sys.executable, str(ROOT / "benchmarks" / "peer_pandas.py")]
YEAR = "2016"
STEPS = ["import", "import again", "assess"]


def run(command, log):
    """Standard output, and what the process cost: wall clock, CPU, largest memory."""
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}; see {log.name}")
    return text, {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peakMB": usage.ru_maxrss / 1024}


def product_round(program, folder, log):
    data = folder / "greenprint"
    call = ["dotnet", program]
    imported, first = run([*call, "observe", "import", *map(str, FILES), "--data", str(data), "--json"], log)
    again, second = run([*call, "observe", "import", *map(str, FILES), "--data", str(data), "--json"], log)
    figures, third = run([*call, "indicator", "compute", "--plan", "real", "--year", YEAR, "--data", str(data), "--json"], log)
    counts = [{key: json.loads(text)[key] for key in ("stored", "unchanged", "revised", "rejected", "missing")} for text in (imported, again)]
    return counts, product_figures(json.loads(figures)), dict(zip(STEPS, [first, second, third]))


def product_figures(answer):
    def value(code):
        indicator = next(one for one in answer["indicators"] if one["code"] == code)
        return float(next(one for one in indicator["values"] if one["origin"] == "Computed")["value"])
    return {"pm25": value("beijing-pm25"), "o3": value("beijing-o3"), "goodDayRatio": value("beijing-good-days")}


def peer_round(folder, log):
    store = str(folder / "peer.db")
    imported, first = run([*PEER, "import", store, *map(str, FILES)], log)
    again, second = run([*PEER, "import", store, *map(str, FILES)], log)
    figures, third = run([*PEER, "assess", store, YEAR], log)
    return [json.loads(imported), json.loads(again)], json.loads(figures), dict(zip(STEPS, [first, second, third]))


def check(product, peer):
    if product[0] != peer[0]:
        raise SystemExit(f"The counts differ, so no time counts.\nproduct {product[0]}\npeer    {peer[0]}")
    for name, value in product[1].items():
        if abs(value - peer[1][name]) > 1e-9 * abs(value):
            raise SystemExit(f"{name} differs, so no time counts: product {value!r}, peer {peer[1][name]!r}")


def machine(program):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    def first_line(*command):
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
        except (OSError, subprocess.CalledProcessError, IndexError):
            return "unknown"
    import pandas
    import sqlite3
    return {
        "cores": os.cpu_count(), "cpu": model, "system": platform.platform(), "dotnet": first_line("dotnet", "--version"),
        "python": platform.python_version(), "pandas": pandas.__version__, "sqliteOfPeer": sqlite3.sqlite_version,
        "program": first_line("dotnet", program, "--version"), "commit": first_line("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
    }


def summary(rounds):
    result = {}
    for step in STEPS:
        result[step] = {}
        for what in ("wall", "cpu", "peakMB"):
            values = [one[step][what] for one in rounds]
            result[step][what] = {"median": statistics.median(values), "min": min(values), "max": max(values), "all": values}
    return result


def main():
    program, repeats = sys.argv[1], int(sys.argv[2])
    if len(FILES) != 4:
        raise SystemExit("The four Beijing files must stand beside the checkout, in ../shared/data/air/beijing.")
    work = pathlib.Path(tempfile.mkdtemp(prefix="greenprint-bench-"))
    loads, rounds = [], {"product": [], "peer": []}
    with open(work / "log.txt", "wb") as log:
        for repeat in range(repeats):
            folder = work / str(repeat)
            folder.mkdir()
            loads.append(os.getloadavg()[0])
            # In turn, and each goes first every other time: what else the machine does falls on both alike.
            if repeat % 2 == 0:
                product, peer = product_round(program, folder, log), peer_round(folder, log)
            else:
                peer = peer_round(folder, log)
                product = product_round(program, folder, log)
            check(product, peer)
            rounds["product"].append(product[2])
            rounds["peer"].append(peer[2])
            shutil.rmtree(folder)
            print(f"repeat {repeat + 1} of {repeats}: equal results; import {product[2]['import']['wall']:.2f} s, peer {peer[2]['import']['wall']:.2f} s", file=sys.stderr)
    shutil.rmtree(work)
    result = {
        "bench": "beijing-import-and-year", "at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"), "machine": machine(program),
        "loadAverage": loads, "repeats": repeats, "counts": product[0][0], "figures": product[1],
        "product": summary(rounds["product"]), "peer": summary(rounds["peer"]),
    }
    target = ROOT / "benchmarks" / "results" / f"{result['at'][:10]}-{result['machine']['commit']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    print("| step | product s (min–max) | pandas s (min–max) | CPU s, product / pandas | peak MB, product / pandas |\n|---|---|---|---|---|")
    for step in STEPS:
        cells = []
        for who in ("product", "peer"):
            wall = result[who][step]["wall"]
            cells.append(f"{wall['median']:.2f} ({wall['min']:.2f}–{wall['max']:.2f})")
        cpu = [result[who][step]["cpu"]["median"] for who in ("product", "peer")]
        memory = [result[who][step]["peakMB"]["median"] for who in ("product", "peer")]
        print(f"| {step} | {cells[0]} | {cells[1]} | {cpu[0]:.2f} / {cpu[1]:.2f} | {memory[0]:.0f} / {memory[1]:.0f} |")
    print(f"load {min(loads):.1f}–{max(loads):.1f}; written to {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
