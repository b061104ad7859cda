"""The peer of the bench: what `greenprint observe import` and `greenprint indicator compute` do for the Beijing files, in pandas.

    peer_pandas.py import DB FILE...   reads, validates, compares with what DB has, stores what is new, durably; prints the counts
    peer_pandas.py assess DB YEAR      the city's PM2.5 mean, ozone percentile and good-day ratio by the editions of 2012 and 2013

Written to be fast in pandas: vectorised throughout, rows go into SQLite by executemany in one transaction.
"""
import json
import sqlite3
import sys

import numpy as np
import pandas as pd

ITEMS = {"PM2.5": "pm25", "PM10": "pm10", "SO2": "so2", "NO2": "no2", "CO": "co", "O3": "o3"}
HIGHEST = {"PM2.5": 5000, "PM10": 20000, "SO2": 10000, "NO2": 5000, "CO": 150000, "O3": 2000}
SENTINELS = [-99, -999, -9999, 9999, 9999.99, 99999]
SCALE = 10**9


def connect(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, code TEXT UNIQUE)")
    db.execute("CREATE TABLE IF NOT EXISTS readings (series INTEGER, start INTEGER, value INTEGER, flags INTEGER, "
               "PRIMARY KEY (series, start)) WITHOUT ROWID")
    db.execute("CREATE TABLE IF NOT EXISTS revisions (series INTEGER, start INTEGER, revision INTEGER, value INTEGER, flags INTEGER, "
               "PRIMARY KEY (series, start, revision)) WITHOUT ROWID")
    return db


def series_id(db, code):
    db.execute("INSERT OR IGNORE INTO series (code) VALUES (?)", (code,))
    return db.execute("SELECT id FROM series WHERE code = ?", (code,)).fetchone()[0]


def read_file(path):
    frame = pd.read_csv(path, na_values=["NA"], usecols=["year", "month", "day", "hour", "station", *ITEMS])
    wall = pd.to_datetime(frame[["year", "month", "day", "hour"]])
    frame["start"] = wall.astype("int64") // 10**9 - 8 * 3600
    if frame["CO"].median() < 20:
        raise SystemExit("CO looks like mg/m3")
    return frame


