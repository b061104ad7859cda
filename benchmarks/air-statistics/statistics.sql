-- B1 in DuckDB: from a row an hour to the statutory figures, in whole numbers throughout, so that nothing depends on binary rounding.
-- Before the clock: the table, filled in order of station and time, and what the standards say. Why it is written this way: README.md.
CREATE TABLE hours (station SMALLINT NOT NULL, day SMALLINT NOT NULL, hour UTINYINT NOT NULL, pm25 SMALLINT, pm10 SMALLINT, so2 SMALLINT, no2 SMALLINT, co SMALLINT, o3 SMALLINT, pm25_flag UTINYINT NOT NULL, pm10_flag UTINYINT NOT NULL, so2_flag UTINYINT NOT NULL, no2_flag UTINYINT NOT NULL, co_flag UTINYINT NOT NULL, o3_flag UTINYINT NOT NULL);

-- Days since 2018-01-01 with their month (0, 1, …) and whether HJ 633-2026, HJ 663-2026 and GB 3095-2026 (transition stage) are in force.
CREATE TABLE calendar AS
SELECT i::SMALLINT AS day, ((year(date) - 2018) * 12 + month(date) - 1)::SMALLINT AS month, date >= DATE '2026-03-01' AS new
FROM (SELECT i, DATE '2018-01-01' + i::INTEGER AS date FROM range({days}) AS r(i));

-- Months, then quarters, then years, each with its months; a period is judged by the edition of its last day.
CREATE TABLE periods AS
SELECT p::SMALLINT AS period, kind, first::SMALLINT AS first, last::SMALLINT AS last, last >= 98 AS new FROM (
    SELECT i AS p, 0 AS kind, i AS first, i AS last FROM range({years} * 12) AS r(i)
    UNION ALL SELECT {years} * 12 + i, 1, i * 3, i * 3 + 2 FROM range({years} * 4) AS r(i)
    UNION ALL SELECT {years} * 16 + i, 2, i * 12, i * 12 + 11 FROM range({years}) AS r(i));

-- Places of published figures and limits of class 2, in the last place in which a figure is judged (carbon monoxide in tenths of mg/m³).
CREATE TABLE law AS FROM (VALUES
    (0, false, 1, 35, 75, 95), (1, false, 1, 70, 150, 95), (2, false, 1, 60, 150, 98), (3, false, 1, 40, 80, 98), (4, false, 1, NULL, 40, 95), (5, false, 1, NULL, 160, 90),
    (0, true, 10, 30, 60, 95), (1, true, 1, 60, 120, 95), (2, true, 1, 60, 150, 98), (3, true, 1, 40, 80, 98), (4, true, 1, NULL, 40, 95), (5, true, 1, NULL, 160, 90)
) AS t(item, new, factor, year_limit, day_limit, percent);

CREATE MACRO half_even(x, d) AS x // d + CASE WHEN 2 * (x % d) > d OR (2 * (x % d) = d AND (x // d) % 2 = 1) THEN 1 ELSE 0 END;
CREATE MACRO line(c, low, high, below, above) AS ((high - low) * (c - below) + above - below - 1) // (above - below) + low;
CREATE MACRO iaqi(c, b1, b2, b3, b4, b5, b6, b7) AS CASE
    WHEN c <= b1 THEN line(c, 0, 50, 0, b1) WHEN c <= b2 THEN line(c, 50, 100, b1, b2) WHEN c <= b3 THEN line(c, 100, 150, b2, b3) WHEN c <= b4 THEN line(c, 150, 200, b3, b4)
    WHEN c <= b5 THEN line(c, 200, 300, b4, b5) WHEN c <= b6 THEN line(c, 300, 400, b5, b6) WHEN c <= b7 THEN line(c, 400, 500, b6, b7) WHEN c > b7 THEN 500 END;
CREATE MACRO iaqi_8h(c, beyond) AS CASE
    WHEN c <= 100 THEN line(c, 0, 50, 0, 100) WHEN c <= 160 THEN line(c, 50, 100, 100, 160) WHEN c <= 215 THEN line(c, 100, 150, 160, 215) WHEN c <= 265 THEN line(c, 150, 200, 215, 265)
    WHEN c <= 800 THEN line(c, 200, 300, 265, 800) WHEN c > 800 THEN beyond END;

