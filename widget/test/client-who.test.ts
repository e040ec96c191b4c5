import { describe, expect, it } from "vitest";
import type { Message } from "../src/client.js";
import { browserOf, EVE, fresh, isLive, open, ROOM, server, TRANSPORTS, texts } from "./client.helpers.js";
import { type TestPlatform, testPlatform, until } from "./helpers.js";

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

  it("a guest of a site that has no token for them is the same after the page was loaded again", async () => {
    const { client, platform, there: first } = await signedIn();
    const signedOut = browserOf("ws", platform);
    const room = signedOut.room();
    await isLive(room);
    const zoe = await signedOut.client.becomeGuest("Zoe", ROOM);
    await until(() => room.me?.id === zoe.id);
    const again = browserOf("ws", platform);
    expect(again.client.lastGuestName).toBe("Zoe");
    const loaded = again.room();
    await until(() => loaded.me?.id === zoe.id, "the same guest");
    await loaded.say("still me");
    expect(said().at(-1)).toBe(`${zoe.id}: still me`);
    // Whom the site has a token for is who that says, and no guest.
    client.reconnect();
    await until(() => first.state === "live" && first.me?.id === "ana");
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
    open.length = 0;
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
