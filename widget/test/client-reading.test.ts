import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { Client, type Message, Room } from "../src/client.js";
import type { Connection } from "../src/connection.js";
import type { FeedListener } from "../src/feed.js";
import { browserOf, EVE, fresh, isLive, open, ROOM, server, texts } from "./client.helpers.js";
import { type TestPlatform, testPlatform, until } from "./helpers.js";

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
    open.length = 0;
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
    open.length = 0;
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
    open.length = 0;
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
    open.length = 0;
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
    open.length = 0;
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
