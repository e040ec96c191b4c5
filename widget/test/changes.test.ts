import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Changes, ChangesTaker } from "../src/changes.js";
import { Client, type Message, type Room, type RoomEvent } from "../src/client.js";
import { EMPTY, newestMessages, reduce, type TimelineEvent } from "../src/timeline.js";
import { FakeServer } from "./fake-server.mjs";
import { testPlatform, until } from "./helpers.js";

const ROOM = "project/42";
const EVE = { id: "eve", name: "Eve" };

/** A picture of a room, by what its changes tell alone. */
class Picture {
  readonly lines = new Map<number, Message>();

  take({ reset, messages, first }: Changes): void {
    if (reset) this.lines.clear();
    for (const message of messages) this.lines.set(message.id, message);
    for (const id of this.lines.keys()) if (id < first) this.lines.delete(id);
  }

  get texts(): string[] {
    return [...this.lines.values()].map(({ text }) => text);
  }
}

describe("what changes in a room", () => {
  let server: InstanceType<typeof FakeServer>;
  let room: Room;
  const taken: Changes[] = [];
  let picture: Picture;
  const isLive = () => until(() => room.state === "live");
  const pictured = (...texts: string[]) =>
    until(() => picture.texts.join() === texts.join(), `${texts} is what it is, and not ${picture.texts}`);

  beforeEach(async () => {
    server = await new FakeServer().listen();
    server.say(ROOM, EVE, "before");
    room = new Client({ server: server.url, platform: testPlatform() }).room(ROOM);
    picture = new Picture();
    taken.length = 0;
  });
  afterEach(async () => {
    room.close();
    await server.close();
  });

  async function read(): Promise<void> {
    for await (const changes of room.changes()) {
      taken.push(changes);
      picture.take(changes);
    }
  }

  it("begins with what is there, and is told as it comes: said, changed, missed", async () => {
    void read();
    await pictured("before");
    const first = server.say(ROOM, EVE, "first");
    server.room(ROOM).commit({ ...first, text: "first, edited" });
    await pictured("before", "first, edited");
    server.cut();
    server.say(ROOM, EVE, "missed");
    await pictured("before", "first, edited", "missed");
    expect(taken.map(({ reset }) => reset).indexOf(true, 1)).toBe(-1);
  });

  it("begins with what is there also where the room is open already", async () => {
    await isLive();
    void read();
    await pictured("before");
    expect(taken[0]?.reset).toBe(true);
  });

  it("is another history after a reset, and nothing where the reader has signed out", async () => {
    const client = new Client({ server: server.url, platform: testPlatform() });
    room.close();
    room = client.room(ROOM);
    void read();
    await pictured("before");
    server.rooms.delete(ROOM);
    server.say(ROOM, EVE, "another");
    server.cut();
    await pictured("another");
    server.interfere = (_, request) => {
      request.socket.destroy();
      return true;
    };
    client.logout();
    await pictured();
  });

  it("says what is not kept any more", async () => {
    void read();
    await pictured("before");
    const { id } = server.say(ROOM, EVE, "after");
    await pictured("before", "after");
    server.room(ROOM).first = id;
    server.tell({ type: "change", room: ROOM, cursor: server.room(ROOM).cursor, settings: { version: 9, first: id } });
    await pictured("after");
  });

  it("ends when the room is closed, for all who wait, and where it was closed before", async () => {
    const reading = [read(), read()];
    await until(() => taken.length > 1);
    room.close();
    await Promise.all([...reading, read()]);
    expect(room.isClosed).toBe(true);
  });

  it("does not end for one who reads while another has it open, nor by being closed too often", async () => {
    const client = new Client({ server: server.url, platform: testPlatform() });
    const old = client.room(ROOM);
    old.close();
    room.close();
    room = client.room(ROOM);
    expect(room).not.toBe(old);
    old.close();
    expect(client.room(ROOM)).toBe(room);
    void read();
    await pictured("before");
    room.close();
    server.say(ROOM, EVE, "after");
    await pictured("before", "after");
  });

  it("is heard no more after a break, and who waits hears of a return", async () => {
    await isLive();
    for await (const { messages } of room.changes()) {
      expect(messages).toHaveLength(1);
      break;
    }
    const changes = room.changes();
    await changes.next();
    const [waiting, another] = [changes.next(), changes.next()];
    expect(await changes.return?.()).toEqual({ done: true, value: undefined });
    expect(await Promise.all([waiting, another, changes.next()])).toEqual(
      Array.from({ length: 3 }, () => ({ done: true, value: undefined })),
    );
  });
});

