import { beforeEach, describe, expect, it, vi } from "vitest";
import { Client, type Message } from "../src/client.js";
import { EVE, fresh, isLive, open, ROOM, reader, server, TRANSPORTS, texts } from "./client.helpers.js";
import { testPlatform, until } from "./helpers.js";

describe("falling back", () => {
  const blocked: Record<string, boolean> = {};
  let sockets = 0;
  beforeEach(() => {
    for (const name of TRANSPORTS) blocked[name] = false;
    sockets = 0;
    server.interfere = (what, request, response) => {
      const isStream = request.headers.accept === "text/event-stream";
      if (what === "ws") sockets += 1;
      if (what === "ws" && blocked.ws) response.destroy();
      else if (what === "http" && isStream && blocked.sse)
        response.writeHead(200, { "Content-Type": "text/event-stream" });
      else if (what === "http" && /wait=/.test(request.url) && blocked.longpoll) {
        response.writeHead(504, { "Content-Type": "text/html" }).end("gateway timeout");
      } else return false;
      return true;
    };
  });

  it("takes what gets through, and remembers it for an hour", async () => {
    blocked.ws = true;
    const platform = testPlatform();
    const one = fresh(platform);
    await isLive(one.room);
    expect(one.client.transport).toBe("sse");
    const before = sockets;
    const two = fresh(platform);
    await isLive(two.room);
    expect([two.client.transport, sockets]).toEqual(["sse", before]);
    await isLive(fresh({ ...platform, now: () => platform.now() + 3_600_001 }).room);
    expect(sockets).toBe(before + 1);
  });

  it("goes on to long-poll where a proxy holds streams back, and to polling where it breaks held requests", async () => {
    blocked.ws = blocked.sse = true;
    const { client, room } = fresh();
    await isLive(room);
    expect(client.transport).toBe("longpoll");
    blocked.longpoll = true;
    const other = fresh();
    await until(() => other.client.transport === "poll" && other.room.state === "live");
    server.say(ROOM, EVE, "slow but sure");
    await until(() => texts(other.room).includes("slow but sure"));
  });

  it("is not for a server that lets nobody in just now: it is asked when to come back, and asked no sooner", async () => {
    let isFull = true;
    server.interfere = (_, request, response) => {
      if (!isFull || !request.url?.includes("/v1/socket")) return false;
      if (request.headers.upgrade) response.destroy();
      else response.writeHead(429, { "Retry-After": "20", "Content-Type": "text/html" }).end("slow down");
      return true;
    };
    const { client, room, platform } = fresh();
    const from = platform.now();
    await until(() => server.seen.includes("GET /v1/socket"), "it is asked why");
    isFull = false;
    await isLive(room);
    expect(platform.now() - from).toBeGreaterThan(19_000);
    expect(client.transport).toBe("ws");
    expect([...platform.kept.keys()].filter((key) => key.includes(":transport:"))).toEqual([]);
  });

  it.each([
    ["origin_refused", "ws"],
    ["origin_refused", "sse"],
    ["open_mode_is_local", "poll"],
  ] as const)(
    "is not for a page that is %s over %s: it is told why, once, and asks no more",
    async (code, transport) => {
      const told = vi.spyOn(console, "warn").mockImplementation(() => undefined);
      const detail = `What to do about ${code} over ${transport}.`;
      server.interfere = (_, request, response) => {
        if (!request.url?.includes("/v1/")) return false;
        if (request.headers.upgrade) {
          response.destroy();
          return true;
        }
        response.writeHead(403, { "Content-Type": "application/problem+json" });
        response.end(JSON.stringify({ code, status: 403, title: "No.", detail }));
        return true;
      };
      const { client, room } = reader(transport);
      await until(() => room.state === "ended");
      client.reconnect();
      await until(() => room.state === "ended" && told.mock.calls.length > 0);
      expect([room.code, client.transport]).toEqual([code, transport]);
      const line = told.mock.calls.flat().join();
      expect(line).toMatch(/^tertulia: /);
      expect(line.split(detail)).toHaveLength(2);
      told.mockRestore();
    },
  );

  it("is not for a server that was only away", async () => {
    const { client, room } = fresh();
    await isLive(room);
    const { port } = server;
    await server.close();
    await until(() => room.state === "offline");
    await server.listen(port);
    await isLive(room);
    expect(client.transport).toBe("ws");
  });
});

describe("a guest", () => {
  it("is the same after a reload", async () => {
    const platform = testPlatform();
    const one = fresh(platform);
    await isLive(one.room);
    const ana = await one.client.becomeGuest("Ana", ROOM);
    const two = fresh(platform);
    await until(() => two.room.me?.id === ana.id);
    expect(two.room.self).toEqual(ana);
    expect(two.room.may("say")).toBe(true);
  });

  it("whose token is not taken any more is renewed, and goes on", async () => {
    const platform = testPlatform();
    const { client, room } = fresh(platform);
    await isLive(room);
    await client.becomeGuest("Ana", ROOM);
    await until(() => room.me?.id !== undefined);
    server.guests.clear();
    server.cut();
    await until(() => server.guests.size === 1);
    await isLive(room);
    expect((await room.say("still here")).sender?.name).toBe("Ana");
  });

  it("is asked for before nobody speaks", async () => {
    const { room } = fresh();
    await isLive(room);
    expect(room.self).toBeUndefined();
    await expect(room.say("hello")).rejects.toMatchObject({ problem: { code: "token_missing" } });
    expect(room.outbox[0]).toMatchObject({ state: "failed" });
  });
});

