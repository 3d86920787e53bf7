"""The simulated EC2 host, and what Rolemeter needs to be told to live on it."""

import shutil
import subprocess
from pathlib import Path

from .process import free_port

MAIN = Path(__file__).with_name("SimulatedHostMain.java")
FIRST_COPY = 20000
FILES_OF_A_HOME = {
    ".bashrc": "alias ll='ls -l'\n" * 40,
    ".bash_history": "git status\n" * 500,
    ".aws/config": "[default]\nregion = us-east-1\n",
    "site/config/settings.yml": "name: site\n" * 20,
    "site/.env": "NODE_ENV=production\n",
}


class SimulatedHost:
    def __init__(self, jar, folder, processes, homes=20):
        if not jar.exists():
            raise SystemExit(f"{jar} is not there: build it with mvn -DskipTests package")
        self.folder = folder
        self.jmx_port = free_port()  # for jmx_exporter, which needs a JVM to ask
        jmx = "-Dcom.sun.management.jmxremote"
        self.child = subprocess.Popen(
            ["java", f"{jmx}.port={self.jmx_port}", f"{jmx}.authenticate=false", f"{jmx}.ssl=false", f"{jmx}.host=127.0.0.1", "-cp", str(jar), str(MAIN), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.root = Path(self.child.stdout.readline().strip())
        self.config = folder / "rolemeter.yml"
        self.java_options = (folder / "java.options").read_text().split()
        self.web_config = self._certificate()
        self.homes = 0
        self.fill(processes, homes)

    def _certificate(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-keyout", self.folder / "tls.key", "-out", self.folder / "tls.crt"],
            check=True, capture_output=True,
        )
        file = self.folder / "web-config.yml"
        file.write_text(f"tls_server_config:\n  cert_file: {self.folder}/tls.crt\n  key_file: {self.folder}/tls.key\n")
        return file

    def fill(self, processes, homes):
        """Up to so many processes, copies of the first program that is there, and so many homes beside those that are there."""
        proc = self.root / "proc"
        present = [entry for entry in proc.iterdir() if entry.name.isdigit()]
        for number in range(len(present), processes):
            shutil.copytree(present[0], proc / str(FIRST_COPY + number), symlinks=True)
        with open(self.root / "etc/passwd", "a") as passwd:
            for number in range(self.homes, homes):
                self._home(f"bench{number}", FIRST_COPY + number, passwd)
        self.homes = max(homes, self.homes)

    def _home(self, name, uid, passwd):
        passwd.write(f"{name}:x:{uid}:100::/home/{name}:/bin/bash\n")
        for file, text in FILES_OF_A_HOME.items():
            path = self.root / "home" / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def __enter__(self):
        return self

    def __exit__(self, *ended):
        self.child.stdin.close()
        self.child.wait(600)  # it deletes its files first