/** A room without a line: what its listeners hear is what a real one tells. */
function still() {
  const listeners = new Set<(event: RoomEvent) => void>();
  const room = {
    timeline: reduce(EMPTY, { type: "begin", page: page([]) }),
    isReady: true,
    isClosed: false,
    listen: (listener: (event: RoomEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (event: RoomEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    room,
    listeners,
    taker: () => new ChangesTaker(room as unknown as Room),
    apply: (event: TimelineEvent) => {
      room.timeline = reduce(room.timeline, event);
      tell({ type: "update" });
      if (event.type === "begin") tell({ type: "ready" });
      else for (const message of event.messages) tell({ type: "change", message, isNew: true });
    },
  };
}

function page(messages: Message[], first = 1) {
  return { room: ROOM, messages, more: false, reset: false, first };
}

function message(id: number, version: number): Message {
  return { id, version, kind: "message", sender: EVE, text: `${id}.${version}`, created: "2026-01-01T00:00:00.000Z" };
}

/** Takes one after the other, each when it is let. */
class Consumer {
  readonly picture = new Picture();
  readonly #taker: ChangesTaker;
  #isWaiting = false;

  constructor(taker: ChangesTaker) {
    this.#taker = taker;
  }

  /** Takes what is next, or waits for it. False where it waits. */
  async take(): Promise<boolean> {
    for (let i = 0; i < 5; i++) await undefined;
    if (this.#isWaiting) return false;
    this.#isWaiting = true;
    void this.#taker.next().then(({ value }) => {
      this.#isWaiting = false;
      if (!value) return;
      const versions = value.messages.map(({ version }) => version);
      if (!value.reset) expect(versions).toEqual([...versions].sort((x, y) => x - y));
      this.picture.take(value);
    });
    for (let i = 0; i < 5; i++) await undefined;
    return !this.#isWaiting;
  }
}

it("who takes them at any pace ends with the room as it is, and is told in the order of versions", async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant("change" as const), id: fc.integer({ min: 1, max: 700 }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("many" as const), id: fc.integer({ min: 1, max: 300 }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("purge" as const), id: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("begin" as const), id: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("take" as const), id: fc.constant(0) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
      const { room, taker, apply } = still();
      const consumer = new Consumer(taker());
      let version = 0;
      const change = (id: number) => apply({ type: "changes", messages: [message(id, ++version)] });
      for (const { type, id } of steps) {
        if (type === "change") change(id);
        if (type === "many") for (let i = 0; i < 200; i++) change(id + i);
        if (type === "purge") apply({ type: "changes", messages: [], first: id });
        if (type === "begin") apply({ type: "begin", page: page([message(id, ++version)], Math.min(id, 5)) });
        if (type === "take") await consumer.take();
      }
      while (await consumer.take());
      const byId = [...consumer.picture.lines.values()].sort((a, b) => a.id - b.id);
      expect(byId).toEqual(newestMessages(room.timeline));
    }),
    { numRuns: 300 },
  );
});

it("of what nobody takes 500 ids wait at most, and then all begins again", async () => {
  for (const [count, reset] of [
    [500, false],
    [501, true],
    [3_000, true],
  ] as const) {
    const { taker, apply } = still();
    const reader = taker();
    expect((await reader.next()).value?.reset).toBe(true);
    for (let id = 1; id <= count; id++) apply({ type: "changes", messages: [message(id, id)] });
    const { value } = await reader.next();
    expect([value?.reset, value?.messages.length]).toEqual([reset, count]);
  }
});

it("nothing is listened to after it is over", async () => {
  const { taker, listeners } = still();
  const reader = taker();
  expect(listeners.size).toBe(1);
  await reader.return();
  expect(listeners.size).toBe(0);
});
