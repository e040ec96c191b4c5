import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Client, type Message, Room } from "../src/client.js";
import type { Connection } from "../src/connection.js";
import type { FeedListener } from "../src/feed.js";
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
  it("the server is told in which language to word what went wrong, and what is set for one client holds for no other", async () => {
    const asked: (string | undefined)[] = [];
    // Apart from the reading, which goes on beside it.
    const askedByGuests: (string | undefined)[] = [];
    server.interfere = (_, request) => {
      // The browser's own is in a handshake, and in no request of ours.
      if (!request.headers.upgrade) asked.push(request.headers["accept-language"]);
      if (request.url?.endsWith("/v1/guests")) askedByGuests.push(request.headers["accept-language"]);
      return false;
    };
    const hello: unknown[] = [];
    const platform = testPlatform();
    const { WebSocket } = platform;
    class Overheard extends WebSocket {
      override send(text: string) {
        const frame = JSON.parse(text);
        if (frame.type === "hello") hello.push(frame.lang);
        super.send(text);
      }
    }
    const { client } = reader(transport, Object.assign(platform, { WebSocket: Overheard }));
    client.lang = "es";
    const other = fresh(platform);
    await until(() => open.every((room) => room.state === "live"));
    await client.becomeGuest("Ana", ROOM);
    if (transport === "ws") expect(hello.slice(0, 2).sort()).toEqual(["es", undefined]);
    else expect(asked.slice(0, 2).sort()).toEqual(["*", "es"]);
    await other.client.becomeGuest("Ben", ROOM);
    expect(askedByGuests).toEqual(["es", "*"]);
  });

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

it.each(["longpoll", "poll"])("over %s it is known who is here, and what one may do by now", async (transport) => {
  const platform = testPlatform();
  const remembered = { transport: TRANSPORTS.indexOf(transport), until: Number.MAX_SAFE_INTEGER };
  platform.kept.set(`tertulia:transport:${server.url}`, JSON.stringify(remembered));
  server.guests.set("T", { id: "ana", name: "Ana" });
  const room = new Client({ server: server.url, platform, token: "T" }).room(ROOM);
  open.push(room);
  const states: string[] = [];
  room.listen((event) => event.type === "state" && states.push(event.state));
  await isLive(room);
  server.room(ROOM).people = 7;
  await until(() => room.present?.count === 7);
  server.guests.set("T", { id: "ana", name: "Ana", may: ["read"] });
  await until(() => !room.may("say"));
  expect(states.every((state, index) => state !== states[index - 1])).toBe(true);
  const asked = () => server.seen.filter((what: string) => what.endsWith(`/rooms/${ROOM}`)).length;
  room.close();
  open = [];
  const before = asked();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(asked()).toBe(before);
});

it.each(TRANSPORTS)("over %s it is heard that something else waits for review", async (transport) => {
  const { room } = reader(transport, testPlatform(100));
  let heard = 0;
  room.listen((event) => {
    if (event.type === "waiting") heard += 1;
  });
  await isLive(room);
  // A poll that is held is answered with it; else it is asked once a minute.
  if (transport === "longpoll") await until(() => server.seen.some((what: string) => what.includes("wait=")));
  const before = heard;
  server.room(ROOM).tellWaiting();
  await until(() => heard > before);
});

/** A browser in which people sign in one after the other, on a page that stays. */
function browserOf(transport: string, platform: TestPlatform = testPlatform()) {
  const remembered = { transport: TRANSPORTS.indexOf(transport), until: Number.MAX_SAFE_INTEGER };
  platform.kept.set(`tertulia:transport:${server.url}`, JSON.stringify(remembered));
  let token: string | null = null;
  const client = new Client({ server: server.url, platform, getToken: async () => token });
  const become = (id: string | undefined) => {
    token = id === undefined ? null : `x.${btoa(JSON.stringify({ sub: id }))}.x`;
    if (token !== null) server.guests.set(token, { id, name: id });
  };
  const room = () => {
    const opened = client.room(ROOM);
    open.push(opened);
    return opened;
  };
  const signIn = async (id: string | undefined, there: Room) => {
    become(id);
    client.reconnect();
    await until(() => there.me !== undefined && there.me.id === id && there.state === "live");
  };
  return { client, platform, become, room, signIn };
}

