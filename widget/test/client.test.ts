import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Client, type Message, type Room } from "../src/client.js";
import { FakeServer } from "./fake-server.mjs";
import { type TestPlatform, testPlatform, until } from "./helpers.js";

const ROOM = "project/42";
const EVE = { id: "eve", name: "Eve" };
const TRANSPORTS = ["ws", "sse", "longpoll", "poll"];

let server: InstanceType<typeof FakeServer>;
let open: Room[] = [];

beforeEach(async () => {
  server = await new FakeServer().listen();
});
afterEach(async () => {
  for (const room of open) room.close();
  open = [];
  await server.close();
});

function reader(transport = "ws", platform: TestPlatform = testPlatform()) {
  const remembered = { transport: TRANSPORTS.indexOf(transport), until: Number.MAX_SAFE_INTEGER };
  platform.kept.set(`tertulia:transport:${server.url}`, JSON.stringify(remembered));
  return fresh(platform);
}

function fresh(platform: TestPlatform = testPlatform()) {
  const client = new Client({ server: server.url, platform });
  const room = client.room(ROOM);
  open.push(room);
  return { client, room, platform };
}

const texts = (room: Room) => room.messages.map((message) => message.text);
const isLive = (room: Room) => until(() => room.state === "live", `live, not ${room.state}`);

describe.each(TRANSPORTS)("over %s", (transport) => {
  it("a room is read, spoken in, and caught up with after the line was cut", async () => {
    server.say(ROOM, EVE, "before");
    const { client, room } = reader(transport);
    await isLive(room);
    expect(texts(room)).toEqual(["before"]);
    await client.becomeGuest("Ana", ROOM);
    const said = await room.say("hello");
    expect(said).toMatchObject({ text: "hello", sender: { name: "Ana", guest: true } });
    await until(() => texts(room).length === 2);
    expect(room.outbox).toEqual([]);

    server.cut();
    const first = server.say(ROOM, EVE, "missed");
    server.room(ROOM).commit({ ...first, text: "missed, and edited", edited: first.created });
    server.room(ROOM).commit({ ...said, text: "", deleted: said.created, deleted_by: "moderator" });
    await until(() => texts(room).at(-1) === "missed, and edited");
    expect(texts(room)).toEqual(["before", "", "missed, and edited"]);
    expect(client.transport).toBe(transport);
  });

  it("a message whose answer is lost is said once", async () => {
    const { client, room } = reader(transport);
    await isLive(room);
    await client.becomeGuest("Ana", ROOM);
    await isLive(room);
    server.lose.after = 2;
    const [one, two] = await Promise.all([room.say("one"), room.say("two")]);
    server.lose.before = 2;
    const three = await room.say("three");
    await until(() => room.outbox.length === 0);
    expect([one.id, two.id, three.id]).toEqual([1, 2, 3]);
    expect(texts(room)).toEqual(["one", "two", "three"]);
  });

  it("another history begins the room again", async () => {
    for (let i = 0; i < 3; i++) server.say(ROOM, EVE, `old ${i}`);
    const { room } = reader(transport);
    await isLive(room);
    server.rooms.delete(ROOM);
    server.say(ROOM, EVE, "new");
    server.cut();
    await until(() => texts(room).join() === "new");
  });

  it("older messages come page by page, without holes", async () => {
    for (let i = 0; i < 120; i++) server.say(ROOM, EVE, `line ${i}`);
    const { room } = reader(transport);
    await isLive(room);
    expect(room.messages).toHaveLength(50);
    while (room.hasOlder) await room.older();
    expect(texts(room)).toEqual(Array.from({ length: 120 }, (_, i) => `line ${i}`));
  });
});

describe("falling back", () => {
  const blocked: Record<string, boolean> = {};
  beforeEach(() => {
    for (const name of TRANSPORTS) blocked[name] = false;
    server.interfere = (what, request, response) => {
      const isStream = request.headers.accept === "text/event-stream";
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
    expect(fresh(platform).client.transport).toBe("sse");
    const later = { ...platform, now: () => platform.now() + 3_600_001 };
    expect(fresh(later).client.transport).toBe("ws");
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

describe("changes as they come", () => {
  it("are given by the iterator, each message in its newest state", async () => {
    const { room } = fresh();
    await isLive(room);
    const seen: Message[] = [];
    const reading = (async () => {
      for await (const message of room) {
        seen.push(message);
        if (message.text === "end") return;
      }
    })();
    const first = server.say(ROOM, EVE, "first");
    server.room(ROOM).commit({ ...first, text: "first, edited" });
    server.say(ROOM, EVE, "end");
    await reading;
    expect(seen.at(-1)?.text).toBe("end");
    expect(seen.find((message) => message.id === first.id)).toBeDefined();
  });

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
