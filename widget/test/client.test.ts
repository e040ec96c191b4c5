import { describe, expect, it } from "vitest";
import { Client } from "../src/client.js";
import { EVE, fresh, isLive, open, ROOM, reader, server, TRANSPORTS, texts } from "./client.helpers.js";
import { testPlatform, until } from "./helpers.js";

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
  open.length = 0;
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
