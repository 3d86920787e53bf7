"""Programs that do one loop for each line that they are sent, and answer with its nanoseconds: they run in turn, warm."""

import subprocess
import time


class Loop:
    """Its first loops are left out: JIT compilers learn, caches fill."""

    def __init__(self, name, command, warm_up=5):
        self.name = name
        self.child = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.first = self.run()[0]
        for _ in range(warm_up):
            self.run()

    def cpu_seconds(self):
        """Of all its threads, those that ended too; Linux numbers the clock of another process so."""
        return time.clock_gettime((~self.child.pid << 3) | 2)

    def run(self):
        """Seconds, seconds of CPU, and what the loop has counted."""
        before = self.cpu_seconds()
        self.child.stdin.write("\n")
        self.child.stdin.flush()
        answer = self.child.stdout.readline().split()
        if not answer:
            raise SystemExit(f"{self.name} has ended")
        return int(answer[0]) / 1e9, self.cpu_seconds() - before, [int(count) for count in answer[1:]]

    def __enter__(self):
        return self

    def __exit__(self, *ended):
        self.child.stdin.close()
        self.child.wait(20)
