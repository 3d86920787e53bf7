"""Scrapes at 200 a second over one kept connection, and as fast as four connections go."""

import selectors
import time
from concurrent.futures import ThreadPoolExecutor

from .report import LIBRARIES, PACKAGED
from .scrape import Connection

RATE = 200
CONNECTIONS = 4
ASKED = (PACKAGED, "blackbox_exporter")  # node_exporter looks at the whole host for each scrape, and cannot keep up
SOAKED = (PACKAGED, LIBRARIES)


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def paced(subject, seconds):
    """How long each scrape took, from when it was due: one that is late makes the next late, and shows."""
    connection = Connection(subject.port, subject.tls)
    took = []
    begin = time.perf_counter()
    for number in range(RATE * seconds):
        due = begin + number / RATE
        while (ahead := due - time.perf_counter()) > 0:
            time.sleep(ahead)
        connection.scrape()
        took.append(time.perf_counter() - due)
    connection.close()
    return took


def flat_out(subject, seconds, connections=CONNECTIONS):
    """Scrapes a second; every connection asks again as soon as it was answered."""
    selector = selectors.DefaultSelector()
    for _ in range(connections):
        connection = Connection(subject.port, subject.tls)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.socket.sendall(connection.request)
    answered, begin = 0, time.perf_counter()
    while (now := time.perf_counter()) < begin + seconds:
        for key, _ in selector.select(1):
            key.data.answer()
            key.data.socket.sendall(key.data.request)
            answered += 1
    for key in list(selector.get_map().values()):
        key.data.close()
    return answered / (now - begin)


def measure(running, rounds, seconds, results):
    asked = [(subject, process) for subject, process in running if subject.name in ASKED]
    for subject, _ in asked:
        paced(subject, 2)
    for _ in range(rounds):
        for subject, process in asked:
            cpu = process.cpu_seconds()
            took = paced(subject, seconds)
            results.add(subject, "scrape_cpu", (process.cpu_seconds() - cpu) / len(took))
            results.add(subject, "p50", quantile(took, 0.5))
            results.add(subject, "p99", quantile(took, 0.99))
        for subject, _ in asked:
            results.add(subject, "flat_out", flat_out(subject, seconds))


def soak(running, seconds, results):
    """Side by side: each has its own connection and its own 200 a second."""
    soaked = [(subject, process) for subject, process in running if subject.name in SOAKED]
    with ThreadPoolExecutor(len(soaked)) as threads:
        list(threads.map(lambda both: paced(both[0], seconds), soaked))
    for subject, process in soaked:
        results.add(subject, "rss_soaked", process.memory()[0])