describe.each(TRANSPORTS)("who signs in after somebody else in one browser, over %s,", (transport) => {
  const said = () =>
    server
      .room(ROOM)
      .inOrder()
      .map(({ text, sender }: Message) => `${sender?.id}: ${text}`);

  it("says nothing that the other one has written, and sees nothing of it; the other one's is sent later, once", async () => {
    server.say(ROOM, EVE, "hello");
    const { become, room: openRoom, signIn } = browserOf(transport);
    become("ana");
    const room = openRoom();
    await until(() => room.me?.id === "ana" && room.state === "live");
    room.draft = "half a tho";
    server.slow = { times: 1, seconds: 600 };
    void room.say("mine").catch(() => undefined);
    await until(() => server.slow.times === 0 && room.outbox[0]?.state === "waiting");
    await signIn("ben", room);
    expect([room.outbox, room.draft]).toEqual([[], ""]);
    await room.say("Ben's");
    await signIn(undefined, room);
    expect([room.outbox, room.draft]).toEqual([[], ""]);
    expect(said()).toEqual(["eve: hello", "ben: Ben's"]);
    await signIn("ana", room);
    expect(room.draft).toBe("half a tho");
    await until(() => texts(room).includes("mine"));
    expect(said()).toEqual(["eve: hello", "ben: Ben's", "ana: mine"]);
  });
});

describe("who reads is not known between signing in and the first page:", () => {
  const said = () =>
    server
      .room(ROOM)
      .inOrder()
      .map(({ text, sender }: Message) => `${sender?.id}: ${text}`);
  const keptOf = (platform: TestPlatform, what: string, id: string) =>
    [...platform.kept]
      .filter(([key]) => key.includes(`:${what}:`) && key.includes(`${ROOM}:${id}`))
      .map(([, value]) => value);
  const cutOff = () => {
    server.interfere = (_, _request, response) => {
      response.destroy();
      return true;
    };
    server.cut();
  };
  const comeBack = () => {
    server.interfere = () => false;
  };
  async function signedIn(transport = "ws") {
    const here = browserOf(transport);
    here.become("ana");
    const room = here.room();
    await until(() => room.me?.id === "ana" && room.state === "live");
    return { ...here, there: room };
  }

  it("what is said and written until then is of whom the page names, and of what was said before nothing is lost", async () => {
    const { client, platform, become, there: room, signIn } = await signedIn();
    room.draft = "Ana's half";
    cutOff();
    await until(() => room.state !== "live");
    void room.say("Ana's").catch(() => undefined);
    become("ben");
    client.reconnect();
    void room.say("Ben's").catch(() => undefined);
    room.draft = "Ben's half";
    expect(room.outbox.map(({ text }) => text)).toEqual(["Ana's", "Ben's"]);
    expect(keptOf(platform, "outbox", "ana").join()).not.toContain("Ben's");
    expect(keptOf(platform, "draft", "ana")).toEqual(['"Ana\'s half"']);
    comeBack();
    await until(() => texts(room).join() === "Ben's");
    expect(room.outbox).toEqual([]);
    await signIn("ana", room);
    await until(() => texts(room).includes("Ana's"));
    expect(said()).toEqual(["ben: Ben's", "ana: Ana's"]);
    expect(room.draft).toBe("Ana's half");
  });

  it("the same person sees all that waits, what was said before and what since, has it sent in order, and kept once it is known", async () => {
    const { client, platform, there: room } = await signedIn();
    cutOff();
    await until(() => room.state !== "live");
    void room.say("one").catch(() => undefined);
    client.reconnect();
    const two = room.say("two");
    const seen = new Set<string>();
    const look = () => seen.add([...room.messages, ...room.outbox].map(({ text }) => text).join());
    room.listen(look);
    look();
    server.deaf = true;
    comeBack();
    await until(() => server.unheard > 0);
    expect(keptOf(platform, "outbox", "ana")).toHaveLength(2);
    expect([...seen]).toEqual(["one,two"]);
    server.deaf = false;
    server.cut();
    await two;
    expect(said()).toEqual(["ana: one", "ana: two"]);
  });

  it("of who signs out nothing is left, also without a line, and the next one's is not kept under their name", async () => {
    server.say(ROOM, EVE, "for Ana alone");
    const { client, platform, become, there: room } = await signedIn();
    cutOff();
    await until(() => room.state !== "live");
    const lost = room.say("Ana's");
    room.draft = "Ana's half";
    become(undefined);
    client.logout();
    await expect(lost).rejects.toThrow("signed out");
    expect([room.self, room.me, room.present, room.messages, room.outbox]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      [],
    ]);
    const next = room.say("somebody's").catch(() => undefined);
    room.draft = "somebody's half";
    expect([...platform.kept].filter((entry) => entry.join().includes("ana"))).toEqual([]);
    become("ben");
    client.reconnect();
    comeBack();
    await until(() => room.me?.id === "ben" && texts(room).includes("somebody's"));
    await next;
    expect(texts(room)).toEqual(["for Ana alone", "somebody's"]);
    expect(said()).toEqual(["eve: for Ana alone", "ben: somebody's"]);
  });

  it("what is said by nobody is refused, and whoever signs in then has to press for it", async () => {
    const { client, become, there: room, signIn } = await signedIn();
    become(undefined);
    client.logout();
    await expect(room.say("nobody's")).rejects.toMatchObject({ problem: { code: "token_missing" } });
    await signIn("ben", room);
    expect((await room.say("Ben's")).sender?.id).toBe("ben");
    expect(said()).toEqual(["ben: Ben's"]);
    const [draft] = room.outbox;
    expect(draft).toMatchObject({ text: "nobody's", state: "failed", sender: { id: "ben" } });
    room.retry(draft?.clientId ?? "");
    await until(() => said().at(-1) === "ben: nobody's");
  });

  it("so where another token comes without a word", async () => {
    const { client, platform, become, there: room } = await signedIn("sse");
    expect(client.transport).toBe("sse");
    const tokens: (string | undefined)[] = [];
    server.guests.clear();
    server.interfere = (_, request, response) => {
      tokens.push(request.headers.authorization);
      // Ana's is not taken any more.
      if (!tokens.at(-1)?.includes(btoa('{"sub":"ben"}'))) return false;
      response.destroy();
      return true;
    };
    become("ben");
    server.cut();
    await until(() => tokens.some((token) => token?.includes(btoa('{"sub":"ben"}'))), "it is asked as Ben");
    void room.say("Ben's").catch(() => undefined);
    expect(keptOf(platform, "outbox", "ana")).toEqual([]);
    comeBack();
    await until(() => texts(room).join() === "Ben's");
    expect(said()).toEqual(["ben: Ben's"]);
  });

  it("a guest is known by this browser alone, and what they say is kept at once", async () => {
    const platform = testPlatform();
    const { client, room } = fresh(platform);
    await isLive(room);
    const ana = await client.becomeGuest("Ana", ROOM);
    await until(() => room.me?.id === ana.id);
    cutOff();
    await until(() => room.state !== "live");
    client.reconnect();
    void room.say("kept").catch(() => undefined);
    expect(keptOf(platform, "outbox", ana.id ?? "")).toHaveLength(1);
  });

  it("what is said at once in a room that is only being opened is kept as soon as it is known whose it is", async () => {
    const { become, platform, room: openRoom } = browserOf("ws");
    become("ana");
    server.deaf = true;
    const before = openRoom();
    before.say("early").catch(() => undefined);
    await until(() => server.unheard > 0);
    expect(keptOf(platform, "outbox", "ana")).toHaveLength(1);
    before.close();
    open = [];
    server.deaf = false;
    const after = browserOf("ws", platform);
    after.become("ana");
    const room = after.room();
    await until(() => texts(room).includes("early"));
    expect(said()).toEqual(["ana: early"]);
  });
});

