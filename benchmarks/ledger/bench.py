"""Serves a plan of 60 indicators, 400 tasks, 5 years and 40 units and asks for its pages, then brings back a workbook of 5,000 rows; prints JSON.

What counts of a page is the time of the server's processor, which other programs on the machine do not lengthen; what a person waits stands beside it.
Promises: a page in less than 100 ms, the workbook in less than 10 s.
"""
import contextlib, glob, html, http.cookiejar, io, json, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time, urllib.error, urllib.parse, urllib.request, uuid, zipfile
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import machine

PROGRAM, REQUESTS = sys.argv[1], int(sys.argv[2])
ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN, SHEET, ROWS, WARM = "ledger-15", "年度任务", 5000, 40
PAGES = {name: f"/office/plans/{PLAN}{path}" for name, path in {
    "tasks of a year": "/tasks?year=2026", "tasks of all years": "/tasks?year=all", "duties of a year": "/duties?year=2026", "duties of all years": "/duties?year=all",
    "duties.xlsx": "/duties.xlsx", "plan": "", "targets": "/targets", "adjustments": "/adjustments", "gantt": "/gantt", "browse": "/browse", "health": "/health"}.items()}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pack():
    """The sample county's plan, grown to the size."""
    plan = json.loads((ROOT / "data" / "demo" / "lanwan-15.json").read_text("utf-8-sig"))
    plan["id"] = PLAN
    plan.pop("upperPlan", None)
    plan["units"] += [{"id": f"lanwan/unit-{i}", "region": plan["region"], "name": {"zh": f"第{i}单位", "en": f"Unit {i}"}} for i in range(40 - len(plan["units"]))]
    first = list(plan["indicators"])
    for i in range(60 - len(first)):
        plan["indicators"].append({**first[i % len(first)], "code": f"more-{i}", "name": {"zh": f"指标{i}", "en": f"Indicator {i}"}})
    return plan


