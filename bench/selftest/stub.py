#!/usr/bin/env python3
"""Speaks as much of Tertulia's protocol as the load uses, from memory: stub.py PORT [hole|twice|mute].

With it the adapter and every mode are tested without the server. `hole` leaves a message out of every catch-up, `twice`
gives one twice, `mute` refuses every message: the load has to notice."""
import asyncio, base64, hashlib, hmac, json, os, struct, sys, time
from urllib.parse import parse_qs, unquote, urlsplit

SECRET = os.environ["TERTULIA_SECRET"].encode()
FAULT = sys.argv[2] if len(sys.argv) > 2 else None
EPOCH = "00c0ffee00c0ffee"
ROOMS, STORE_READS = {}, 0


class Refused(Exception):
    def __init__(self, status, code):
        self.status, self.code = status, code


class Room:
    def __init__(self, name):
        self.name, self.messages, self.readers, self.news = name, [], set(), asyncio.Event()

    def cursor(self, version=None):
        return f"{EPOCH}.{len(self.messages) if version is None else version}"

    def page(self, messages):
        return {"room": self.name, "cursor": self.cursor(), "messages": messages, "more": False, "reset": False, "first": 1}

    def after(self, cursor):
        """What came after a cursor, from the "store"."""
        global STORE_READS
        STORE_READS += 1
        version = 0 if cursor == "0" else int(cursor.removeprefix(EPOCH + "."))
        missed = self.messages[version:]
        if len(missed) > 1 and FAULT == "hole":
            missed = missed[:-2] + missed[-1:]
        if len(missed) > 1 and FAULT == "twice":
            missed = missed + missed[-1:]
        return missed

    def say(self, sender, text):
        if FAULT == "mute":
            raise Refused(403, "muted")
        n = len(self.messages) + 1
        message = {"id": n, "version": n, "kind": "message", "sender": {"id": sender}, "text": text,
                   "created": "2026-11-22T09:49:00.123Z"}
        self.messages.append(message)
        change = {"type": "change", "room": self.name, "cursor": self.cursor(), "message": message}
        for send in list(self.readers):
            send(change)
        self.news.set()
        self.news = asyncio.Event()
        return message


def bearer(token, room, level):
    """The sender of a token that is good for this."""
    try:
        head, body, signature = token.split(".")
        want = hmac.new(SECRET, f"{head}.{body}".encode(), hashlib.sha256).digest()
        part = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        if not hmac.compare_digest(want, part(signature)) or json.loads(part(head))["alg"] != "HS256":
            raise ValueError
        claims = json.loads(part(body))
        if claims["aud"] != "tertulia" or not claims["iat"] <= time.time() < claims["exp"]:
            raise ValueError
    except (ValueError, KeyError):
        raise Refused(401, "token_invalid")
    levels = ["none", "read", "say", "moderate", "own"]
    grants = claims["grants"]
    granted = next((grants[k] for k in (room, room.split("/")[0] + "/*", "*") if k in grants), "none")
    if levels.index(granted) < levels.index(level):
        raise Refused(403, "not_allowed")
    return claims["sub"]


def room_of(name):
    if name not in ROOMS:
        raise Refused(404, "not_found")
    return ROOMS[name]


def answer(writer, status, body, kind="application/json"):
    data = (body if isinstance(body, str) else json.dumps(body, separators=(",", ":"))).encode()
    writer.write(f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data)


