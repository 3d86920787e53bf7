"""What the build fails for: less than twice of what is usual. Ratios, so that a slow machine is no reason."""

from . import load, steady
from .report import Results

SETTLE = 20
SECONDS = 5
RSS_LIMIT = 6.5  # times node_exporter's; 3.6 to 3.8 as a rule, 4.1 without a package
SCRAPE_CPU_LIMIT = 0.78  # times blackbox_exporter's; 0.40 to 0.47 as a rule


def judge(subjects):
    results = Results(subjects)
    for subject in subjects:
        subject.scan()
    running = steady.start(subjects)
    try:
        steady.memory(running, SETTLE, results)
        load.measure(running, 3, SECONDS, results)
    finally:
        steady.stop(running)
    rss = results.median("rolemeter", "rss") / results.median("node_exporter", "rss")
    cpu = results.median("rolemeter", "scrape_cpu") / results.median("blackbox_exporter", "scrape_cpu")
    print(f"RSS {rss:.2f} × node_exporter's (limit {RSS_LIMIT}), CPU of a scrape {cpu:.2f} × blackbox_exporter's (limit {SCRAPE_CPU_LIMIT})")
    return 0 if rss <= RSS_LIMIT and cpu <= SCRAPE_CPU_LIMIT else 1