class Site:
    """A server of its own and a person with a browser."""

    def __init__(self, folder, database):
        self.folder = folder
        environment = {**os.environ, "LANG": "en_GB.UTF-8", "LC_ALL": "", **({"GREENPRINT_DATABASE": database} if database else {})}
        self.log = open(folder / "log", "w+", encoding="utf-8")
        (folder / "plan.json").write_text(json.dumps(pack(), ensure_ascii=False), "utf-8")
        self.process = subprocess.Popen(["dotnet", PROGRAM, "serve", "--urls", "http://127.0.0.1:0"], cwd=folder, env=environment, stdout=self.log, stderr=self.log)
        self.environment = environment

    def open(self):
        self.base = self.wait(r"is ready: (http://[0-9.:]+)")
        setup = self.wait(r"http://[0-9.:]+(/setup/\S+)")
        subprocess.run(["dotnet", PROGRAM, "plan", "import", "plan.json"], cwd=self.folder, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.post(setup, "setup", {"UserName": "guardian", "DisplayName": "林雁", "Password": "tidal-flat-and-heron-7", "PasswordAgain": "tidal-flat-and-heron-7", "AlsoEdits": "true"})

    def wait(self, pattern):
        for _ in range(1800):
            found = re.search(pattern, (self.folder / "log").read_text("utf-8"))
            if found:
                return found.group(1)
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"It did not start: {(self.folder / 'log').read_text('utf-8')}")

    def get(self, path):
        return self.ask(self.base + path)

    def ask(self, request):
        """The answer and where it led; an error ends the bench with what the server says of it."""
        try:
            with self.opener.open(request) as answer:
                return answer.read(), answer.geturl()
        except urllib.error.HTTPError as error:
            time.sleep(2)   # what it says is on its way to the file
            sys.exit(f"{error.url}: {error}\n{(self.folder / 'log').read_text('utf-8')[-6000:]}")

    def post(self, path, form, fields, file=None):
        """Posts a form of a page, its hidden fields filled in; the answer and where it led."""
        page = self.get(path)[0].decode()
        text = next(found for found in re.findall(r"<form.*?</form>", page, re.S) if f'value="{form}"' in found)
        hidden = {html.unescape(name): html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)}
        edge = uuid.uuid4().hex
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in {**hidden, **fields}.items()]
        if file:
            parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="File"; filename="tasks.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode() + file + b"\r\n")
        request = urllib.request.Request(self.base + path, b"".join(parts) + f"--{edge}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={edge}"})
        answer, address = self.ask(request)
        return answer.decode(), urllib.parse.urlparse(address).path

    def processor(self):
        """Seconds of processor of the server so far: by the clock that Linux keeps for each process (clock_getcpuclockid), and what its children took that read files for it."""
        parts = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return time.clock_gettime((~self.process.pid << 3) | 2) + (int(parts[13]) + int(parts[14])) / os.sysconf("SC_CLK_TCK")

    def workbook(self, rows):
        """The plan's workbook with further rows of year tasks."""
        exported = self.get(f"/office/plans/{PLAN}/plan.xlsx")[0]
        source = zipfile.ZipFile(io.BytesIO(exported))
        book = ET.fromstring(source.read("xl/workbook.xml"))
        relation = next(one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for one in book.iter(MAIN + "sheet") if one.get("name") == SHEET)
        target = next(one.get("Target") for one in ET.fromstring(source.read("xl/_rels/workbook.xml.rels")) if one.get("Id") == relation)
        path = target[1:] if target.startswith("/") else "xl/" + target
        text = source.read(path).decode()
        sheet = ET.fromstring(text)
        lines = list(sheet.iter(MAIN + "row"))
        columns = {"".join(part.text or "" for part in cell.iter(MAIN + "t")): re.match("[A-Z]+", cell.get("r")).group() for cell in lines[0]}
        prefix = re.search(r"<(\w+:)?sheetData", text).group(1) or ""
        first = int(lines[-1].get("r")) + 1
        added = []
        for number, row in enumerate(rows, first):
            cells = sorted(((columns[head], value) for head, value in row.items()), key=lambda cell: (len(cell[0]), cell[0]))
            added.append(f'<{prefix}row r="{number}">' + "".join(f'<{prefix}c r="{column}{number}" t="inlineStr"><{prefix}is><{prefix}t>{html.escape(value)}</{prefix}t></{prefix}is></{prefix}c>' for column, value in cells) + f"</{prefix}row>")
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as out:
            for name in source.namelist():
                out.writestr(name, text.replace(f"</{prefix}sheetData>", "".join(added) + f"</{prefix}sheetData>") if name == path else source.read(name))
        return result.getvalue()

    def end(self, job):
        """Waits until a job rests; the text of its page."""
        while json.loads(self.get(job + "/progress")[0])["isRunning"]:
            time.sleep(0.05)
        return self.get(job)[0].decode()

    def timed(self, work):
        begun, processor = time.monotonic(), self.processor()
        answer = work()
        return answer, {"seconds": round(time.monotonic() - begun, 2), "cpu": round(self.processor() - processor, 2)}

    def upload(self, file):
        job = self.post(f"/office/plans/{PLAN}/workbook", "upload", {}, file)[1]
        return self.end(job), job

    def apply(self, job):
        where = self.post(job, "apply", {})[1]
        return self.end(job) if "/workbook/" in where else self.get(job)[0].decode()

    def close(self):
        self.process.terminate()
        self.process.wait()


def tasks(count, wrong=0):
    return [{"任务内容": f"任务{count}-{i}", "年度": str(2026 + i % 5), "所属任务": "t3", "工作量": "三百" if wrong and i % (count // wrong) == 0 and i < wrong * (count // wrong) else "12.5", "计量单位": "公里",
             "完成时限": f"{2026 + i % 5}-11-30", "牵头单位": "岚湾县水利局", "配合单位": "第0单位", "预期效果": "air-pm25 ↓0.1"} for i in range(count)]


def expect(text, said):
    if said not in text:
        sys.exit(f"Not said: {said}\n{re.sub('<[^>]+>', ' ', text)[:4000]}")


def spread(seconds):
    """Median, least and most, in ms."""
    return {"median": round(statistics.median(seconds) * 1000, 1), "least": round(min(seconds) * 1000, 1), "most": round(max(seconds) * 1000, 1)}


def first_view(site):
    """What a browser says of the first view of a page by somebody who has never been there, ms; none without Node and Playwright (they come with the browser tests)."""
    package = ROOT / "artifacts/bin/Greenprint.EndToEnd.Tests/release/.playwright/package"
    package = pathlib.Path(os.environ.get("GREENPRINT_PLAYWRIGHT", package))
    if not shutil.which("node") or not package.exists():
        return None
    cookies = [{"name": one.name, "value": one.value, "url": site.base} for one in site.cookies]
    said = subprocess.run(["node", pathlib.Path(__file__).with_name("first-view.js"), package, json.dumps([site.base + PAGES[name] for name in ("tasks of a year", "tasks of all years")]), json.dumps(cookies)], capture_output=True, text=True, check=True)
    return {name: {key: spread([one[key] / 1000 for one in views]) for key in views[0]} for name, views in zip(("tasks of a year", "tasks of all years"), json.loads(said.stdout))}


def same(sites):
    """Both engines must say the same on every page, but for times of the day and digests; else nothing is measured."""
    def words(site, path):
        page = re.search(r"<main.*</main>", site.get(path)[0].decode(), re.S).group()
        return re.sub(r"\d\d:\d\d(:\d\d)?|[0-9a-f]{16,64}", "", re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.S)).split()

    for name, path in PAGES.items():
        if not path.endswith(".xlsx"):
            said = [words(site, path) for site in sites]
            for other in said[1:]:
                if other != said[0]:
                    sys.exit(f"The engines differ in {name}: {next((pair for pair in zip(said[0], other) if pair[0] != pair[1]), (len(said[0]), len(other)))}")