describe("what is refused", () => {
  it("stays in sight with its reason, and can be tried again or given up", async () => {
    const { client, room } = fresh();
    await isLive(room);
    await client.becomeGuest("Ana", ROOM);
    await isLive(room);
    await expect(room.say("x".repeat(2_001))).rejects.toMatchObject({ problem: { code: "too_long" } });
    const [failed] = room.outbox;
    expect(failed).toMatchObject({ state: "failed", problem: { code: "too_long" } });
    room.retry(failed?.clientId ?? "");
    await until(() => room.outbox[0]?.state === "failed");
    room.discard(failed?.clientId ?? "");
    expect(room.outbox).toEqual([]);
    expect((await room.say("short")).text).toBe("short");
  });
});

it("a page that is let read and not write is told of, once", async () => {
  const told = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const detail = "Nothing comes from this page.";
  const { client, room } = fresh();
  await isLive(room);
  await client.becomeGuest("Ana", ROOM);
  await isLive(room);
  // A browser names the page's origin where something is to be changed, and where a WebSocket is opened: reading is let through.
  server.interfere = (_, request, response) => {
    if (request.headers.upgrade) response.destroy();
    else if (request.method !== "POST") return false;
    else {
      response.writeHead(403, { "Content-Type": "application/problem+json" });
      response.end(JSON.stringify({ code: "origin_refused", status: 403, title: "No.", detail }));
    }
    return true;
  };
  client.reconnect();
  await until(() => client.transport === "sse" && room.state === "live");
  for (const text of ["one", "two"])
    await expect(room.say(text)).rejects.toMatchObject({ problem: { code: "origin_refused" } });
  await until(() => told.mock.calls.length > 0);
  expect(told.mock.calls).toEqual([[`tertulia: this page is refused (origin_refused): ${detail}`]]);
  told.mockRestore();
});

describe("changes as they come", () => {
  it("are told as new only when they are: not the first page, not what was missed, not edits", async () => {
    server.say(ROOM, EVE, "old");
    const { room } = fresh();
    const fresh_: string[] = [];
    room.listen((event) => event.type === "message" && fresh_.push(event.message.text));
    await isLive(room);
    const live = server.say(ROOM, EVE, "live");
    await until(() => texts(room).includes("live"));
    server.room(ROOM).commit({ ...live, text: "edited" });
    await until(() => texts(room).includes("edited"));
    server.cut();
    server.say(ROOM, EVE, "missed");
    await until(() => texts(room).includes("missed"));
    expect(fresh_).toEqual(["live"]);
  });
});

it("what is new is told as such once, also where it was changed before it came; not where it was deleted by then", async () => {
  server.guests.set("T", { id: "ana", name: "Ana" });
  const platform = testPlatform();
  platform.kept.set(
    `tertulia:transport:${server.url}`,
    JSON.stringify({ transport: TRANSPORTS.indexOf("poll"), until: Number.MAX_SAFE_INTEGER }),
  );
  server.say(ROOM, EVE, "old");
  const room = new Client({ server: server.url, platform, token: "T" }).room(ROOM);
  open.push(room);
  const told: string[] = [];
  room.listen((event) => {
    if (event.type === "message") told.push(`new ${event.message.text}`);
    if (event.type === "change") told.push(`${event.isNew ? "" : "changed "}${event.message.text}`);
  });
  await isLive(room);
  const of = (text: string) =>
    server
      .room(ROOM)
      .inOrder()
      .find((message: Message) => message.text === text);
  const react = (text: string) =>
    server.room(ROOM).commit({ ...of(text), reactions: [{ emoji: "👍", count: 1, by: ["eve"] }] });
  // No poll is answered until all of it has happened.
  const polls: (() => void)[] = [];
  let isLate = true;
  server.interfere = (_, request, response) => {
    if (isLate && request.url?.includes("after=")) {
      polls.push(() => server.http?.emit("request", request, response));
      return true;
    }
    if (!request.url?.includes("/reactions")) return false;
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(react("mine")));
    return true;
  };
  const mine = await room.say("mine");
  server.say(ROOM, EVE, "first");
  server.say(ROOM, EVE, "second");
  const gone = server.say(ROOM, EVE, "gone");
  react("first");
  server.room(ROOM).commit({ ...gone, text: "", deleted: gone.created });
  await room.react(mine.id, "👍", true);
  isLate = false;
  for (const answer of polls) answer();
  await until(() => room.newest === gone.id);
  react("old");
  await until(() => told.includes("changed old"));
  const all = ["mine", "first", "second"];
  expect(told.filter((line) => line.startsWith("new ")).sort()).toEqual(all.map((text) => `new ${text}`).sort());
  expect(told.filter((line) => line.startsWith("changed "))).toEqual(["changed old"]);
});

it("rooms of one client share a line, and the same room is the same", async () => {
  const { client, room } = fresh();
  const other = client.room("document/7");
  open.push(other);
  const again = client.room(ROOM);
  open.push(again);
  expect(again).toBe(room);
  await Promise.all([isLive(room), isLive(other)]);
  expect(server.sockets.size).toBe(1);
});
