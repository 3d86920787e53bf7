"""Memory and CPU of programs that run side by side and are scraped every 15 seconds."""

import time

from .scrape import Connection, text_of
from .start import wait_for

SCRAPE_INTERVAL = 15


def start(subjects):
    running = []
    for subject in subjects:
        process = subject.start()
        wait_for(subject, process, subject.full_cycle or "/metrics")
        running.append((subject, process))
    return running


def stop(running):
    for _, process in running:
        process.stop()


def scrape_until(running, end):
    connections = {subject.name: Connection(subject.port, subject.tls, timeout=30) for subject, _ in running}
    while time.monotonic() < end:
        for connection in connections.values():
            connection.scrape()
        time.sleep(max(0, min(SCRAPE_INTERVAL, end - time.monotonic())))
    for connection in connections.values():
        connection.close()


def memory(running, settle, results):
    scrape_until(running, time.monotonic() + settle)
    for subject, process in running:
        rss, pss = process.memory()
        results.add(subject, "rss", rss)
        results.add(subject, "pss", pss)
        _, headers, body = (connection := Connection(subject.port, subject.tls)).scrape()
        connection.close()
        text = text_of(headers, body)
        results.add(subject, "scrape_bytes", len(text))
        results.add(subject, "scrape_wire", len(body))
        results.add(subject, "series", sum(1 for line in text.splitlines() if line and not line.startswith(b"#")))


def cpu(running, window, host, results):
    before = [process.cpu_seconds() for _, process in running]
    scrape_until(running, time.monotonic() + window)
    for (subject, process), start_cpu in zip(running, before):
        used = (process.cpu_seconds() - start_cpu) * 60 / window
        results.add(subject, "cpu", used)
        results.add(subject, "cpu_all", used + subject.scan())
