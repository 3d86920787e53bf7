"""What scans take, beside programs that do the same or less, in turn with them, and beside fixed limits."""

import json
import os
import random
import resource
import statistics
import subprocess
import time
from collections import defaultdict
from contextlib import ExitStack, contextmanager

from .loops import Loop
from .subjects import PROJECT, UNIT_FLAGS, debian

BENCH = PROJECT / "src/bench"
MAINS = ["collect/host/EnvironsMain", "collect/logs/LogAuditMain", "collect/host/PlainReadsMain"]
KEY_ID = "(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}"
KEY = "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n"
PROCESSES, HOMES, FILES, LOG_BYTES = 1000, 200, 100_000, 1 << 30
ROWS = [  # what, ours, beside whom, its key, goal
    ("environments of 1,000 processes, warm", "environs", "the same loop in C", "environs_c", 1.3),
    ("the same only opened, read and closed, by `FileInputStream`", "environs_plain", "the same loop in C", "environs_c", None),
    ("search of 1 GiB of cached log, in a JVM that runs", "log", "`LC_ALL=C grep -F`", "grep", 0.8),
    ("the same with the JVM's start", "log_whole", "`LC_ALL=C grep -F`", "grep", 0.8),
    ("`scan` of 100,000 files in 200 homes", "files", "`rg -uuu -l` for key ids, 2 threads", "rg", 1.2),
    ("the same only looked at, opened, read and closed, by NIO", "files_plain", "`rg -uuu -l` for key ids, 2 threads", "rg", None),
]
LIMITS = [
    ("`check` on a warm host, beyond its slowest probe", "check", 0.7),
    ("CPU of one scanner run, 200 processes, 20 homes", "scanner", 0.35),
]


class Java:
    """The flags of the service on the runtime that it would have."""

    def __init__(self, host, jar, root):
        runtime = root / "usr/lib/rolemeter/runtime/bin/java"
        self.command = [runtime if runtime.exists() else "java", *UNIT_FLAGS]
        self.classes = host.folder / "classes"
        self.path = f"{self.classes}:{jar}"
        sources = [BENCH / f"java/io/rolemeter/{main}.java" for main in MAINS]
        subprocess.run(["javac", "-nowarn", "--release", "17", "-cp", jar, "-d", self.classes, *sources], check=True)

    def main(self, number, *arguments):
        return [*self.command, "-cp", self.path, "io.rolemeter." + MAINS[number].replace("/", "."), *arguments]


