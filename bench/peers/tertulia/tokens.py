#!/usr/bin/env python3
"""Makes the tokens of a run: tokens.py FOLDER [HOW MANY], with the secret in TERTULIA_SECRET.

FOLDER/tokens.txt: one a line, each of another person, who may say in the rooms of the bench.
FOLDER/owner.txt: one with `own` on everything, to make the rooms with."""
import base64, hashlib, hmac, json, os, sys, time


def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def token(secret, claims):
    """A JWT by HS256 (RFC 7515, RFC 7519)."""
    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}, separators=(",", ":")).encode())
    signed = head + b"." + part(json.dumps(claims, separators=(",", ":")).encode())
    return (signed + b"." + part(hmac.new(secret, signed, hashlib.sha256).digest())).decode()


def claims(who, name, grants, now, seconds=4 * 3600):
    return {"sub": who, "name": name, "iat": now, "exp": now + seconds, "aud": "tertulia", "grants": grants}


def main():
    folder, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    secret, now = os.environ["TERTULIA_SECRET"].encode(), int(time.time())
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "owner.txt"), "w") as f:
        f.write(token(secret, claims("bench-host", "Bench", {"*": "own"}, now)) + "\n")
    with open(os.path.join(folder, "tokens.txt"), "w") as f:
        for i in range(count):
            f.write(token(secret, claims(f"reader-{i}", f"Reader {i}", {"bench/*": "say"}, now)) + "\n")


if __name__ == "__main__":
    main()
