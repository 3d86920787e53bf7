"""A FUSE file system that is a small host: of most files one can read, and one never answers who reads it. Takes the folder to
mount at, which should be in a mount namespace of its own; says "ready" and serves until it is killed."""

import ctypes
import errno
import os
import stat
import struct
import sys

LOOKUP, GETATTR, OPEN, READ, RELEASE, FLUSH, INIT, OPENDIR, READDIR, RELEASEDIR = 1, 3, 14, 15, 18, 25, 26, 27, 28, 29
PAIR = "AKIARTX3GSDSVIA23BC7", "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T"

# (name, node of the folder, content); no content: a folder; None: silent
NODES = {
    1: ("", 0, ""),
    2: ("etc", 1, ""),
    3: ("passwd", 2, "bob:x:1000:1000::/home/bob:/bin/sh\n"),
    4: ("home", 1, ""),
    5: ("bob", 4, ""),
    6: (".aws", 5, ""),
    7: ("credentials", 6, None),
    8: ("config", 6, "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n" % PAIR),
    9: ("proc", 1, ""),
}


def attributes(node):
    content = NODES[node][2]
    mode = stat.S_IFDIR | 0o755 if content == "" else stat.S_IFREG | 0o444
    size = 100 if content is None else len(content)
    return struct.pack("<QQQQQQIIIIIIIIII", node, size, 8, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


def answer(opcode, node, rest):
    if opcode == INIT:
        return struct.pack("<IIIIHHIIHHI28x", 7, 31, 4096, 0, 8, 8, 4096, 1, 1, 0, 0)
    if opcode == LOOKUP:
        name = rest.rstrip(b"\0").decode()
        for inner, (known, folder, _) in NODES.items():
            if (known, folder) == (name, node):
                return struct.pack("<QQQQII", inner, 0, 3600, 3600, 0, 0) + attributes(inner)
        return errno.ENOENT
    if opcode == GETATTR:
        return struct.pack("<QII", 3600, 0, 0) + attributes(node)
    if opcode in (OPEN, OPENDIR):
        return struct.pack("<QII", 0, 0, 0)
    if opcode == READ:
        _, offset, size = struct.unpack_from("<QQI", rest)
        return NODES[node][2].encode()[offset : offset + size]
    if opcode in (READDIR, RELEASE, RELEASEDIR, FLUSH):
        return b""
    return errno.ENOSYS


device = os.open("/dev/fuse", os.O_RDWR)
libc = ctypes.CDLL(None, use_errno=True)
options = b"fd=%d,rootmode=40000,user_id=0,group_id=0" % device
if libc.mount(b"silent", sys.argv[1].encode(), b"fuse.silent", 0, options) != 0:
    sys.exit(os.strerror(ctypes.get_errno()))
os.write(1, b"ready\n")
while True:
    request = os.read(device, 1 << 17)
    _, opcode, unique, node = struct.unpack_from("<IIQQ", request)
    if opcode == READ and NODES[node][2] is None:
        continue
    said = answer(opcode, node, request[40:])
    error, body = (0, said) if isinstance(said, bytes) else (-said, b"")
    if opcode not in (2, 42):  # FORGET and BATCH_FORGET want no answer
        os.write(device, struct.pack("<IiQ", 16 + len(body), error, unique) + body)
