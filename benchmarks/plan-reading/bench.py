"""Times `greenprint plan read FILE --json` beside `pdftotext -layout FILE`, each as a process of its own on one core, and prints JSON."""
import json, os, pathlib, statistics, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import machine

PROGRAM, REPEATS = sys.argv[1], int(sys.argv[2])
PLANS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data" / "plans"
NAMES = ["guangdong_climate", "guangdong_ecological_civilisation", "huainan", "neijiang", "sanya", "zhengzhou"]
ENVIRONMENT = {**os.environ, "DOTNET_TieredPGO": "0"}   # as the server starts its reading child


def run(command, answer):
    """Wall seconds, CPU seconds and peak MB of one process."""
    start = time.monotonic()
    with open(answer, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=ENVIRONMENT,
                                   preexec_fn=lambda: os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]}))
        _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def show(runs):
    wall, cpu, peak = zip(*runs)
    return {"seconds": round(statistics.median(wall), 2), "least": round(min(wall), 2), "most": round(max(wall), 2),
            "cpu": round(statistics.median(cpu), 2), "peakMB": round(max(peak))}


def main():
    if not PLANS.is_dir():
        sys.exit(f"The real plans are not there: {PLANS}")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        long = folder / "long.pdf"
        subprocess.run(["pdfunite", PLANS / "guangdong_climate.pdf", PLANS / "zhengzhou.pdf", long], check=True)
        answer = folder / "answer"
        note = folder / "note.txt"
        note.write_text("一、总体要求\n正文。\n", "utf-8")
        sets = {"start only": [note], "104 pages": [long], "six plans": [PLANS / f"{name}.pdf" for name in NAMES]}
        result = {"benchmark": "plan-reading", **machine.record(), "repeats": REPEATS}
        for name, files in sets.items():
            product, peer = [], []
            for _ in range(REPEATS):
                each = [run(["dotnet", PROGRAM, "plan", "read", str(file), "--json"], answer) for file in files]
                if name != "start only" and not json.loads(answer.read_text("utf-8-sig"))["outline"]:
                    sys.exit("Nothing was read.")
                product.append((sum(e[0] for e in each), sum(e[1] for e in each), max(e[2] for e in each)))
                if name != "start only":
                    each = [run(["pdftotext", "-layout", str(file), "-"], answer) for file in files]
                    peer.append((sum(e[0] for e in each), sum(e[1] for e in each), max(e[2] for e in each)))
            result[name] = {"product": show(product), **({"pdftotext": show(peer)} if peer else {})}
        print(json.dumps(result, ensure_ascii=False, indent=2))
        print(machine.line(result), *(f"{name}: {of['product']['seconds']} s ({of['product']['least']}–{of['product']['most']}), {of['product']['peakMB']} MB" for name, of in result.items() if name in sets), sep="\n", file=sys.stderr)


main()
