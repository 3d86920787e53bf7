import sys

import boto3

key = identity = "none"
try:
    session = boto3.Session()
    found = session.get_credentials()
    key = found.get_frozen_credentials().access_key if found else "none"
    identity = session.client("sts").get_caller_identity()["Arn"]
except Exception:
    pass
print("key", key, flush=True)
print("identity", identity, flush=True)
sys.stdin.read()
