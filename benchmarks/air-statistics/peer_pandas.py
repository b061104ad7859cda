#!/usr/bin/env python3
"""B1 in pandas and NumPy, as a careful analyst would write it: the hours as a matrix of 24 columns, whole numbers, no loop over days. Obeys the same orders as the others."""
import json
import os
import resource
import sys
import time

import numpy as np
import pandas as pd

ITEMS = ["pm25", "pm10", "so2", "no2", "co", "o3"]
MISSING = -32768
POINTS = {  # upper concentrations of IAQI 50, 100, 150, 200, 300, 400, 500; carbon monoxide in tenths of mg/m³
    "pm25": [35, 75, 115, 150, 250, 350, 500], "pm10": [50, 150, 250, 350, 420, 500, 600], "so2": [50, 150, 475, 800, 1600, 2100, 2620],
    "no2": [40, 80, 180, 280, 565, 750, 940], "co": [20, 40, 140, 240, 360, 480, 600], "o3": [160, 200, 300, 400, 800, 1000, 1200], "o3_8h": [100, 160, 215, 265, 800]}
NEW = POINTS | {"pm25": [35, 60, 115, 150, 250, 350, 500], "pm10": [50, 120, 250, 350, 420, 500, 600]}
INDEX = [50, 100, 150, 200, 300, 400, 500]
# percent, factor to the published place, limits of class 2 of a year and of a day: edition of 2012, then of 2026 (transition stage)
LAW = [[(95, 1, 35, 75), (95, 1, 70, 150), (98, 1, 60, 150), (98, 1, 40, 80), (95, 1, 0, 40), (90, 1, 0, 160)],
       [(95, 10, 30, 60), (95, 1, 60, 120), (98, 1, 60, 150), (98, 1, 40, 80), (95, 1, 0, 40), (90, 1, 0, 160)]]


def half_even(x, d):
    q, r = np.divmod(x, d)
    return q + ((2 * r > d) | ((2 * r == d) & (q % 2 == 1)))


