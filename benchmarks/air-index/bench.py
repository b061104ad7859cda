"""Makes a table of station-hours, has the product and its peer compute its AQI in turn, checks that they agree, and only then says how long each took."""
import datetime
import json
import os
import pathlib
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import machine


def run(command, log):
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=log, stderr=log)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(map(str, command))} failed; see {log.name}")
    return {"wall": time.perf_counter() - begun, "cpu": usage.ru_utime + usage.ru_stime, "peakMB": usage.ru_maxrss / 1024}


def make(path, rows):
    """Seeded: every run, and every machine, computes the same hours. Two percent of cells are missing, a few values lie beyond the table."""
    source = random.Random(633)
    first = datetime.datetime(2016, 1, 1)
    stations = [f"{1001 + number}A" for number in range(114)]
    ranges = [("so2", 1, 90, 1), ("no2", 2, 140, 1), ("co", 2, 45, 10), ("o3", 1, 260, 1), ("o3_8h", 1, 200, 1), ("pm10", 5, 330, 1), ("pm25", 2, 180, 1)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("station,time," + ",".join(name for name, *_ in ranges) + "\n")
        for row in range(rows):
            time_ = (first + datetime.timedelta(hours=row // len(stations))).strftime("%Y-%m-%d %H:%M")
            cells = []
            for _, low, high, scale in ranges:
                value = source.randint(low, high) * (12 if source.random() < 0.001 else 1)
                cells.append("" if source.random() < 0.02 else str(value / scale if scale > 1 else value))
            file.write(f"{stations[row % len(stations)]},{time_},{','.join(cells)}\n")


def equal(ours, theirs):
    """Row by row: our table has the edition as one more column."""
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        for number, (one, other) in enumerate(zip(left, right, strict=True), 1):
            if one.rstrip("\n").rsplit(",", 1)[0] != other.rstrip("\n"):
                raise SystemExit(f"Line {number} differs:\n{one}{other}")


def main(program, repeats, rows):
    measured = {"greenprint": [], "pandas": []}
    with tempfile.TemporaryDirectory() as name, open(os.path.join(tempfile.gettempdir(), "air-index-bench.log"), "w", encoding="utf-8") as log:
        folder = pathlib.Path(name)
        source, ours, theirs = folder / "in.csv", folder / "ours.csv", folder / "theirs.csv"
        make(source, rows)
        commands = {
            "greenprint": ["dotnet", program, "air", "index", "--report", "hourly", "--input", str(source), "--output", str(ours)],
            "pandas": [sys.executable, str(HERE / "peer_pandas.py"), str(source), str(theirs)],
        }
        for turn in range(repeats):
            for who, command in commands.items():
                measured[who].append(run(command, log))
            if turn == 0:
                equal(ours, theirs)
    record = {"benchmark": "air-index", "rows": rows, "equal": True, **machine.record(), "python": platform.python_version(), "measured": measured}
    print(json.dumps(record, indent=1))
    print(machine.line(record), file=sys.stderr)
    for who, runs in measured.items():
        walls, cpus = [one["wall"] for one in runs], [one["cpu"] for one in runs]
        print(f"{who:12} {statistics.median(walls):6.2f} s ({min(walls):.2f}-{max(walls):.2f}), CPU {statistics.median(cpus):.2f} s, peak {max(one['peakMB'] for one in runs):.0f} MB", file=sys.stderr)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