async def http(method, path, headers, body, reader, writer):
    url = urlsplit(path)
    query = {k: v[-1] for k, v in parse_qs(url.query).items()}
    if url.path == "/metrics":
        return answer(writer, 200, f"# TYPE store_reads counter\nstore_reads{{room=\"all\"}} {STORE_READS}\n", "text/plain")
    parts = unquote(url.path).split("/")
    if parts[1:3] != ["v1", "rooms"] or len(parts) < 5:
        raise Refused(404, "not_found")
    name, rest = "/".join(parts[3:5]), parts[5:]
    token = headers.get("authorization", "").removeprefix("Bearer ")
    if method == "PUT" and not rest:
        bearer(token, name, "own")
        fresh = name not in ROOMS
        ROOMS.setdefault(name, Room(name))
        return answer(writer, 201 if fresh else 200, {})
    if method == "POST" and rest == ["messages"]:
        if headers.get("content-type") != "application/json":
            raise Refused(415, "unsupported_media")
        return answer(writer, 201, room_of(name).say(bearer(token, name, "say"), json.loads(body)["text"]))
    if method != "GET" or rest != ["messages"]:
        raise Refused(405, "wrong_method")
    bearer(token, name, "read")
    room, after = room_of(name), headers.get("last-event-id") or query.get("after")
    if headers.get("accept") == "text/event-stream":
        return await sse(room, after, int(query.get("last", 50)), reader, writer)
    if "before" in query:
        end = int(query["before"]) - 1
        return answer(writer, 200, room.page(room.messages[max(0, end - int(query["limit"])):end]) | {"more": True})
    if after is None:
        return answer(writer, 200, room.page(room.messages[-int(query.get("last", 50)):]))
    if after == room.cursor() and "wait" in query:
        try:
            await asyncio.wait_for(room.news.wait(), int(query["wait"]))
        except asyncio.TimeoutError:
            pass
    answer(writer, 200, room.page(room.after(after)))


async def sse(room, after, last, reader, writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")

    def send(frame):
        event = f"event: {frame['type']}\nid: {frame['cursor']}\ndata: {json.dumps(frame)}\n\n".encode()
        writer.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")

    send({"type": "opened"} | room.page(room.messages[-last:] if after is None else room.after(after)))
    room.readers.add(send)
    try:
        await reader.read()
    finally:
        room.readers.discard(send)


async def frame(reader):
    """The text of the client's next frame."""
    first, second = await reader.readexactly(2)
    size = second & 127
    if size == 126:
        size = struct.unpack(">H", await reader.readexactly(2))[0]
    mask, data = await reader.readexactly(4), await reader.readexactly(size)
    return first & 15, bytes(b ^ mask[i % 4] for i, b in enumerate(data))


async def socket(headers, reader, writer):
    if headers.get("sec-websocket-protocol") != "tertulia.v1":
        raise Refused(426, "upgrade_needed")
    digest = hashlib.sha1((headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
    writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: "
                 b"tertulia.v1\r\nSec-WebSocket-Accept: " + base64.b64encode(digest) + b"\r\n\r\n")

    def send(data):
        text = json.dumps(data, separators=(",", ":")).encode()
        size = bytes([len(text)]) if len(text) < 126 else b"\x7e" + struct.pack(">H", len(text)) if len(text) < 65536 \
            else b"\x7f" + struct.pack(">Q", len(text))
        writer.write(b"\x81" + size + text)

    token, rooms = "", []
    try:
        while True:
            opcode, data = await frame(reader)
            if opcode != 1:
                continue
            said = json.loads(data)
            try:
                if said["type"] == "hello":
                    token = said["token"]
                    send({"type": "welcome", "beat_s": 25})
                elif said["type"] == "open":
                    bearer(token, said["room"], "read")
                    room = room_of(said["room"])
                    messages = room.after(said["after"]) if "after" in said else room.messages[-said["last"]:]
                    send({"type": "opened", "ref": said["ref"]} | room.page(messages))
                    room.readers.add(send)
                    rooms.append(room)
                elif said["type"] == "say":
                    sender = bearer(token, said["room"], "say")
                    message = room_of(said["room"]).say(sender, said["text"])
                    send({"type": "said", "ref": said["ref"], "message": message})
            except Refused as e:
                send({"type": "problem", "ref": said.get("ref"), "code": e.code, "status": e.status})
    finally:
        for room in rooms:
            room.readers.discard(send)


async def connection(reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            method, path, _ = head[0].split(" ")
            headers = {k.lower(): v.strip() for k, v in (line.split(":", 1) for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            try:
                if path == "/v1/socket":
                    return await socket(headers, reader, writer)
                await http(method, path, headers, body, reader, writer)
            except Refused as e:
                answer(writer, e.status, {"status": e.status, "code": e.code})
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(connection, "127.0.0.1", int(sys.argv[1]), backlog=1024)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(main())
