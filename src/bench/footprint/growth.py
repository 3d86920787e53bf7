"""How a cycle's time, CPU and memory grow with what there is on a host, and a scrape's with how many are asked for at once."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass

from . import load
from .simulated import SimulatedHost
from .start import wait_for
from .subjects import packaged

PROCESSES = (10, 100, 1000, 10_000)
HOMES = (10, 100, 1000)
PROBES = (1, 10, 100)
SCRAPES = (1, 10, 50)
FEW = 10
SECONDS = 4
WORSE = 1.5  # times a straight line
NOISE = 0.1  # of the smallest size's
FLAT = 1.5  # times the memory of the smallest
PROBE = "  - name: probe-{number}\n    s3-get: {{ bucket: source, key: health.txt }}\n"


@dataclass
class Cost:
    """Seconds, CPU seconds, and the most that was resident, in MB."""

    time: float
    cpu: float
    rss: float


def cost(command, environment, good):
    """Of a command that ends by itself."""
    began = time.perf_counter()
    child = subprocess.Popen(
        [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in good:
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return Cost(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def median(costs):
    return Cost(*(statistics.median(getattr(one, field) for one in costs) for field in ("time", "cpu", "rss")))


def looks(options, folder, rounds, sizes, fill):
    """Runs of the scanner, which is a cycle of all that looks at the host."""
    with SimulatedHost(options.jar, folder, FEW, FEW) as host:
        subject = packaged(host, options.jar, options.root)
        for size in sizes:
            fill(host, size)
            yield size, median([cost(subject.scanner, subject.environment, (0, 1, 2)) for _ in range(rounds)])


def probes(host, subject, rounds):
    """Whole cycles of `check`."""
    eight = host.config.read_text()
    for size in PROBES:
        host.config.write_text(
            eight[: eight.index("probes:")] + "probes:\n" + "".join(PROBE.format(number=number) for number in range(size))
        )
        yield size, median([cost(subject.checker, subject.environment, (0, 1, 2)) for _ in range(rounds)])
    host.config.write_text(eight)


def scrapes(subject):
    """All of them answered once; the memory is the most that the daemon has had until then."""
    subject.scan()
    process = subject.start()
    try:
        wait_for(subject, process, "/-/ready")
        load.flat_out(subject, SECONDS)
        for size in SCRAPES:
            before = process.cpu_seconds()
            a_second = load.flat_out(subject, SECONDS, size)
            cpu = (process.cpu_seconds() - before) / SECONDS
            yield size, Cost(size / a_second, size * cpu / a_second, process.peak())
    finally:
        process.stop()


def verdict(costs, unit):
    """Of costs by size, by their CPU, which other work on the machine does not change as it does the time: all of it beyond the
    smallest size's, beside a straight line through that and the middle size."""
    sizes = sorted(costs)
    first, middle, last = sizes[0], sizes[-2], sizes[-1]
    base = costs[first].cpu
    line = max(costs[middle].cpu - base, NOISE * base) * (last - first) / (middle - first)
    words = ["CPU grows worse than linearly" if costs[last].cpu - base > WORSE * line else "linear or better"]
    if costs[last].rss > FLAT * costs[first].rss:
        words.append("memory is not flat")
    one_more = (costs[last].cpu - base) / (last - first) * 1000
    return f"{'; '.join(words)}; {one_more:.2g} ms of CPU for one more {unit}"


def show(options, folder):
    rounds = 1 if options.quick else 3
    print("| | | time, s | CPU, s | peak RSS, MB |\n|---|---|---|---|---|", flush=True)
    verdicts = []

    def table(title, unit, rows):
        costs = {}
        for size, seen in rows:
            costs[size] = seen
            print(f"| {title} | {size:,} | {seen.time:.3g} | {seen.cpu:.3g} | {seen.rss:.0f} |", flush=True)
        verdicts.append(f"- {title}: {verdict(costs, unit)}")

    def folders(name):
        made = folder / name
        made.mkdir()
        return made

    by_processes = looks(options, folders("processes"), rounds, PROCESSES, lambda host, size: host.fill(size, FEW))
    table("scan, processes", "process", by_processes)
    table("scan, homes", "home", looks(options, folders("homes"), rounds, HOMES, lambda host, size: host.fill(FEW, size)))
    with SimulatedHost(options.jar, folders("probes"), FEW, FEW) as host:
        subject = packaged(host, options.jar, options.root)
        table("`check`, probes", "probe", probes(host, subject, rounds))
        table("scrapes at once, all answered", "scrape", scrapes(subject))
    print("\n" + "\n".join(verdicts))