def fill(site):
    page, job = site.upload(site.workbook(tasks(400)))
    expect(page, "将增加 400 行")
    expect(site.apply(job), "已写入")


def measure(site):
    for _ in range(WARM):   # the first requests compile what they meet, later ones compile it once more in the background
        for path in PAGES.values():
            site.get(path)
    time.sleep(3)
    result = {"pages": {}}
    for name, path in PAGES.items():
        wall, processor = [], []
        for _ in range(REQUESTS):
            begun, before = time.monotonic(), site.processor()
            size = len(site.get(path)[0])
            wall.append(time.monotonic() - begun)
            processor.append(site.processor() - before)
        result["pages"][name] = {"cpuMs": spread(processor), "wallMs": spread(wall), "bytes": size, "load": round(os.getloadavg()[0], 1)}
    if view := first_view(site):
        result["first view in the browser"] = view
    file = site.workbook(tasks(ROWS, wrong=30))
    (page, _), result["5,000 rows, 30 wrong: checked"] = site.timed(lambda: site.upload(file))
    expect(page, "有 30 处需要更正")
    file = site.workbook(tasks(ROWS))
    (page, job), result["5,000 rows: checked"] = site.timed(lambda: site.upload(file))
    expect(page, f"将增加 {ROWS} 行")
    page, result["5,000 rows: stored"] = site.timed(lambda: site.apply(job))
    expect(page, "已写入")
    (page, _), result["5,000 rows once more: checked"] = site.timed(lambda: site.upload(file))
    expect(page, "没有改动")
    return result


@contextlib.contextmanager
def postgres(folder):
    """A server of its own behind a socket; none where it is not installed."""
    binaries = max(glob.glob("/usr/lib/postgresql/*/bin"), default=None)
    if not binaries:
        yield None
        return
    data = pathlib.Path(tempfile.mkdtemp(prefix="greenprint-bench-pg-"))
    user = []
    if os.geteuid() == 0:
        shutil.chown(data, "postgres")
        user = ["runuser", "-u", "postgres", "--"]
    try:
        subprocess.run([*user, f"{binaries}/initdb", "-D", f"{data}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"], check=True, stdout=subprocess.DEVNULL, cwd="/")
        server = subprocess.Popen([*user, f"{binaries}/postgres", "-D", f"{data}/data", "-k", str(data), "-c", "listen_addresses="], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        while subprocess.run([f"{binaries}/pg_isready", "-q", "-h", data]).returncode:
            time.sleep(0.1)
        subprocess.run([f"{binaries}/createdb", "-h", data, "-U", "postgres", "greenprint"], check=True)
        yield f"Host={data};Username=postgres;Database=greenprint"
        server.terminate()
        server.wait()
    finally:
        shutil.rmtree(data, ignore_errors=True)


def main():
    result = {"benchmark": "ledger", **machine.record(), "requests": REQUESTS}
    with tempfile.TemporaryDirectory() as folder, postgres(folder) as database, contextlib.ExitStack() as open_sites:
        sites = {}
        for engine, connection in {"SQLite": None, **({"PostgreSQL": database} if database else {})}.items():
            place = pathlib.Path(folder) / engine
            place.mkdir()
            sites[engine] = Site(place, connection)
            open_sites.callback(sites[engine].close)
            sites[engine].open()
            fill(sites[engine])
        same(list(sites.values()))
        for engine, site in sites.items():
            result[engine] = measure(site)
            print(engine, json.dumps(result[engine], ensure_ascii=False), file=sys.stderr, flush=True)
    print(json.dumps(result, ensure_ascii=False, indent=2))
    print(machine.line(result), file=sys.stderr)


main()
