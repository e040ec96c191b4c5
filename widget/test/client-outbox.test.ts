import { describe, expect, it } from "vitest";
import type { Message, Room } from "../src/client.js";
import { fresh, isLive, open, ROOM, server, texts } from "./client.helpers.js";
import { type TestPlatform, testPlatform, until } from "./helpers.js";

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
    open.splice(open.indexOf(room), 1);
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