-- WORK
-- Hours to days: sums and counts, and the hours of ozone as a list that carries its hour, since a group's rows come in no promised order. Then the valid values, times 212 520
-- or 168; sums of 8 hours are sums of 2, of 4, of 8. An ozone day with fewer than 14 windows counts if it is above 160 all the same. One statement: what a table between took is saved.
CREATE OR REPLACE TEMP TABLE values_of_days AS
SELECT station, day, month, new, pm25, pm10, so2, no2, co,
    CASE WHEN windows >= 14 OR o3_8h > 269640 THEN o3::BIGINT END AS o3, CASE WHEN windows >= 14 OR o3_8h > 269640 THEN o3_8h::BIGINT END AS o3_8h
FROM (
    SELECT station, day, o3,
        CASE WHEN n_pm25 >= 20 THEN pm25::BIGINT * (212520 // n_pm25) END AS pm25,
        CASE WHEN n_pm10 >= 20 THEN pm10::BIGINT * (212520 // n_pm10) END AS pm10,
        CASE WHEN n_so2 >= 20 THEN so2::BIGINT * (212520 // n_so2) END AS so2, CASE WHEN n_no2 >= 20 THEN no2::BIGINT * (212520 // n_no2) END AS no2,
        CASE WHEN n_co >= 20 THEN co::BIGINT * (212520 // n_co) END AS co,
        greatest(
            CASE c0 WHEN 8 THEN 21 * w0 WHEN 7 THEN 24 * w0 WHEN 6 THEN 28 * w0 END,
            CASE c1 WHEN 8 THEN 21 * w1 WHEN 7 THEN 24 * w1 WHEN 6 THEN 28 * w1 END,
            CASE c2 WHEN 8 THEN 21 * w2 WHEN 7 THEN 24 * w2 WHEN 6 THEN 28 * w2 END,
            CASE c3 WHEN 8 THEN 21 * w3 WHEN 7 THEN 24 * w3 WHEN 6 THEN 28 * w3 END,
            CASE c4 WHEN 8 THEN 21 * w4 WHEN 7 THEN 24 * w4 WHEN 6 THEN 28 * w4 END,
            CASE c5 WHEN 8 THEN 21 * w5 WHEN 7 THEN 24 * w5 WHEN 6 THEN 28 * w5 END,
            CASE c6 WHEN 8 THEN 21 * w6 WHEN 7 THEN 24 * w6 WHEN 6 THEN 28 * w6 END,
            CASE c7 WHEN 8 THEN 21 * w7 WHEN 7 THEN 24 * w7 WHEN 6 THEN 28 * w7 END,
            CASE c8 WHEN 8 THEN 21 * w8 WHEN 7 THEN 24 * w8 WHEN 6 THEN 28 * w8 END,
            CASE c9 WHEN 8 THEN 21 * w9 WHEN 7 THEN 24 * w9 WHEN 6 THEN 28 * w9 END,
            CASE c10 WHEN 8 THEN 21 * w10 WHEN 7 THEN 24 * w10 WHEN 6 THEN 28 * w10 END,
            CASE c11 WHEN 8 THEN 21 * w11 WHEN 7 THEN 24 * w11 WHEN 6 THEN 28 * w11 END,
            CASE c12 WHEN 8 THEN 21 * w12 WHEN 7 THEN 24 * w12 WHEN 6 THEN 28 * w12 END,
            CASE c13 WHEN 8 THEN 21 * w13 WHEN 7 THEN 24 * w13 WHEN 6 THEN 28 * w13 END,
            CASE c14 WHEN 8 THEN 21 * w14 WHEN 7 THEN 24 * w14 WHEN 6 THEN 28 * w14 END,
            CASE c15 WHEN 8 THEN 21 * w15 WHEN 7 THEN 24 * w15 WHEN 6 THEN 28 * w15 END,
            CASE c16 WHEN 8 THEN 21 * w16 WHEN 7 THEN 24 * w16 WHEN 6 THEN 28 * w16 END) AS o3_8h,
        (c0 >= 6)::TINYINT + (c1 >= 6)::TINYINT + (c2 >= 6)::TINYINT + (c3 >= 6)::TINYINT + (c4 >= 6)::TINYINT + (c5 >= 6)::TINYINT +
            (c6 >= 6)::TINYINT + (c7 >= 6)::TINYINT + (c8 >= 6)::TINYINT + (c9 >= 6)::TINYINT + (c10 >= 6)::TINYINT + (c11 >= 6)::TINYINT +
            (c12 >= 6)::TINYINT + (c13 >= 6)::TINYINT + (c14 >= 6)::TINYINT + (c15 >= 6)::TINYINT + (c16 >= 6)::TINYINT AS windows
    FROM (SELECT station, day, pm25, n_pm25, pm10, n_pm10, so2, n_so2, no2, n_no2, co, n_co, o3,
            b0 + b4 AS w0, e0 + e4 AS c0, b1 + b5 AS w1, e1 + e5 AS c1, b2 + b6 AS w2, e2 + e6 AS c2, b3 + b7 AS w3, e3 + e7 AS c3,
            b4 + b8 AS w4, e4 + e8 AS c4, b5 + b9 AS w5, e5 + e9 AS c5, b6 + b10 AS w6, e6 + e10 AS c6, b7 + b11 AS w7, e7 + e11 AS c7,
            b8 + b12 AS w8, e8 + e12 AS c8, b9 + b13 AS w9, e9 + e13 AS c9, b10 + b14 AS w10, e10 + e14 AS c10, b11 + b15 AS w11, e11 + e15 AS c11,
            b12 + b16 AS w12, e12 + e16 AS c12, b13 + b17 AS w13, e13 + e17 AS c13, b14 + b18 AS w14, e14 + e18 AS c14,
            b15 + b19 AS w15, e15 + e19 AS c15, b16 + b20 AS w16, e16 + e20 AS c16
        FROM (SELECT station, day, pm25, n_pm25, pm10, n_pm10, so2, n_so2, no2, n_no2, co, n_co, o3,
                a0 + a2 AS b0, d0 + d2 AS e0, a1 + a3 AS b1, d1 + d3 AS e1, a2 + a4 AS b2, d2 + d4 AS e2, a3 + a5 AS b3, d3 + d5 AS e3,
                a4 + a6 AS b4, d4 + d6 AS e4, a5 + a7 AS b5, d5 + d7 AS e5, a6 + a8 AS b6, d6 + d8 AS e6, a7 + a9 AS b7, d7 + d9 AS e7,
                a8 + a10 AS b8, d8 + d10 AS e8, a9 + a11 AS b9, d9 + d11 AS e9, a10 + a12 AS b10, d10 + d12 AS e10, a11 + a13 AS b11, d11 + d13 AS e11,
                a12 + a14 AS b12, d12 + d14 AS e12, a13 + a15 AS b13, d13 + d15 AS e13, a14 + a16 AS b14, d14 + d16 AS e14,
                a15 + a17 AS b15, d15 + d17 AS e15, a16 + a18 AS b16, d16 + d18 AS e16, a17 + a19 AS b17, d17 + d19 AS e17,
                a18 + a20 AS b18, d18 + d20 AS e18, a19 + a21 AS b19, d19 + d21 AS e19, a20 + a22 AS b20, d20 + d22 AS e20
            FROM (SELECT station, day, pm25, n_pm25, pm10, n_pm10, so2, n_so2, no2, n_no2, co, n_co, o3,
                    h0 + h1 AS a0, k0 + k1 AS d0, h1 + h2 AS a1, k1 + k2 AS d1, h2 + h3 AS a2, k2 + k3 AS d2, h3 + h4 AS a3, k3 + k4 AS d3,
                    h4 + h5 AS a4, k4 + k5 AS d4, h5 + h6 AS a5, k5 + k6 AS d5, h6 + h7 AS a6, k6 + k7 AS d6, h7 + h8 AS a7, k7 + k8 AS d7,
                    h8 + h9 AS a8, k8 + k9 AS d8, h9 + h10 AS a9, k9 + k10 AS d9, h10 + h11 AS a10, k10 + k11 AS d10,
                    h11 + h12 AS a11, k11 + k12 AS d11, h12 + h13 AS a12, k12 + k13 AS d12, h13 + h14 AS a13, k13 + k14 AS d13,
                    h14 + h15 AS a14, k14 + k15 AS d14, h15 + h16 AS a15, k15 + k16 AS d15, h16 + h17 AS a16, k16 + k17 AS d16,
                    h17 + h18 AS a17, k17 + k18 AS d17, h18 + h19 AS a18, k18 + k19 AS d18, h19 + h20 AS a19, k19 + k20 AS d19,
                    h20 + h21 AS a20, k20 + k21 AS d20, h21 + h22 AS a21, k21 + k22 AS d21, h22 + h23 AS a22, k22 + k23 AS d22
                FROM (SELECT station, day, pm25, n_pm25, pm10, n_pm10, so2, n_so2, no2, n_no2, co, n_co, o3,
                    CASE WHEN x0 < 65535 THEN x0 ELSE 0 END AS h0, (x0 < 65535)::TINYINT AS k0,
                    CASE WHEN x1 < 65535 THEN x1 ELSE 0 END AS h1, (x1 < 65535)::TINYINT AS k1,
                    CASE WHEN x2 < 65535 THEN x2 ELSE 0 END AS h2, (x2 < 65535)::TINYINT AS k2,
                    CASE WHEN x3 < 65535 THEN x3 ELSE 0 END AS h3, (x3 < 65535)::TINYINT AS k3,
                    CASE WHEN x4 < 65535 THEN x4 ELSE 0 END AS h4, (x4 < 65535)::TINYINT AS k4,
                    CASE WHEN x5 < 65535 THEN x5 ELSE 0 END AS h5, (x5 < 65535)::TINYINT AS k5,
                    CASE WHEN x6 < 65535 THEN x6 ELSE 0 END AS h6, (x6 < 65535)::TINYINT AS k6,
                    CASE WHEN x7 < 65535 THEN x7 ELSE 0 END AS h7, (x7 < 65535)::TINYINT AS k7,
                    CASE WHEN x8 < 65535 THEN x8 ELSE 0 END AS h8, (x8 < 65535)::TINYINT AS k8,
                    CASE WHEN x9 < 65535 THEN x9 ELSE 0 END AS h9, (x9 < 65535)::TINYINT AS k9,
                    CASE WHEN x10 < 65535 THEN x10 ELSE 0 END AS h10, (x10 < 65535)::TINYINT AS k10,
                    CASE WHEN x11 < 65535 THEN x11 ELSE 0 END AS h11, (x11 < 65535)::TINYINT AS k11,
                    CASE WHEN x12 < 65535 THEN x12 ELSE 0 END AS h12, (x12 < 65535)::TINYINT AS k12,
                    CASE WHEN x13 < 65535 THEN x13 ELSE 0 END AS h13, (x13 < 65535)::TINYINT AS k13,
                    CASE WHEN x14 < 65535 THEN x14 ELSE 0 END AS h14, (x14 < 65535)::TINYINT AS k14,
                    CASE WHEN x15 < 65535 THEN x15 ELSE 0 END AS h15, (x15 < 65535)::TINYINT AS k15,
                    CASE WHEN x16 < 65535 THEN x16 ELSE 0 END AS h16, (x16 < 65535)::TINYINT AS k16,
                    CASE WHEN x17 < 65535 THEN x17 ELSE 0 END AS h17, (x17 < 65535)::TINYINT AS k17,
                    CASE WHEN x18 < 65535 THEN x18 ELSE 0 END AS h18, (x18 < 65535)::TINYINT AS k18,
                    CASE WHEN x19 < 65535 THEN x19 ELSE 0 END AS h19, (x19 < 65535)::TINYINT AS k19,
                    CASE WHEN x20 < 65535 THEN x20 ELSE 0 END AS h20, (x20 < 65535)::TINYINT AS k20,
                    CASE WHEN x21 < 65535 THEN x21 ELSE 0 END AS h21, (x21 < 65535)::TINYINT AS k21,
                    CASE WHEN x22 < 65535 THEN x22 ELSE 0 END AS h22, (x22 < 65535)::TINYINT AS k22,
                    CASE WHEN x23 < 65535 THEN x23 ELSE 0 END AS h23, (x23 < 65535)::TINYINT AS k23
                    FROM (SELECT station, day, pm25, n_pm25, pm10, n_pm10, so2, n_so2, no2, n_no2, co, n_co, o3,
                        hours[1] & 65535 AS x0, hours[2] & 65535 AS x1, hours[3] & 65535 AS x2, hours[4] & 65535 AS x3, hours[5] & 65535 AS x4,
                        hours[6] & 65535 AS x5, hours[7] & 65535 AS x6, hours[8] & 65535 AS x7, hours[9] & 65535 AS x8, hours[10] & 65535 AS x9,
                        hours[11] & 65535 AS x10, hours[12] & 65535 AS x11, hours[13] & 65535 AS x12, hours[14] & 65535 AS x13,
                        hours[15] & 65535 AS x14, hours[16] & 65535 AS x15, hours[17] & 65535 AS x16, hours[18] & 65535 AS x17,
                        hours[19] & 65535 AS x18, hours[20] & 65535 AS x19, hours[21] & 65535 AS x20, hours[22] & 65535 AS x21,
                        hours[23] & 65535 AS x22, hours[24] & 65535 AS x23
                        FROM (SELECT * REPLACE (list_sort(hours) AS hours) FROM (
                            SELECT station, day, sum(pm25) AS pm25, count(pm25) AS n_pm25, sum(pm10) AS pm10, count(pm10) AS n_pm10, sum(so2) AS so2, count(so2) AS n_so2,
                                sum(no2) AS no2, count(no2) AS n_no2, sum(co) AS co, count(co) AS n_co,
                                max(o3) AS o3, list(hour::INTEGER * 65536 + coalesce(o3, 65535)) AS hours
                            FROM (SELECT station, day, hour,
                                CASE WHEN pm25_flag = 0 THEN pm25 END AS pm25, CASE WHEN pm10_flag = 0 THEN pm10 END AS pm10, CASE WHEN so2_flag = 0 THEN so2 END AS so2,
                                CASE WHEN no2_flag = 0 THEN no2 END AS no2, CASE WHEN co_flag = 0 THEN co END AS co, CASE WHEN o3_flag = 0 THEN o3 END AS o3
                                FROM hours)
                            GROUP BY station, day))))))))
JOIN calendar USING (day);

-- Sub-indices of values that are rounded once, from the exact quotient; the largest, where no item is missing or it is above 100; its level and what has it.
CREATE OR REPLACE TEMP TABLE days AS
SELECT station, day, month, aqi,
    CASE WHEN aqi <= 50 THEN 1 WHEN aqi <= 100 THEN 2 WHEN aqi <= 150 THEN 3 WHEN aqi <= 200 THEN 4 WHEN aqi <= 300 THEN 5 WHEN aqi > 300 THEN 6 END AS level,
    CASE WHEN aqi IS NULL THEN NULL WHEN aqi <= 50 THEN 0 ELSE CASE WHEN i0 = aqi THEN 1 ELSE 0 END + CASE WHEN i1 = aqi THEN 2 ELSE 0 END + CASE WHEN i2 = aqi THEN 4 ELSE 0 END + CASE WHEN i3 = aqi THEN 8 ELSE 0 END + CASE WHEN i4 = aqi THEN 16 ELSE 0 END + CASE WHEN i5 = aqi THEN 32 ELSE 0 END + CASE WHEN i6 = aqi THEN 64 ELSE 0 END END AS primary_bits
FROM (
    SELECT *, CASE WHEN (complete OR largest > 100) THEN CASE WHEN new THEN greatest(largest, 1) ELSE largest END END AS aqi
    FROM (SELECT *, greatest(i0, i1, i2, i3, i4, i5, i6) AS largest,
            i0 IS NOT NULL AND i1 IS NOT NULL AND i2 IS NOT NULL AND i3 IS NOT NULL AND i4 IS NOT NULL AND (i5 IS NOT NULL OR i6 IS NOT NULL) AS complete
        FROM (SELECT station, day, month, new,
                CASE WHEN new THEN iaqi(pm25, 35, 60, 115, 150, 250, 350, 500) ELSE iaqi(pm25, 35, 75, 115, 150, 250, 350, 500) END AS i0,
                CASE WHEN new THEN iaqi(pm10, 50, 120, 250, 350, 420, 500, 600) ELSE iaqi(pm10, 50, 150, 250, 350, 420, 500, 600) END AS i1,
                iaqi(so2, 50, 150, 475, 800, 1600, 2100, 2620) AS i2,
                iaqi(no2, 40, 80, 180, 280, 565, 750, 940) AS i3,
                iaqi(co, 20, 40, 140, 240, 360, 480, 600) AS i4,
                CASE WHEN NOT new THEN iaqi(o3, 160, 200, 300, 400, 800, 1000, 1200) END AS i5,
                iaqi_8h(o3_8h, CASE WHEN new THEN 300 END) AS i6
            FROM (SELECT station, day, month, new, half_even(pm25, 2125200) AS pm25, half_even(pm10, 2125200) AS pm10, half_even(so2, 2125200) AS so2, half_even(no2, 2125200) AS no2,
                    half_even(co, 2125200) AS co, half_even(o3, 10) AS o3, half_even(o3_8h, 1680) AS o3_8h
                FROM values_of_days))));

-- Months: of each item the days with a value and their sum, days with an AQI and good days.
CREATE OR REPLACE TEMP TABLE months AS
SELECT station, month, CASE WHEN month % 12 = 1 THEN 25 ELSE 27 END AS needed,
    count(pm25) AS n0, sum(pm25)::BIGINT AS s0, count(pm10) AS n1, sum(pm10)::BIGINT AS s1, count(so2) AS n2, sum(so2)::BIGINT AS s2,
    count(no2) AS n3, sum(no2)::BIGINT AS s3, count(co) AS n4, sum(co)::BIGINT AS s4, count(o3_8h) AS n5, sum(o3_8h)::BIGINT AS s5,
    count(aqi) AS with_index, count(*) FILTER (aqi <= 100) AS good
FROM values_of_days JOIN days USING (station, day, month)
GROUP BY station, month;

-- Periods: the same over their months, with the worst of them.
CREATE OR REPLACE TEMP TABLE sums_of_periods AS
SELECT station, period, kind, p.new,
    sum(n0) AS n0, sum(s0)::BIGINT AS s0, min(n0) AS least0, max(needed - n0) AS short0,
        sum(n1) AS n1, sum(s1)::BIGINT AS s1, min(n1) AS least1, max(needed - n1) AS short1,
        sum(n2) AS n2, sum(s2)::BIGINT AS s2, min(n2) AS least2, max(needed - n2) AS short2,
        sum(n3) AS n3, sum(s3)::BIGINT AS s3, min(n3) AS least3, max(needed - n3) AS short3,
        sum(n4) AS n4, sum(s4)::BIGINT AS s4, min(n4) AS least4, max(needed - n4) AS short4,
        sum(n5) AS n5, sum(s5)::BIGINT AS s5, min(n5) AS least5, max(needed - n5) AS short5,
    sum(with_index)::BIGINT AS with_index, sum(good)::BIGINT AS good
FROM months JOIN periods p ON month BETWEEN p.first AND p.last
GROUP BY station, period, kind, p.new;

-- The largest values of each period, as many as its percentile can reach down to (the largest first).
CREATE OR REPLACE TEMP TABLE tops AS
SELECT station, month AS period,
    max(pm25, 3) AS t0, max(pm10, 3) AS t1, max(so2, 2) AS t2, max(no2, 2) AS t3, max(co, 3) AS t4, max(o3_8h, 4) AS t5
FROM values_of_days GROUP BY station, month
UNION ALL
SELECT station, {years} * 12 + month // 3,
    max(pm25, 6) AS t0, max(pm10, 6) AS t1, max(so2, 3) AS t2, max(no2, 3) AS t3, max(co, 6) AS t4, max(o3_8h, 11) AS t5
FROM values_of_days GROUP BY station, month // 3
UNION ALL
SELECT station, {years} * 16 + month // 12,
    max(pm25, 20) AS t0, max(pm10, 20) AS t1, max(so2, 9) AS t2, max(no2, 9) AS t3, max(co, 20) AS t4, max(o3_8h, 38) AS t5
FROM values_of_days GROUP BY station, month // 12;

-- A row an item: whether its days suffice (0 none, 1 a month is empty, 2 too few).
CREATE OR REPLACE TEMP TABLE statistics AS
SELECT station, item, period, kind, new, n::BIGINT AS n, total, tops,
    CASE WHEN n = 0 THEN 0 WHEN short > 0 THEN CASE WHEN least = 0 THEN 1 ELSE 2 END WHEN kind = 2 AND n < 324 THEN 2 END AS lack
FROM (SELECT station, period, kind, new, unnest([0, 1, 2, 3, 4, 5]) AS item, unnest([n0, n1, n2, n3, n4, n5]) AS n, unnest([s0, s1, s2, s3, s4, s5]) AS total,
        unnest([least0, least1, least2, least3, least4, least5]) AS least, unnest([short0, short1, short2, short3, short4, short5]) AS short, unnest([t0, t1, t2, t3, t4, t5]) AS tops
    FROM sums_of_periods JOIN tops USING (station, period));

-- Means (0 to 3) and percentiles (4 to 9) as exact quotients, published and judged. Micro is only written down to be compared.
CREATE OR REPLACE TEMP TABLE figures AS
SELECT station, period, statistic, n, lack, num, den, year_limit, day_limit, half_even(num * factor, den) AS published,
    num * CASE WHEN statistic = 8 THEN 100000 ELSE 1000000 END // den AS micro,
    CASE WHEN kind = 2 THEN (judged <= bound)::INTEGER END AS meets, CASE WHEN kind = 2 AND judged > bound THEN half_even((judged - bound) * 100, bound) END AS multiple
FROM (SELECT *, half_even(num, den) AS judged, CASE WHEN statistic < 4 THEN year_limit ELSE day_limit END AS bound
    FROM (SELECT station, period, kind, item AS statistic, n, lack, factor, year_limit, day_limit, CASE WHEN lack IS NULL THEN total END AS num, n * 2125200 AS den
        FROM statistics JOIN law USING (item, new) WHERE item < 4
        UNION ALL
        SELECT station, period, kind, item + 4, n, lack, factor, year_limit, day_limit,
            CASE WHEN lack IS NULL THEN tops[n - s] * (100 - part) + CASE WHEN part > 0 THEN tops[n - s - 1] * part ELSE 0 END END,
            CASE WHEN item = 5 THEN 168000 ELSE 212520000 END
        FROM (SELECT *, (n - 1) * percent // 100 AS s, (n - 1) * percent % 100 AS part FROM statistics JOIN law USING (item, new))));

-- Days with an AQI, good days and their share, and the composite index, where every item has the days that its own figure needs. The index is a sum of six quotients
-- with different denominators: each is cut to 10⁻¹² and the sum rounded; a sum that lies within the cut of a half would show as a difference to be looked at.
CREATE OR REPLACE TEMP TABLE counts AS
SELECT station, period, with_index, good, coalesce(lack, CASE WHEN with_index = 0 THEN 0 END) AS lack, CASE WHEN lack IS NULL AND with_index > 0 THEN half_even(good * 1000, with_index) END AS ratio,
    CASE WHEN lack IS NULL THEN half_even(composite, CASE WHEN new THEN 1000000000 ELSE 10000000000 END) END AS composite
FROM sums_of_periods
JOIN (SELECT station, period, min(lack) AS lack,
        sum(CASE WHEN statistic < 4 THEN num::HUGEINT * 1000000000000 // (den::HUGEINT * year_limit) WHEN statistic >= 8 THEN num::HUGEINT * 1000000000000 // (den::HUGEINT * day_limit) END) AS composite
    FROM figures GROUP BY station, period) USING (station, period);