it.each(["longpoll", "poll"])(
  "over %s who reads is known where nobody is told who is here, and nobody looks",
  async (transport) => {
    server.room(ROOM).isQuiet = true;
    server.say(ROOM, EVE, "hello");
    let failing = 1;
    server.interfere = (_, request, response) => {
      if (!request.url?.endsWith(`/rooms/${ROOM}`) || failing-- <= 0) return false;
      response.destroy();
      return true;
    };
    const { become, room: openRoom, signIn } = browserOf(transport, { ...testPlatform(), isHidden: () => true });
    become("ana");
    const room = openRoom();
    await isLive(room);
    await signIn("ben", room);
    expect((await room.say("here")).sender?.id).toBe("ben");
  },
);

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

describe("what is said", () => {
  /** A tab of this browser in which Ana is a guest. */
  async function ana(platform: TestPlatform = testPlatform()) {
    const tab = fresh(platform);
    await isLive(tab.room);
    if (tab.room.self === undefined) await tab.client.becomeGuest("Ana", ROOM);
    await until(() => tab.room.me?.id !== undefined && tab.room.state === "live");
    return tab;
  }
  const waiting = (platform: TestPlatform) => [...platform.kept.keys()].filter((key) => key.includes(":outbox:"));
  const said = () =>
    server
      .room(ROOM)
      .inOrder()
      .map((message: Message) => message.text);
  const leave = ({ room }: { room: Room }) => {
    open = open.filter((other) => other !== room);
    room.close();
  };

  it("is kept before it is sent, said after a reload, and forgotten once it is acknowledged", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.deaf = true;
    void before.room.say("one").catch(() => undefined);
    void before.room.say("two").catch(() => undefined);
    expect(waiting(platform)).toHaveLength(2);
    await until(() => server.unheard > 0);
    leave(before);
    server.deaf = false;
    const after = await ana(platform);
    await until(() => texts(after.room).length === 2);
    expect(texts(after.room)).toEqual(["one", "two"]);
    expect(after.room.outbox).toEqual([]);
    await until(() => waiting(platform).length === 0);
  });

  it("too fast stays in the outbox, and is said when the server has said, not before", async () => {
    const platform = testPlatform();
    const { room } = await ana(platform);
    server.slow = { times: 1, seconds: 4 };
    const from = platform.now();
    const one = room.say("one");
    await until(() => server.slow.times === 0 && room.outbox[0]?.state === "waiting");
    const two = room.say("two");
    expect(waiting(platform)).toHaveLength(2);
    await Promise.all([one, two]);
    expect(platform.now() - from).toBeGreaterThan(3_900);
    expect(said()).toEqual(["one", "two"]);
    expect(room.outbox).toEqual([]);
  });

  it("is said once, and in order, by however many tabs that have it", async () => {
    const platform = testPlatform();
    const one = await ana(platform);
    server.deaf = true;
    const all = ["a", "b", "c", "d"];
    for (const text of all) void one.room.say(text).catch(() => undefined);
    await until(() => server.unheard > 0);
    leave(one);
    server.deaf = false;
    const tabs = await Promise.all([ana(platform.tab()), ana(platform.tab()), ana(platform.tab())]);
    for (const { room } of tabs) await until(() => texts(room).join("") === "abcd" && room.outbox.length === 0);
    expect(said()).toEqual(all);
    expect(server.says).toBe(4);
  });

  it("in another tab and given up there is not said here", async () => {
    const platform = testPlatform();
    const one = await ana(platform);
    const two = await ana(platform.tab());
    await expect(one.room.say("x".repeat(2_001))).rejects.toMatchObject({ problem: { code: "too_long" } });
    await until(() => two.room.outbox[0]?.state === "failed");
    two.room.discard(two.room.outbox[0]?.clientId ?? "");
    await until(() => one.room.outbox.length === 0);
  });

  it("waits for a day at most, and is then in sight until somebody decides", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.deaf = true;
    void before.room.say("late").catch(() => undefined);
    await until(() => server.unheard > 0);
    leave(before);
    const tomorrow = { ...platform, now: () => platform.now() + 24 * 3_600_000 };
    server.deaf = false;
    const { room } = await ana(tomorrow);
    await until(() => room.outbox[0]?.state === "failed");
    expect(room.outbox[0]).toMatchObject({ problem: { code: "given_up" } });
    expect(said()).toEqual([]);
    room.retry(room.outbox[0]?.clientId ?? "");
    await until(() => texts(room).includes("late"));
  });

  it("is bounded: the fifty-first waits for the writer", async () => {
    const platform = testPlatform();
    const { room } = await ana(platform);
    server.deaf = true;
    for (let i = 0; i < 50; i++) void room.say(`${i}`).catch(() => undefined);
    await expect(room.say("one more")).rejects.toMatchObject({ name: "OutboxFull" });
    expect(waiting(platform)).toHaveLength(50);
  });

  it("by somebody is not said in the name of somebody else", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.deaf = true;
    void before.room.say("mine").catch(() => undefined);
    await until(() => server.unheard > 0);
    server.deaf = false;
    before.client.logout();
    await until(() => before.room.self === undefined && before.room.state === "live");
    expect(before.room.outbox).toEqual([]);
    expect([...platform.kept.keys()].filter((key) => !key.includes(":transport:"))).toEqual([]);
    await before.client.becomeGuest("Ben", ROOM);
    await isLive(before.room);
    await before.room.say("Ben's");
    expect(said()).toEqual(["Ben's"]);
  });

  it("by somebody waits for that one, while another speaks in the same browser", async () => {
    const platform = testPlatform();
    const { client, room } = await ana(platform);
    server.deaf = true;
    void room.say("mine").catch(() => undefined);
    await until(() => server.unheard > 0);
    server.deaf = false;
    // This server makes somebody else of whoever takes another name.
    const ben = await client.becomeGuest("Ben", ROOM);
    await until(() => room.me?.id === ben.id);
    await room.say("Ben's");
    expect(said()).toEqual(["Ben's"]);
    expect(waiting(platform)).toHaveLength(1);
  });

  it("may wait for review: it is seen as held, and asked about again after a reload", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.holds = true;
    await expect(before.room.say("please")).rejects.toMatchObject({ name: "Held" });
    expect(before.room.outbox[0]).toMatchObject({ state: "held" });
    leave(before);
    const after = await ana(platform);
    expect(after.room.outbox[0]).toMatchObject({ state: "held" });
    server.holds = false;
    server.cut();
    await until(() => texts(after.room).includes("please") && after.room.outbox.length === 0);
  });

  it("waits for review as long as somebody may look at it, and is not given up after a day", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.holds = true;
    await expect(before.room.say("please")).rejects.toMatchObject({ name: "Held" });
    leave(before);
    const later = (days: number) => ({ ...platform, now: () => platform.now() + days * 24 * 3_600_000 });
    const after = await ana(later(29));
    const { says } = server;
    expect(after.room.outbox[0]).toMatchObject({ state: "held" });
    server.cut();
    await until(() => server.says > says, "it is asked about");
    expect(after.room.outbox[0]).toMatchObject({ state: "held" });
    leave(after);
    // By then the server has thrown it away, and would take it for another one.
    const { room } = await ana(later(30));
    await until(() => room.outbox[0]?.state === "failed");
    expect(room.outbox[0]).toMatchObject({ problem: { code: "given_up" } });
  });

  it("is bounded by all that is not said: what waits for review and what was refused, too", async () => {
    const platform = testPlatform();
    const { room } = await ana(platform);
    server.holds = true;
    for (let i = 0; i < 25; i++) await expect(room.say(`${i}`)).rejects.toMatchObject({ name: "Held" });
    server.rejects = true;
    for (let i = 25; i < 50; i++) await expect(room.say(`${i}`)).rejects.toMatchObject({ name: "Refused" });
    await expect(room.say("one more")).rejects.toMatchObject({ name: "OutboxFull" });
    expect(waiting(platform)).toHaveLength(50);
    room.discard(room.outbox.at(-1)?.clientId ?? "");
    await expect(room.say("one more")).rejects.toMatchObject({ name: "Refused" });
  });

  it("is all said after a reload, however much of another kind is kept beside it, and more than is in sight at once", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.deaf = true;
    void before.room.say("0").catch(() => undefined);
    const [key = ""] = waiting(platform);
    await until(() => server.unheard > 0);
    leave(before);
    const draft = JSON.parse(platform.kept.get(key) ?? "");
    const put = (clientId: string, more: object) => {
      const id = key.slice(0, key.lastIndexOf(":") + 1) + clientId;
      platform.kept.set(id, JSON.stringify({ ...draft, clientId, ...more }));
    };
    const problem = { code: "locked", title: "Locked", status: 403 };
    for (let i = 1; i <= 60; i++) {
      put(`refused-${i}`, { state: "failed", problem, at: draft.at - i });
      put(`waiting-${i}`, { text: `${i}`, at: draft.at + i });
    }
    server.deaf = false;
    const { room } = await ana(platform);
    await until(() => room.newest === 61);
    expect(said()).toEqual(Array.from({ length: 61 }, (_, index) => `${index}`));
    await until(() => waiting(platform).length === 60);
    expect(room.outbox.map(({ state }) => state)).toEqual(Array.from({ length: 50 }, () => "failed"));
  });

  describe("while it waits for review", () => {
    /** A minute is a moment. */
    const hasty = () => {
      const platform = testPlatform();
      const { setTimeout } = platform;
      let isHidden = false;
      return Object.assign(platform, {
        setTimeout: (run: () => void, ms: number) => setTimeout(run, ms === 60_000 ? 200 : ms),
        isHidden: () => isHidden,
        hide: (is: boolean) => {
          isHidden = is;
        },
      });
    };
    const held = async (platform: TestPlatform) => {
      const { room } = await ana(platform);
      const errors: string[] = [];
      const states: string[] = [];
      room.listen((event) => {
        if (event.type === "error") errors.push(event.code);
        states.push(room.outbox[0]?.state ?? "none");
      });
      server.holds = true;
      await expect(room.say("please")).rejects.toMatchObject({ name: "Held" });
      return { room, errors, states };
    };
    const asked = async (more: number) => {
      const before = server.says;
      await until(() => server.says >= before + more, "it is asked about");
    };

    it("is asked about again and again, without a word, until it is rejected", async () => {
      const { room, errors, states } = await held(hasty());
      await until(() => room.outbox[0]?.state === "held");
      states.length = 0;
      await asked(3);
      expect([errors, states.filter((state) => state !== "held")]).toEqual([["held"], []]);
      server.rejects = true;
      await until(() => room.outbox[0]?.state === "failed", "it is rejected");
      expect(room.outbox[0]?.problem?.code).toBe("refused");
      expect(errors).toEqual(["held", "refused"]);
      const { says } = server;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(server.says).toBe(says);
    });

    it("is asked about when the line is up again, and gone from the outbox when it is let in", async () => {
      const { room } = await held(testPlatform());
      server.cut();
      await asked(1);
      expect(room.outbox[0]?.state).toBe("held");
      server.holds = false;
      server.cut();
      await until(() => texts(room).includes("please") && room.outbox.length === 0);
    });

    it("is not asked about by a page that nobody looks at", async () => {
      const platform = hasty();
      platform.hide(true);
      const { room } = await held(platform);
      const { says } = server;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(server.says).toBe(says);
      server.rejects = true;
      platform.hide(false);
      await until(() => room.outbox[0]?.state === "failed", "it is rejected");
    });
  });

  it.each([undefined, null, 123, {}])("that is no text (%j) is refused at once, and enters nothing", async (text) => {
    const { room } = await ana(testPlatform());
    await expect(room.say(text as never)).rejects.toThrow(TypeError);
    expect(room.outbox).toEqual([]);
    expect(said()).toEqual([]);
  });

  it("lies in a storage that anybody could have written to: what is no entry is left out", async () => {
    const platform = testPlatform();
    const before = await ana(platform);
    server.deaf = true;
    void before.room.say("good").catch(() => undefined);
    const [key = ""] = waiting(platform);
    const prefix = key.slice(0, key.lastIndexOf(":") + 1);
    for (const [id, value] of [
      ["x", "{"],
      ["aaaaaaaa", "null"],
      ["bbbbbbbb", '{"clientId":"cccccccc"}'],
    ])
      platform.kept.set(`${prefix}${id}`, value ?? "");
    await until(() => server.unheard > 0);
    leave(before);
    server.deaf = false;
    const { room } = await ana(platform);
    await until(() => texts(room).includes("good"));
    expect(said()).toEqual(["good"]);
  });

  it("is a guest's in all tabs: a name is taken once", async () => {
    const platform = testPlatform();
    const one = fresh(platform);
    const two = fresh(platform.tab());
    await Promise.all([isLive(one.room), isLive(two.room)]);
    const guest = await one.client.becomeGuest("Ana", ROOM);
    await until(() => two.room.me?.id === guest.id);
  });
});

