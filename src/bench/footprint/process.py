"""One running program, as the kernel accounts for it."""

import os
import resource
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """Started at once; its output goes to `log`."""

    def __init__(self, command, log, environment=None):
        self.log = log
        self.began = time.monotonic()
        with open(log, "wb") as output:
            self.child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environment
            )

    def alive(self):
        return self.child.poll() is None

    def last_words(self):
        with open(self.log, errors="replace") as output:
            return output.read()[-600:]

    def memory(self):
        """RSS and PSS in MB, of 1,000,000 bytes."""
        sizes = {}
        with open(f"/proc/{self.child.pid}/smaps_rollup") as rollup:
            for line in rollup:
                name, _, rest = line.partition(":")
                if name in ("Rss", "Pss"):
                    sizes[name] = int(rest.split()[0]) * 1024 / 1e6
        return sizes["Rss"], sizes["Pss"]

    def cpu_seconds(self):
        """All that its threads have used so far, those that ended too, and children that it waited for."""
        with open(f"/proc/{self.child.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return sum(int(ticks) for ticks in fields[11:15]) / TICK

    def stop(self):
        if self.alive():
            self.child.terminate()
            try:
                self.child.wait(10)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


def cpu_of(command, environment=None):
    """CPU seconds of a command that ends by itself; its exit code is not judged."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
