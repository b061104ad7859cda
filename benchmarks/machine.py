"""On what a bench was measured: written into each record, so that figures can be compared later."""
import datetime
import os
import pathlib
import platform
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent


def commit():
    """Short id of the commit, with a + where files differ from it."""
    said = subprocess.run(["git", "-C", str(ROOT), "describe", "--always", "--exclude=*", "--dirty=+"], capture_output=True, text=True)
    return said.stdout.strip() if said.returncode == 0 else "unknown"


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    except OSError:
        return platform.processor() or platform.machine()


def record():
    return {"date": datetime.date.today().isoformat(), "commit": commit(), "processor": processor(), "cores": os.cpu_count(),
            "system": platform.platform(), "load": os.getloadavg()}


def line(of):
    """One line for people."""
    return f"commit {of['commit']}, {of['processor']}, {of['cores']} cores, load {of['load'][0]:.0f}"