describe("what is written", () => {
  it("is kept per room, and gone when it is said", () => {
    const platform = testPlatform();
    const { room, client } = fresh(platform);
    const other = client.room("document/7");
    open.push(other);
    room.draft = "half a tho";
    expect(fresh(platform.tab()).room.draft).toBe("half a tho");
    expect(other.draft).toBe("");
    room.draft = "";
    expect([...platform.kept.keys()].filter((key) => key.includes(":draft:"))).toEqual([]);
  });

  it("by nobody is whoever's who goes on with it", async () => {
    const { become, platform, room: openRoom, signIn } = browserOf("ws");
    become(undefined);
    const room = openRoom();
    await isLive(room);
    room.draft = "half a tho";
    await signIn("ana", room);
    room.draft = "half a thought";
    await signIn(undefined, room);
    expect(room.draft).toBe("");
    expect([...platform.kept.keys()].filter((key) => key.includes(":draft:"))).toHaveLength(1);
  });
});

it("whom one does not want to read is forgotten when one signs out, and not remembered again", async () => {
  const { client, room, platform } = fresh();
  await isLive(room);
  room.ignore("eve", true);
  client.logout();
  await isLive(room);
  expect([...room.ignored]).toEqual([]);
  room.ignore("bob", true);
  const kept = [...platform.kept].filter(([key]) => key.includes(":ignored:")).map(([, value]) => value);
  expect(kept).toEqual(['["bob"]']);
});

