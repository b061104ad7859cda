"""The hourly AQI of HJ 633-2012 by the national platform's practice, as fast as pandas and numpy make it plainly: one CSV in, one CSV out.

Usage: peer_pandas.py IN.csv OUT.csv
"""
import sys

import numpy as np
import pandas as pd

INDEX = np.array([0, 50, 100, 150, 200, 300, 400, 500])
POINTS = {   # table 1: concentrations of the indices above; particles on their 24 h columns
    "so2": [0, 150, 500, 650, 800],
    "no2": [0, 100, 200, 700, 1200, 2340, 3090, 3840],
    "co": [0, 5, 10, 35, 60, 90, 120, 150],
    "o3": [0, 160, 200, 300, 400, 800, 1000, 1200],
    "o3_8h": [0, 100, 160, 215, 265, 800],
    "pm10": [0, 50, 150, 250, 350, 420, 500, 600],
    "pm25": [0, 35, 75, 115, 150, 250, 350, 500],
}
NAMED = [("pm25", "PM2.5"), ("pm10", "PM10"), ("so2", "SO2"), ("no2", "NO2"), ("co", "CO"), ("o3", "O3")]


def sub_index(item, values):
    """Rounded half to even (CO to one place), interpolated in whole numbers so that nothing is rounded up by a binary digit; beyond the table 500, or none."""
    scale = 10 if item == "co" else 1
    points = np.array(POINTS[item]) * scale
    known = ~np.isnan(values)
    whole = np.rint(np.where(known, values, 0) * scale).astype(np.int64)
    at = np.clip(np.searchsorted(points, whole, side="left"), 1, len(points) - 1)
    low, high, below, above = INDEX[at - 1], INDEX[at], points[at - 1], points[at]
    index = -((-(high - low) * (whole - below)) // (above - below)) + low
    beyond = whole > points[-1]
    index = np.where(beyond, 500, index).astype(float)
    index[~known | (beyond if item in ("so2", "o3_8h") else False)] = np.nan
    return index


def main(source, target):
    table = pd.read_csv(source, dtype={"station": str, "time": str})
    for item in POINTS:
        table["iaqi_" + item] = sub_index(item, table[item].to_numpy(dtype=float))
    deciding = np.stack([table["iaqi_" + item] for item, _ in NAMED])
    aqi = np.nanmax(np.where(np.isnan(deciding), -1, deciding), axis=0)
    table["aqi"] = np.where(aqi < 0, np.nan, aqi)
    table["level"] = np.where(aqi < 0, np.nan, np.searchsorted([50, 100, 150, 200, 300], aqi, side="left") + 1)
    code = np.zeros(len(table), dtype=np.int64)
    for bit, row in enumerate(deciding):
        code |= ((row == aqi) & (aqi > 50)).astype(np.int64) << bit
    names = np.array([";".join(name for bit, (_, name) in enumerate(NAMED) if number >> bit & 1) for number in range(1 << len(NAMED))], dtype=object)
    table["primary"] = names[code]
    columns = ["aqi", "level", *["iaqi_" + item for item in POINTS]]
    table[columns] = table[columns].astype("Int64")
    order = ["station", "time", "aqi", "level", "primary", *["iaqi_" + item for item in ("so2", "no2", "co", "o3", "o3_8h", "pm10", "pm25")]]
    table[order].to_csv(target, index=False)


main(sys.argv[1], sys.argv[2])
