"""The libraries with nothing of Rolemeter's: what the goals leave for it, or do not. Prepared as an installation prepares the daemon."""

import re
import shutil
import subprocess

from .report import LIBRARIES, PLAIN_LIBRARIES
from .start import wait_for
from .subjects import PROJECT, UNIT_FLAGS, Subject

SOURCE = PROJECT / "src/bench/java/io/rolemeter/LibrariesMain.java"


def subjects(host, jar, root):
    """The program of SOURCE: on the packaged runtime, where there is one, with the service's flags and an archive of class data; and
    without all that."""
    runtime = root / "usr/lib/rolemeter/runtime/bin/java"
    java = runtime if runtime.exists() else "java"
    folder = host.folder / "libraries"
    folder.mkdir()
    shutil.copy(jar, folder / "libraries.jar")
    main = _compiled(folder, jar)
    keys = folder / "keys.p12"
    subprocess.run(["openssl", "pkcs12", "-export", "-in", host.folder / "tls.crt", "-inkey", host.folder / "tls.key", "-out", keys,
                    "-passout", "pass:bench"], check=True)
    path = f"{main}:{folder / 'libraries.jar'}"
    arguments = ["-cp", path, "io.rolemeter.LibrariesMain", "{port}", keys, *_endpoints(host, "endpoint", "sts", "s3")]
    archive = _archive(java, path, arguments, folder)
    for name, command in ((LIBRARIES, [java, *UNIT_FLAGS, f"-XX:SharedArchiveFile={archive}"]), (PLAIN_LIBRARIES, ["java"])):
        yield Subject(name, [*command, *arguments], host.folder, tls=True, full_cycle="/-/ready")


def _compiled(folder, jar):
    """Beside the libraries as they were before what Rolemeter does not use was left out: that leaves no types of generic methods."""
    classes, main = folder / "classes", folder / "main.jar"
    whole = jar.with_name("whole.jar")
    subprocess.run(["javac", "-nowarn", "--release", "17", "-cp", whole, "-d", classes, SOURCE], check=True)
    subprocess.run(["jar", "--create", "--file", main, "-C", classes, "."], check=True)
    return main


def _endpoints(host, *names):
    text = host.config.read_text()
    return [re.search(rf'^ *{name}: "(.*)"$', text, re.M).group(1) for name in names]


def _archive(java, path, arguments, folder):
    listed, wanted, archive = folder / "listed", folder / "wanted", folder / "libraries.jsa"
    rehearsal = Subject("rehearsal", [java, *UNIT_FLAGS, f"-XX:DumpLoadedClassList={listed}", *arguments], folder, tls=True)
    process = rehearsal.start()
    wait_for(rehearsal, process, "/-/ready")
    process.stop()
    wanted.write_text("\n".join(dict.fromkeys(listed.read_text().splitlines())) + "\n")
    with open(folder / "dump.log", "w") as log:
        subprocess.run([java, "-Xshare:dump", f"-XX:SharedClassListFile={wanted}", f"-XX:SharedArchiveFile={archive}", "-cp", path],
                       check=True, stdout=log, stderr=log)
    return archive