@contextmanager
def sleeping(count):
    """Processes with 2 KB of environment each."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/home/deploy", "NODE_ENV": "production"}
    environment |= {f"npm_config_{number}": "/home/deploy/.npm/" + "cache/" * 5 for number in range(16)}
    environment |= {f"SERVICE_{number}_URL": "http://192.0.2.17:8080/" + "items/" * 4 for number in range(16)}
    script = f"i=0; while [ $i -lt {count} ]; do sleep 3600 & i=$((i + 1)); done; echo; wait"
    shell = subprocess.Popen(["sh", "-c", script], env=environment, stdout=subprocess.PIPE, start_new_session=True)
    try:
        shell.stdout.readline()
        yield
    finally:
        os.killpg(shell.pid, 15)  # a session of its own, so nobody else's
        shell.wait(20)


def environments(host, java, rounds, seen):
    program = host.folder / "environs"
    subprocess.run(["gcc", "-O2", "-o", program, BENCH / "footprint/environs.c"], check=True)
    with ExitStack() as stack:
        stack.enter_context(sleeping(PROCESSES))
        loops = {name: stack.enter_context(Loop(name, command, 100)) for name, command in (
            ("environs_c", [program]), ("environs", java.main(0)), ("environs_plain", java.main(2)))}
        for _ in range(rounds * 10):
            for name, loop in loops.items():
                seen[name].append(loop.run()[:2])


def write_log(path, size):
    """One line in a hundred thousand tells of an error."""
    chance = random.Random(7)
    lines = [
        f"2026-11-26T10:{number % 60:02}:30.{number % 1000:03}Z INFO [api] GET /items/{chance.randrange(10**6)} answered 200 in"
        f" {chance.randrange(100)} ms to 192.0.2.{number % 256} \"{chance.choice(('Mozilla/5.0', 'curl/8.5.0', 'ELB-HealthChecker/2.0'))}\"\n"
        for number in range(100_000)
    ]
    lines[50_000] = "2026-11-26T10:15:31.004Z ERROR [api] ExpiredToken: The security token included in the request is expired\n"
    block = "".join(lines).encode()
    with open(path, "wb") as log:
        written = 0
        while written < size:
            written += log.write(block[: size - written])


def logs(host, java, rounds, seen):
    log = host.folder / "api.log"
    write_log(log, LOG_BYTES)
    grep = ["grep", "-F", "-c", "-f", host.folder / "words", log]
    with Loop("log audit", java.main(1, log), 1) as ours:
        for _ in range(rounds):
            seen["log"].append(ours.run()[:2])
            seen["grep"].append(run(grep, dict(os.environ, LC_ALL="C")))
            seen["log_whole"].append(run(java.main(1, log), text="\n"))
    log.unlink()


def run(command, environment=None, text="", good=(0,)):
    """Seconds until it has ended, and of CPU. What it prints is read, as grep stops at the first match when nobody does."""
    cpu, began = used(), time.perf_counter()
    ended = subprocess.run([str(part) for part in command], input=text.encode(), stdout=subprocess.PIPE, env=environment)
    if ended.returncode not in good:
        raise SystemExit(f"{command[0]} ended with {ended.returncode}")
    return time.perf_counter() - began, used() - cpu


def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def write_homes(tree, homes, files):
    """Small files of 0.2 to 3 KB; one in a thousand holds a key."""
    line = "name: item\nvalue: 42\nurl: https://example.com/items/42\n"
    for number in range(files):
        folder = tree / f"user{number % homes}/project{number // homes // 20}"
        if number // homes % 20 == 0:
            folder.mkdir(parents=True)
        text = line * (4 + number * 7 % 50)
        (folder / f"{number // homes}.txt").write_text(text + (KEY if number % 1000 == 500 else ""))


def files(host, subject, java, rounds, seen):
    tree = host.folder / "homes"
    write_homes(tree, HOMES, FILES)
    scan = [*subject.launcher, "scan", "--format", "json", tree]
    for round_number in range(rounds + 1):
        took = {
            "files": run(scan, subject.environment, good=(2,)),
            "rg": run(["rg", "-uuu", "-l", KEY_ID, tree]),
            "files_plain": run(java.main(2, tree)),
        }
        for name, seconds in took.items() if round_number > 0 else ():  # the first fills caches
            seen[name].append(seconds)


def check(subject, rounds, seen):
    for round_number in range(rounds + 1):
        cpu, began = used(), time.perf_counter()
        ended = subprocess.run([str(part) for part in subject.checker], stdout=subprocess.PIPE, env=subject.environment)
        took = time.perf_counter() - began
        slowest = max(probe["duration_seconds"] for probe in json.loads(ended.stdout)["probes"])
        if round_number > 0:
            seen["check"].append((took - slowest, used() - cpu))


def measure(host, subject, java, rounds):
    """By row: the seconds and the CPU seconds of each round."""
    debian("gcc", "gcc libc6-dev")
    debian("rg", "ripgrep")
    seen = defaultdict(list)
    environments(host, java, rounds, seen)
    logs(host, java, rounds, seen)
    files(host, subject, java, rounds, seen)
    check(subject, rounds, seen)
    seen["scanner"] = [(cpu, cpu) for cpu in (subject.scan() for _ in range(rounds))]
    return seen


def median(values, which=0):
    return statistics.median(value[which] for value in values)


def show(seen):
    """On a machine that does other things too, the ratio of CPU is the steadier one."""
    print("\n| | beside | goal | measured | by CPU | ours, s | theirs, s |\n|---" + "|---" * 6 + "|")
    for title, ours, other, theirs, goal in ROWS:
        ratio, cpu = (median(seen[ours], which) / median(seen[theirs], which) for which in (0, 1))
        limit = f"≤ {goal} ×" if goal else ""
        print(f"| {title} | {other} | {limit} | {judged(ratio, goal, '×')} | {cpu:.2f} × | {cell(seen[ours])} | {cell(seen[theirs])} |")
    for title, ours, goal in LIMITS:
        print(f"| {title} | | ≤ {goal} s | {judged(median(seen[ours]), goal, 's')} | {median(seen[ours], 1):.2f} s | {cell(seen[ours])} | |")


def judged(value, goal, unit):
    return f"{value:.2f} {unit}{', not reached' if goal and value > goal else ''}"


def cell(values):
    seconds = [value[0] for value in values]
    return f"{statistics.median(seconds):.3g} ({min(seconds):.3g}–{max(seconds):.3g})"
