"""The tables: ratios to a peer of the same run first, then the figures themselves."""

import os
import platform
import statistics
import time
from collections import defaultdict

ROWS = [  # key, title, unit, factor
    ("first_scrape", "start to first scrape", "ms", 1000), ("full_cycle", "start to first full cycle", "ms", 1000),
    ("start_cpu", "CPU until then", "ms", 1000), ("scan_cpu", "CPU of one scanner run", "ms", 1000),
    ("rss", "RSS", "MB", 1), ("pss", "PSS", "MB", 1), ("rss_soaked", "RSS after the soak", "MB", 1),
    ("cpu", "CPU a minute, scraped every 15 s", "ms", 1000), ("cpu_all", "the same with the scanner", "ms", 1000),
    ("p50", "scrape, p50 at 200/s", "ms", 1000), ("p99", "scrape, p99 at 200/s", "ms", 1000),
    ("scrape_cpu", "CPU of a scrape", "µs", 1e6), ("flat_out", "scrapes a second, flat out", "", 1),
    ("series", "series", "", 1), ("scrape_bytes", "bytes of a scrape", "", 1), ("scrape_wire", "the same, gzipped", "", 1),
    ("installed", "size installed", "MB", 1),
]
PACKAGED, PLAIN = "rolemeter", "rolemeter, plain java -jar"
LIBRARIES, PLAIN_LIBRARIES = "its libraries alone", "its libraries alone, no flags"
ALONE = {PACKAGED: LIBRARIES, PLAIN: PLAIN_LIBRARIES}
GOALS = [  # what, row, subject, peer, goal, how
    ("RSS, packaged", "rss", PACKAGED, "node_exporter", 3, "≤"),
    ("RSS, packaged, after the soak", "rss_soaked", PACKAGED, None, 64, "≤"),
    ("RSS, plain `java -jar`, no flags", "rss", PLAIN, "cloudwatch_exporter", 0.9, "≤"),
    ("RSS, plain `java -jar`, no flags", "rss", PLAIN, "jmx_exporter", 0.35, "≤"),
    ("RSS, our flags on both sides", "rss", PACKAGED, "cloudwatch_exporter, our flags", 0.8, "≤"),
    ("first scrape, packaged", "first_scrape", PACKAGED, "cloudwatch_exporter", 0.15, "≤"),
    ("first full cycle, packaged, to its first scrape", "full_cycle", PACKAGED, "cloudwatch_exporter", 0.3, "≤"),
    ("CPU, daemon and scanner", "cpu_all", PACKAGED, "node_exporter", 1, "≤"),
    ("CPU, daemon alone", "cpu", PACKAGED, "node_exporter", 1, "≤"),
    ("scrape p50 at 200/s", "p50", PACKAGED, "blackbox_exporter", 1, "≤"),
    ("scrape p99 at 200/s", "p99", PACKAGED, "blackbox_exporter", 1, "≤"),
    ("scrapes a second, flat out", "flat_out", PACKAGED, "blackbox_exporter", 1.1, "≥"),
]


class Results:
    def __init__(self, subjects):
        self.subjects = subjects
        self.values = defaultdict(list)
        for subject in subjects:
            if subject.installed:
                self.add(subject, "installed", sum(map(size, subject.installed)))

    def add(self, subject, row, value):
        self.values[subject.name, row].append(value)

    def median(self, name, row):
        return statistics.median(self.values[name, row]) if self.values.get((name, row)) else None

    def cell(self, name, row, factor):
        values = self.values.get((name, row))
        if not values:
            return "–"
        spread = f" ({number(min(values) * factor)}–{number(max(values) * factor)})" if len(values) > 1 else ""
        return number(statistics.median(values) * factor) + spread


def size(path):
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink()) / 1e6


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def ratios(results):
    print(f"| | beside | goal | measured | {LIBRARIES} |\n|---|---|---|---|---|")
    for title, row, name, peer, goal, how in GOALS:
        value, base = results.median(name, row), results.median(peer, row)
        if row == "full_cycle":
            base = results.median(peer, "first_scrape")
        if value is None or (peer and not base):
            continue
        alone = results.median(ALONE[name], row)
        measured, floor = (of / base if peer and of else of for of in (value, alone))
        reached = measured <= goal if how == "≤" else measured >= goal
        sign = " ×" if peer else " MB"
        verdict = f"{measured:.2f}{sign}{'' if reached else ', not reached'}"
        print(f"| {title} | {peer or ''} | {how} {goal}{sign} | {verdict} | {f'{floor:.2f}{sign}' if floor else ''} |")


def head(options):
    jdk = os.popen("java -version 2>&1").readline().strip()
    print(f"\n{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, Linux {platform.release()}, {jdk}, "
          f"{'' if options.growth else f'{options.processes} processes on the simulated host, '}load {os.getloadavg()[0]:.0f}"
          f"{', quick' if options.quick else ''}\n")


def show(results):
    names = [subject.name for subject in results.subjects]
    ratios(results)
    print("\n| median (least–most) | " + " | ".join(names) + " |\n|---" * 1 + "|---" * len(names) + "|")
    for row, title, unit, factor in ROWS:
        cells = [results.cell(name, row, factor) for name in names]
        if any(cell != "–" for cell in cells):
            print(f"| {title}{', ' + unit if unit else ''} | " + " | ".join(cells) + " |")