def import_files(path, files):
    db = connect(path)
    db.execute("BEGIN IMMEDIATE")
    stored = unchanged = revised = rejected = missing = 0
    now = pd.Timestamp.now("UTC").timestamp()
    for name in files:
        frame = read_file(name)
        order = frame["PM2.5"] > frame["PM10"]
        for column, item in ITEMS.items():
            part = pd.DataFrame({"start": frame["start"], "raw": frame[column], "flags": 0})
            missing += int(part["raw"].isna().sum())
            if column in ("PM2.5", "PM10"):
                part.loc[order, "flags"] |= 64
                part.loc[part["raw"].isin([985, 999, 1000]), "flags"] |= 16
                previous, following = part["raw"].shift(1), part["raw"].shift(-1)
                part.loc[part["raw"] - np.maximum(previous, following) >= (300 if column == "PM2.5" else 500), "flags"] |= 32
            part = part.dropna(subset=["raw"])
            bad = (part["raw"] < 0) | part["raw"].isin(SENTINELS) | (part["raw"] > HIGHEST[column]) | (part["start"] > now)
            rejected += int(bad.sum())
            part = part[~bad].drop_duplicates("start")
            scale = SCALE // 1000 if column == "CO" else SCALE
            # Up to four decimals in these files: rounding the product to the nearest whole number is exact.
            part["value"] = np.rint(part["raw"] * 10_000).astype("int64") * (scale // 10_000)
            series = series_id(db, f"{frame['station'].iat[0]}/{item}")
            had = pd.DataFrame(db.execute("SELECT start, value FROM readings WHERE series = ?", (series,)).fetchall(), columns=["start", "had"])
            if len(had) == 0:
                fresh, other = part, part.iloc[0:0]
            else:
                both = part.merge(had, on="start", how="left")
                fresh = both[both["had"].isna()]
                other = both[both["had"].notna() & (both["had"] != both["value"])]
            stored += len(fresh)
            revised += len(other)
            unchanged += len(part) - len(fresh) - len(other)
            db.executemany("INSERT INTO readings (series, start, value, flags) VALUES (?, ?, ?, ?)",
                           zip([series] * len(fresh), fresh["start"].tolist(), fresh["value"].tolist(), fresh["flags"].tolist()))
            for row in other.itertuples():
                db.execute("INSERT INTO revisions SELECT series, start, (SELECT count(*) FROM revisions v WHERE v.series = r.series AND v.start = r.start), "
                           "value, flags FROM readings r WHERE series = ? AND start = ?", (series, row.start))
                db.execute("UPDATE readings SET value = ?, flags = ? WHERE series = ? AND start = ?", (row.value, row.flags, series, row.start))
    db.execute("COMMIT")
    db.close()
    return {"stored": stored, "unchanged": unchanged, "revised": revised, "rejected": rejected, "missing": missing}


def half_even(values, decimals=0):
    # Nine decimals first: a mean that is exactly one half must not be moved off it by binary fractions.
    return np.round(np.round(values, 9), decimals)


def city_days(stations):
    """Mean of the stations of a day, where at least three quarters of them are valid."""
    table = pd.concat(stations, axis=1)
    return table.mean(axis=1).where(table.notna().sum(axis=1) >= 0.75 * table.shape[1])


def eight_hour_maxima(hours):
    """Largest of the 17 windows of each day; needs 14 of them, or a result above 160."""
    frame = hours.to_numpy().reshape(-1, 24)
    windows = np.lib.stride_tricks.sliding_window_view(frame, 8, axis=1)
    count = (~np.isnan(windows)).sum(axis=2)
    with np.errstate(all="ignore"):
        means = np.where(count >= 6, np.nansum(windows, axis=2) / count, np.nan)
    valid = (~np.isnan(means)).sum(axis=1)
    largest = np.where(valid > 0, np.nanmax(np.where(np.isnan(means), -np.inf, means), axis=1), np.nan)
    keep = (valid >= 14) | ((valid > 0) & (half_even(largest) > 160))
    return pd.Series(np.where(keep, largest, np.nan), index=hours.index[::24].date)


def index_of(values, points):
    iaqi = np.array([0, 50, 100, 150, 200, 300, 400, 500], dtype=float)[: len(points)]
    raw = np.interp(values, points, iaqi)
    raw = np.where(values > points[-1], np.nan if len(points) < 8 else 500.0, raw)
    return np.ceil(np.round(raw, 9))


POINTS = {
    "so2": [0, 50, 150, 475, 800, 1600, 2100, 2620],
    "no2": [0, 40, 80, 180, 280, 565, 750, 940],
    "pm10": [0, 50, 150, 250, 350, 420, 500, 600],
    "co": [0, 2, 4, 14, 24, 36, 48, 60],
    "o3_1h": [0, 160, 200, 300, 400, 800, 1000, 1200],
    "o3_8h": [0, 100, 160, 215, 265, 800],
    "pm25": [0, 35, 75, 115, 150, 250, 350, 500],
}


def assess(path, year):
    db = connect(path)
    index = pd.date_range(f"{year}-01-01", f"{year}-12-31 23:00", freq="H")
    first = index[0].value // 10**9 - 8 * 3600
    days, o3_1h, o3_8h = {item: [] for item in ITEMS.values()}, [], []
    for series, code in db.execute("SELECT id, code FROM series ORDER BY code").fetchall():
        item = code.split("/")[1]
        rows = np.array(db.execute("SELECT start, value FROM readings WHERE series = ? AND start >= ? AND start < ?",
                                   (series, first, first + len(index) * 3600)).fetchall(), dtype="int64").reshape(-1, 2)
        hours = np.full(len(index), np.nan)
        hours[(rows[:, 0] - first) // 3600] = rows[:, 1] / SCALE
        frame = hours.reshape(-1, 24)
        count = (~np.isnan(frame)).sum(axis=1)
        with np.errstate(all="ignore"):
            mean = np.where(count >= 20, np.nansum(frame, axis=1) / count, np.nan)
        dates = index[::24].date
        days[item].append(pd.Series(mean, index=dates))
        if item == "o3":
            maxima = eight_hour_maxima(pd.Series(hours, index=index))
            # The largest hour counts on the days on which the largest 8 h mean does.
            largest = np.nanmax(np.where(np.isnan(frame), -np.inf, frame), axis=1)
            o3_1h.append(pd.Series(largest, index=dates).where(maxima.notna()))
            o3_8h.append(maxima)
    db.close()

    city = {item: city_days(values) for item, values in days.items() if item != "o3"}
    city["o3_8h"], city["o3_1h"] = city_days(o3_8h), city_days(o3_1h)
    ozone = np.sort(city["o3_8h"].dropna().to_numpy())
    k = (len(ozone) - 1) * 0.9
    low = int(np.floor(k))
    p90 = ozone[low] + (ozone[min(low + 1, len(ozone) - 1)] - ozone[low]) * (k - low)

    iaqi = pd.DataFrame({item: index_of(half_even(city[item].to_numpy(), 1 if item == "co" else 0), points) for item, points in POINTS.items()})
    aqi = iaqi.max(axis=1)
    known = iaqi.notna()
    complete = known.drop(columns=["o3_1h", "o3_8h"]).all(axis=1) & (known["o3_1h"] | known["o3_8h"])
    given = complete | (aqi > 100)
    good = int((given & (aqi <= 100)).sum())
    return {
        "pm25": float(city["pm25"].mean()), "o3": float(p90), "goodDays": good, "daysWithIndex": int(given.sum()),
        "goodDayRatio": 100.0 * good / int(given.sum()), "validDays": int(city["pm25"].notna().sum()),
    }


if __name__ == "__main__":
    if sys.argv[1] == "import":
        print(json.dumps(import_files(sys.argv[2], sys.argv[3:])))
    else:
        print(json.dumps(assess(sys.argv[2], int(sys.argv[3]))))