def iaqi(c, points, beyond):
    """A table of the sub-index of every concentration, looked up."""
    table, low, below = np.zeros(points[-1] + 2, np.int16), 0, 0
    for high, above in zip(INDEX, points):
        k = np.arange(below + 1, above + 1)
        table[below + 1:above + 1] = -(-(high - low) * (k - below) // (above - below)) + low
        low, below = high, above
    table[-1] = beyond
    return table[np.minimum(c, points[-1] + 1)]


class Work:
    def __init__(self, folder):
        about = json.load(open(os.path.join(folder, "dataset.json")))
        self.stations, self.days = about["stations"], about["days"]
        read = lambda name, kind: np.fromfile(os.path.join(folder, name), kind).reshape(-1, 24)
        self.values = {item: read(f"{item}.i16", np.int16) for item in ITEMS}
        self.flags = {item: read(f"{item}.flags", np.uint8) for item in ITEMS}
        date = pd.date_range(about["first"], periods=self.days)
        self.month = np.asarray((date.year - date.year[0]) * 12 + date.month - 1)
        self.new = np.asarray(date >= "2026-03-01")
        self.years = int(self.month[-1]) // 12 + 1
        self.cut = int(np.argmax(self.new)) if self.new.any() else self.days
        self.about = f"pandas {pd.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}, 1 thread"

    def daily(self):
        """Valid daily values times 212 520 or 168, −1 where a day is not valid."""
        daily, factor = {}, np.array([0] * 20 + [212520 // n for n in range(20, 25)], np.int64)
        for item in ITEMS:
            mask = (self.values[item] != MISSING) & (self.flags[item] == 0)
            hours = np.where(mask, self.values[item], 0)
            if item != "o3":
                count = mask.sum(axis=1)
                daily[item] = np.where(count >= 20, hours.sum(axis=1, dtype=np.int64) * factor[count], -1)
                continue
            zero = np.zeros((len(hours), 1), np.int32)
            sums = np.hstack([zero, np.cumsum(hours, axis=1, dtype=np.int32)])
            counts = np.hstack([zero.astype(np.int8), np.cumsum(mask, axis=1, dtype=np.int8)])
            sums, counts = sums[:, 8:] - sums[:, :-8], counts[:, 8:] - counts[:, :-8]
            means = sums * np.array([-1] * 6 + [28, 24, 21], np.int32)[counts]
            means[counts < 6] = -1
            largest, windows = means.max(axis=1).astype(np.int64), (counts >= 6).sum(axis=1)
            valid = (windows >= 14) | (largest > 269640)
            daily["o3"] = np.where(valid, np.where(mask, self.values[item], -1).max(axis=1).astype(np.int64), -1)
            daily["o3_8h"] = np.where(valid, largest, -1)
        return daily

    def index(self, daily):
        new = np.tile(self.new, self.stations)
        sub = {}
        for item, of in daily.items():
            c = half_even(np.maximum(of, 0), {"o3": 10, "o3_8h": 1680}.get(item, 2125200))
            beyond = -1 if item == "o3_8h" else 500
            old = iaqi(c, POINTS[item], beyond)
            sub[item] = np.where(new, iaqi(c, NEW[item], 300 if item == "o3_8h" else beyond), old) if item in ("pm25", "pm10", "o3_8h") else old
            sub[item][of < 0] = -1
        sub["o3"][new] = -1
        matrix = np.stack(list(sub.values()))
        largest = matrix.max(axis=0)
        complete = (matrix[:5] >= 0).all(axis=0) & ((matrix[5] >= 0) | (matrix[6] >= 0))
        aqi = np.where((largest >= 0) & (complete | (largest > 100)), np.where(new, np.maximum(largest, 1), largest), -1)
        level = np.where(aqi < 0, 0, 1 + np.searchsorted([50, 100, 150, 200, 300], aqi))
        primary = np.where(aqi > 50, ((matrix == aqi) << np.arange(7)[:, None]).sum(axis=0), 0)
        return aqi, level, primary

    def run(self):
        self.days_of = daily = self.daily()
        self.aqi, self.level, self.primary = self.index(daily)
        months, periods = self.years * 12, self.years * 17
        self.cells = self.stations * periods
        keys = np.repeat(np.arange(self.stations), self.days) * periods
        month = np.tile(self.month, self.stations)
        frame = pd.DataFrame({"aqi": self.aqi, "good": (self.aqi >= 0) & (self.aqi <= 100), "key": keys + month}).assign(with_index=lambda f: f.aqi >= 0)
        levels = [np.arange(months), months + np.arange(months) // 3, self.years * 16 + np.arange(months) // 12]
        at = (np.arange(self.stations)[:, None] * periods + np.arange(months)).ravel()

        def over_periods(of_month, how):
            """From months to months, quarters and years; the months of a station stand side by side."""
            by = of_month.reshape(self.stations, months)
            return np.hstack([by, how(by.reshape(self.stations, -1, 3), axis=2), how(by.reshape(self.stations, -1, 12), axis=2)]).ravel()

        def months_of(series):
            return series.reindex(at, fill_value=0).to_numpy(np.int64)

        counted = frame.groupby("key")[["with_index", "good"]].sum()
        self.with_index, self.good = (over_periods(months_of(counted[c]), np.sum) for c in ("with_index", "good"))
        needed = np.tile(np.where(np.arange(months) % 12 == 1, 25, 27), self.stations)
        year = np.tile(np.arange(periods) >= self.years * 16, self.stations)
        last = np.concatenate([np.arange(months), np.arange(self.years * 4) * 3 + 2, np.arange(self.years) * 12 + 11])
        law = np.tile((last >= 98).astype(int), self.stations)
        self.figures, lacks, composite = {}, [], 0
        for number, item in enumerate(ITEMS):
            of = daily["o3_8h" if item == "o3" else item]
            has = of >= 0
            days = pd.DataFrame({"v": of[has], "month": month[has], "station": keys[has]})
            by = days.groupby(days.station + days.month).v.agg(["count", "sum"])
            count, total = months_of(by["count"]), months_of(by["sum"])
            n, total = over_periods(count, np.sum), over_periods(total, np.sum)
            short, empty = over_periods(count < needed, np.any), over_periods(count == 0, np.any)
            lack = np.select([n == 0, short & empty, short, year & (n < 324)], [0, 1, 2, 2], -1)
            percent, factor, of_year, of_day = (np.array([LAW[0][number][k], LAW[1][number][k]])[law] for k in range(4))
            ordered = []
            for level in levels:
                key = days.station.to_numpy() + level[days.month]
                ordered.append(days.v.to_numpy()[np.lexsort((days.v.to_numpy(), key))])
            ordered = np.concatenate(ordered + [np.zeros(2, np.int64)])
            # Where each period's values begin: the levels stand one after another, in each the stations and their periods.
            size = n.reshape(self.stations, periods)
            starts, base = np.zeros_like(size), 0
            for part in (slice(0, months), slice(months, self.years * 16), slice(self.years * 16, periods)):
                flat = size[:, part].ravel()
                starts[:, part] = (base + np.cumsum(flat) - flat).reshape(self.stations, -1)
                base += flat.sum()
            whole, part = np.divmod((np.maximum(n, 1) - 1) * percent, 100)
            first = np.minimum(starts.ravel() + whole, len(ordered) - 2)
            hundred = ordered[first] * (100 - part) + ordered[first + 1] * part
            given = lack < 0
            den = 168000 if item == "o3" else 212520000
            entries = [(4 + number, hundred, np.full(self.cells, den), of_day)]
            if number < 4:
                entries.append((number, total, np.maximum(n, 1) * 2125200, of_year))
            for statistic, num, below, bound in entries:
                judged = half_even(num, below)
                over = given & year & (judged > bound)
                self.figures[statistic] = {
                    "days": n, "lack": lack, "published": np.where(given, half_even(num * factor, below), -1),
                    "micro": np.where(given, num * (100000 if item == "co" else 1000000) // below, -1),
                    "meets": np.where(given & year, judged <= bound, -1), "multiple": np.where(over, half_even((judged - bound) * 100, bound), -1)}
            statistic, num, below, bound = entries[-1]
            # Cut to 10⁻¹² without leaving 64 bits: the whole part, then the rest twice by 10⁶.
            quotient, rest = np.divmod(num, below * bound)
            high, rest = np.divmod(rest * 1000000, below * bound)
            composite = composite + quotient * 10**12 + high * 10**6 + rest * 1000000 // (below * bound)
            lacks.append(np.where(given, 9, lack))
        lack = np.min(lacks, axis=0)
        self.lack = np.where(lack < 9, lack, np.where(self.with_index == 0, 0, -1))
        self.ratio = np.where(self.lack < 0, half_even(self.good * 1000, np.maximum(self.with_index, 1)), -1)
        self.composite = np.where(lack == 9, half_even(composite, np.where(law == 1, 10**9, 10**10)), -1)

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        station, period = np.divmod(np.arange(self.cells), self.years * 17)

        def save(name, frame):
            frame.mask(frame < 0).astype("Int64").to_csv(os.path.join(folder, name), index=False)
        figures = pd.concat([pd.DataFrame({"station": station, "period": period, "statistic": s, **f}) for s, f in sorted(self.figures.items())])
        save("figures.csv", figures.sort_values(["station", "period", "statistic"]))
        save("counts.csv", pd.DataFrame({"station": station, "period": period, "with_index": self.with_index, "good": self.good, "lack": self.lack, "ratio": self.ratio, "composite": self.composite}))
        where, day = np.divmod(np.arange(self.stations * self.days), self.days)
        none = self.aqi < 0
        save("days.csv", pd.DataFrame({"station": where, "day": day, "aqi": self.aqi, "level": np.where(none, -1, self.level), "primary": np.where(none, -1, self.primary), **self.days_of}))


def status(name):
    return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith(name))


def main():
    work = Work(sys.argv[1])
    if sys.argv[2:] == ["cold"]:
        work.run()
        return
    say = lambda what: print(json.dumps(what), flush=True)
    say({"loaded": work.about, "rssMb": status("VmRSS:")})
    for line in sys.stdin:
        order = line.split()
        if order == ["run"]:
            open("/proc/self/clear_refs", "w").write("5")
            before, used, start = status("VmRSS:"), resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
            work.run()
            seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
            say({"seconds": seconds, "cpu": after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime, "rssBeforeMb": before, "peakMb": status("VmHWM:"), "also": {}})
        elif order[0] == "write":
            work.write(order[1])
            say({"written": order[1]})


if __name__ == "__main__":
    main()