describe("what is read", () => {
  const ANA = { id: "ana", name: "Ana" };
  async function ana(platform: TestPlatform = testPlatform(), person = ANA) {
    const token = `token of ${person.id}`;
    server.guests.set(token, person);
    const client = new Client({ server: server.url, platform, token });
    const room = client.room(ROOM);
    open.push(room);
    await isLive(room);
    return { client, room, platform };
  }
  const told = () => server.reads.map(([, who, upTo]: [string, string, number]) => `${who} ${upTo}`);
  beforeEach(() => {
    for (let i = 1; i <= 9; i++) server.say(ROOM, EVE, `line ${i}`);
  });

  it("is told the server a while later, by its highest number, and not often", async () => {
    const { room, platform } = await ana();
    const from = platform.now();
    for (const id of [1, 3, 2, 4]) room.markRead(id);
    expect(told()).toEqual([]);
    await until(() => server.reads.length === 1);
    for (const id of [5, 6, 4]) room.markRead(id);
    await until(() => server.reads.length === 2);
    expect(told()).toEqual(["ana 4", "ana 6"]);
    expect(platform.now() - from).toBeGreaterThanOrEqual(5_900);
    room.markRead(6);
    room.markRead(2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.reads).toHaveLength(2);
  });

  it("is told when the room is closed, and on the next visit where it could not be told", async () => {
    const platform = testPlatform();
    const one = await ana(platform);
    one.room.markRead(4);
    one.room.close();
    open = [];
    await until(() => told().join() === "ana 4");
    const two = await ana(platform);
    server.interfere = (_, request, response) => {
      if (!request.url?.endsWith("/read")) return false;
      response.destroy();
      return true;
    };
    two.room.markRead(7);
    await until(() => server.seen.filter((what: string) => what.startsWith("PUT")).length === 2);
    two.room.close();
    open = [];
    server.interfere = () => false;
    await ana(platform);
    await until(() => told().at(-1) === "ana 7");
  });

  it("is known on first pages, and nothing lowers it", async () => {
    server.marks.set(`${ROOM} ana`, 5);
    const { room } = await ana();
    expect(room.readUpTo).toBe(5);
    server.cut();
    server.say(ROOM, EVE, "line 10");
    await until(() => room.newest === 10);
    expect([room.me?.read, room.readUpTo]).toEqual([5, 5]);
    server.tell({ type: "me", room: ROOM, me: { ...ANA, level: "say", may: ["read"], read: 8 } });
    await until(() => room.readUpTo === 8);
    server.tell({ type: "me", room: ROOM, me: { ...ANA, level: "say", may: ["read", "say"], read: 2 } });
    await until(() => room.may("say"));
    expect([room.me?.read, room.readUpTo]).toEqual([8, 8]);
  });

  it("is one person's: of another one in the same browser nothing is known, and nothing told", async () => {
    const platform = testPlatform();
    const one = await ana(platform);
    one.room.markRead(6);
    one.room.close();
    open = [];
    const ben = await ana(platform, { id: "ben", name: "Ben" });
    expect(ben.room.readUpTo).toBeUndefined();
    await until(() => told().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(told()).toEqual(["ana 6"]);
    const { room } = fresh(platform);
    await isLive(room);
    room.markRead(3);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([room.readUpTo, told()]).toEqual([3, ["ana 6"]]);
  });

  it("is not lowered by a page that the host has brought, nor by a room from which everything was purged", async () => {
    const one = await ana();
    one.room.markRead(9);
    const { messages, timeline } = one.room;
    one.room.close();
    open = [];
    const cursor = `${server.room(ROOM).epoch}.4`;
    const page = {
      room: ROOM,
      cursor,
      messages: messages.slice(0, 4),
      more: false,
      reset: false,
      first: timeline.first,
    };
    const me = { ...ANA, level: "say" as const, may: [] };
    const room = one.client.room(ROOM, { ...page, me });
    open.push(room);
    expect(room.readUpTo).toBe(9);
    await isLive(room);
    room.close();
    open = [];
    server.room(ROOM).messages.clear();
    server.room(ROOM).first = 10;
    const two = await ana(one.platform);
    expect([two.room.messages, two.room.readUpTo]).toEqual([[], 9]);
  });

  it("in a history that is lost counts for none that comes after it", async () => {
    const { room } = await ana();
    room.markRead(9);
    server.rooms.delete(ROOM);
    server.marks.clear();
    server.say(ROOM, EVE, "new");
    server.cut();
    await until(() => texts(room).join() === "new");
    expect(room.readUpTo).toBe(1);
  });
});

describe("a part of a long room", () => {
  const LONG = 1_000;
  beforeEach(() => {
    for (let i = 1; i <= LONG; i++) server.say(ROOM, EVE, `line ${i}`);
  });
  const isWhole = (room: Room) =>
    room.messages.every((message, index) => index === 0 || message.id === (room.messages[index - 1]?.id ?? 0) + 1);

  it("is held, and the rest is asked for again: up to the beginning and back", async () => {
    const { room } = fresh();
    room.reading.keepMax = 100;
    await isLive(room);
    while (room.hasOlder) {
      await room.older();
      expect(room.messages.length).toBeLessThanOrEqual(150);
      expect(room.timeline.messages.length).toBeLessThanOrEqual(150);
      expect(isWhole(room)).toBe(true);
    }
    expect(room.messages[0]?.text).toBe("line 1");
    server.say(ROOM, EVE, "new");
    await until(() => room.newest === LONG + 1);
    expect(room.reading.hasNewer).toBe(true);
    while (room.reading.hasNewer) {
      await room.reading.newer();
      expect(isWhole(room)).toBe(true);
    }
    expect(room.messages.at(-1)?.text).toBe("new");
    expect(room.messages.length).toBeLessThanOrEqual(150);
  });

  it("is wherever a message is that one goes to, and the end is a step away", async () => {
    const { room } = fresh();
    room.reading.keepMax = 100;
    await isLive(room);
    expect(await room.reading.show(300)).toBe(true);
    expect(room.messages.some((message) => message.id === 300)).toBe(true);
    expect(isWhole(room)).toBe(true);
    expect(await room.reading.show(LONG + 100)).toBe(false);
    room.reading.toEnd();
    expect(room.messages.at(-1)?.text).toBe(`line ${LONG}`);
    expect(room.reading.hasNewer).toBe(false);
  });

  it("stays where one went to, also when its pages meet what was held before", async () => {
    const { room } = fresh();
    room.reading.keepMax = 100;
    await isLive(room);
    for (let i = 0; i < 6; i++) await room.older();
    const from = room.messages[0]?.id ?? 0;
    expect(await room.reading.show(from - 60)).toBe(true);
    for (let i = 0; i < 3; i++) {
      const last = room.messages.at(-1)?.id ?? 0;
      await room.reading.newer();
      expect(room.messages.some(({ id }) => id === last)).toBe(true);
      expect(isWhole(room)).toBe(true);
    }
  });

  it("follows what comes where the end is read, and stays where it is otherwise", async () => {
    const { room } = fresh();
    room.reading.keepMax = 100;
    await isLive(room);
    for (let i = 1; i <= 200; i++) server.say(ROOM, EVE, `more ${i}`);
    // What lets go of the rest is fetched when there is too much for the first time.
    await until(() => room.newest === LONG + 200 && room.messages.length <= 150);
    expect(room.messages.at(-1)?.text).toBe("more 200");
    room.follows = false;
    const first = room.messages[0]?.id;
    for (let i = 1; i <= 200; i++) server.say(ROOM, EVE, `again ${i}`);
    await until(() => room.newest === LONG + 400);
    expect(room.messages[0]?.id).toBe(first);
    expect(room.messages.length).toBeLessThanOrEqual(150);
    expect(room.reading.hasNewer).toBe(true);
  });
});

it("signals are heard, and typing is told, but not with each key", async () => {
  const { room, client } = fresh();
  const heard: string[] = [];
  room.listen((event) => event.type === "signal" && heard.push(event.signal.name));
  await isLive(room);
  room.typing();
  await client.becomeGuest("Ana", ROOM);
  await until(() => room.may("type"));
  room.typing();
  room.typing();
  await until(() => server.typed.length === 1);
  server.tell({ type: "signal", room: ROOM, name: "move", sender: null, data: { to: "e4" } });
  await until(() => heard.length === 1);
  expect(heard).toEqual(["move"]);
  expect(server.typed).toEqual([ROOM]);
});

it("that somebody types is told also after the clock was put back", async () => {
  let back = 0;
  const platform = testPlatform();
  const { room, client } = fresh({ ...platform, now: () => platform.now() - back });
  await isLive(room);
  await client.becomeGuest("Ana", ROOM);
  await until(() => room.may("type"));
  room.typing();
  await until(() => server.typed.length === 1);
  back = 5 * 3_600_000;
  room.typing();
  await until(() => server.typed.length === 2);
});

it("the room's clock is that of the server, as what is said just now tells it, whatever pages bring", () => {
  const now = Date.parse("2026-01-01T12:00:00.000Z");
  /** How a message comes, and how old it is by the server's clock. What is pushed just now is as old as that. */
  const step = fc.record({
    how: fc.constantFrom("page", "poll", "late", "push"),
    ms: fc.integer({ max: 1e9, min: 0 }),
  });
  const steps = fc.array(step, { maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.integer({ max: 1e9, min: -1e9 }), (steps, behind) => {
      const feeds: FeedListener[] = [];
      const connection = {
        server: server.url,
        identity: {},
        follow: (_room: string, feed: FeedListener) => feeds.push(feed),
      } as unknown as Connection;
      const room = new Room(ROOM, connection, { ...testPlatform(), now: () => now }, () => undefined);
      room.hold();
      const [feed] = feeds as [FeedListener];
      const page = { room: ROOM, cursor: "e.0", messages: [] as Message[], more: false, reset: false, first: 1 };
      feed.begin(page);
      let [id, told, wasLate] = [0, false, false];
      for (const { how, ms } of steps) {
        id += 1;
        const created = new Date(now + behind - (how === "push" ? 0 : ms)).toISOString();
        const message: Message = { id, version: id, kind: "message", sender: EVE, text: "", created };
        if (how === "page" || how === "poll") feed.page({ ...page, messages: [message] }, how === "poll");
        else {
          // So many are missed that the line brings them after its first page, one by one.
          if (how === "late" || wasLate) feed.page({ ...page, more: how === "late" }, false);
          wasLate = how === "late";
          feed.change({ message });
          told ||= how === "push";
        }
        expect(room.now).toBe(told ? now + behind : now);
      }
    }),
  );
});
