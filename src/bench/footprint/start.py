"""From the start of the process to its first scrape, and to its first full cycle."""

import time

LIMIT = 60
STEP = 0.003


def wait_for(subject, process, path):
    while not subject.answers(path):
        if not process.alive() or time.monotonic() - process.began > LIMIT:
            raise SystemExit(f"{subject.name} does not answer {path}: {process.last_words()}")
        time.sleep(STEP)
    return time.monotonic() - process.began


def measure(subjects, rounds, results):
    """Each after the other, round after round: what the machine does beside hits all alike."""
    for _ in range(rounds):
        for subject in subjects:
            results.add(subject, "scan_cpu", subject.scan()) if subject.scanner else None
            process = subject.start()
            try:
                results.add(subject, "first_scrape", wait_for(subject, process, "/metrics"))
                if subject.full_cycle:
                    results.add(subject, "full_cycle", wait_for(subject, process, subject.full_cycle))
                results.add(subject, "start_cpu", process.cpu_seconds())
            finally:
                process.stop()
