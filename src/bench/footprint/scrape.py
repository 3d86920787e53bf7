"""A connection that is kept, and scraped as Prometheus does: gzip accepted, TLS where the program has it."""

import gzip
import socket
import ssl

TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname = False
TRUSTING.verify_mode = ssl.CERT_NONE


class Connection:
    def __init__(self, port, tls, path="/metrics", timeout=10):
        plain = socket.create_connection(("127.0.0.1", port), timeout)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = TRUSTING.wrap_socket(plain) if tls else plain
        self.request = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/plain;version=0.0.4\r\n"
            "Accept-Encoding: gzip\r\nUser-Agent: bench\r\n\r\n"
        ).encode()
        self.rest = b""

    def scrape(self):
        """Status, headers in lower case, and the body as it came over the wire."""
        self.socket.sendall(self.request)
        return self.answer()

    def answer(self):
        head, end = self._until(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        body = self._chunks() if headers.get("transfer-encoding") == "chunked" else self._exactly(
            int(headers.get("content-length", 0))
        )
        return int(lines[0].split()[1]), headers, body

    def _until(self, mark):
        while mark not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(mark)
        return head, mark

    def _exactly(self, length):
        while len(self.rest) < length:
            self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        return body

    def _chunks(self):
        body = b""
        while True:
            size = int(self._until(b"\r\n")[0], 16)
            body += self._exactly(size)
            self._exactly(2)
            if size == 0:
                return body

    def _more(self):
        received = self.socket.recv(65536)
        if not received:
            raise ConnectionError("the connection was closed")
        self.rest += received

    def close(self):
        self.socket.close()


def text_of(headers, body):
    return gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body


def answers(port, tls, path):
    """Whether a new connection is answered with 200; False while nobody listens."""
    try:
        connection = Connection(port, tls, path, timeout=5)
        try:
            return connection.scrape()[0] == 200
        finally:
            connection.close()
    except (OSError, ValueError):
        return False
