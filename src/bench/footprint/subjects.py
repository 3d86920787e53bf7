"""Who is measured: how each is found, started and asked."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .process import Process, cpu_of, free_port
from .scrape import answers

PROJECT = Path(__file__).resolve().parents[3]
JAR = PROJECT / "target/rolemeter.jar"
PACKAGED = PROJECT / "target/packages/root"
PEERS = PROJECT / "target/bench-peers"
UNIT_FLAGS = [
    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1", "-XX:C1MaxInlineSize=12", "-XX:CompileThresholdScaling=2",
    "-Xms6m", "-Xmn2m", "-Xmx48m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20",
    "-XX:+UnlockExperimentalVMOptions", "-XX:TrimNativeHeapInterval=30000", "-XX:+UnlockDiagnosticVMOptions",
    "-XX:AsyncDeflationInterval=5000", "-XX:GuaranteedSafepointInterval=0", "-XX:-UsePerfData",
]
MAVEN = {
    "cloudwatch_exporter": ("io.prometheus.cloudwatch:cloudwatch_exporter:0.16.0:jar:jar-with-dependencies", "region: us-east-1\nmetrics: []\n"),
    "jmx_exporter": ("io.prometheus.jmx:jmx_prometheus_httpserver:1.0.1", "hostPort: 127.0.0.1:{jmx_port}\n"),
}


@dataclass
class Subject:
    name: str
    command: list  # with {port}
    folder: Path
    tls: bool = False
    installed: list = field(default_factory=list)  # what an installation takes on the disk
    environment: dict = None
    full_cycle: str = None  # the path that answers 200 after the first one
    scanner: list = None  # its one-shot half
    launcher: list = None  # what its commands follow
    checker: list = None  # one whole cycle, as JSON

    def start(self):
        self.port = free_port()
        log = self.folder / (self.name.replace(" ", "-") + ".log")
        command = [str(part).format(port=self.port) for part in self.command]
        return Process(command, log, self.environment)

    def answers(self, path="/metrics"):
        return answers(self.port, self.tls, path)

    def scan(self):
        """Runs the scanner once; its CPU seconds."""
        return cpu_of([str(part) for part in self.scanner], self.environment) if self.scanner else 0.0


def debian(program, package):
    if not shutil.which(program):
        if os.getuid() != 0:
            raise SystemExit(f"{program} is not there: apt-get install {package}")
        policy = Path("/usr/sbin/policy-rc.d")  # Debian starts the services that it installs, unless told not to
        made = not policy.exists()
        if made:
            policy.write_text("#!/bin/sh\nexit 101\n")
            policy.chmod(0o755)
        try:
            subprocess.run(["apt-get", "-q", "update"], check=True)
            subprocess.run(["apt-get", "-q", "install", "-y", "--no-install-recommends", *package.split()], check=True)
        finally:
            if made:
                policy.unlink()
    return Path(shutil.which(program)).resolve()


def maven(name, host):
    artifact, configuration = MAVEN[name]
    jar = PEERS / ("-".join(artifact.split(":")[1:3] + artifact.split(":")[4:]) + ".jar")
    if not jar.exists():
        subprocess.run(
            ["mvn", "-q", "-B", "-ntp", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy", f"-Dartifact={artifact}",
             f"-DoutputDirectory={PEERS}"], check=True, cwd=host.folder)
    config = host.folder / f"{name}.yml"
    config.write_text(configuration.format(jmx_port=host.jmx_port))
    return jar, config


def go_peer(name, host):
    program = debian("prometheus-" + name.replace("_", "-"), "prometheus-" + name.replace("_", "-"))
    command = [program, "--web.listen-address=127.0.0.1:{port}", f"--web.config.file={host.web_config}"]
    if name == "blackbox_exporter":
        config = host.folder / "blackbox.yml"
        config.write_text("modules:\n  http_2xx:\n    prober: http\n")
        command.append(f"--config.file={config}")
    return Subject(name, command, host.folder, tls=True, installed=[program])


def java_peers(name, host):
    jar, config = maven(name, host)
    for title, flags in ((name, []), (name + ", our flags", UNIT_FLAGS)):
        yield Subject(title, ["java", *flags, "-jar", jar, "{port}", config], host.folder, installed=[jar])


def rolemeter(name, launcher, host, installed, split, environment=None):
    facts = host.folder / (name.replace(" ", "-") + ".jsonl")
    where = ["--config", host.config, "--root", host.root]
    scanner = [*launcher, "scan", "--facts", facts, "--root", host.root, "--config", host.config] if split else None
    serve = [*launcher, "serve", *where, "--web.listen-address", "127.0.0.1:{port}", "--web.config.file", host.web_config]
    checker = [*launcher, "check", "--format", "json", *where]
    serve += ["--facts", facts] if split else []
    return Subject(name, serve, host.folder, True, installed, environment, "/-/ready", scanner, launcher, checker)


def packaged(host, jar, root):
    """The package where one was built, with the archive that an installation makes; else the jar with the unit's flags."""
    if not (root / "usr/bin/rolemeter").exists():
        return rolemeter("rolemeter", ["java", *UNIT_FLAGS, *host.java_options, "-jar", jar], host, [jar], True)
    installed = host.folder / "installed"
    shutil.copytree(root, installed, symlinks=True)
    subprocess.run(["sh", installed / "usr/lib/rolemeter/share-classes"], check=True)
    environment = dict(os.environ, ROLEMETER_JAVA_OPTIONS=" ".join(host.java_options))
    return rolemeter("rolemeter", [installed / "usr/bin/rolemeter"], host, [installed], True, environment)


def guarded(host, jar, root):
    return [packaged(host, jar, root), go_peer("node_exporter", host), go_peer("blackbox_exporter", host)]


def all_of(host, jar, root):
    plain = rolemeter("rolemeter, plain java -jar", ["java", *host.java_options, "-jar", jar], host, [jar], False)
    return [
        *guarded(host, jar, root), plain, *java_peers("cloudwatch_exporter", host), *java_peers("jmx_exporter", host),
    ]
