import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LineState } from "../src/feed.js";
import { Unreachable } from "../src/http.js";
import {
  codes,
  comesBackAfter,
  connect,
  connectLive,
  jwt,
  lines,
  listener,
  page,
  platform,
  ROOM,
  states,
  usePlatform,
} from "./connection.helpers.js";

describe("tokens", () => {
  it("that are not taken are asked for anew, and after some the reader is signed out", async () => {
    let count = 0;
    await connectLive({ getToken: async () => `token-${++count}` });
    expect(lines.last.token).toBe("token-1");
    await comesBackAfter({ why: "token" });
    expect(lines.last.token).toBe("token-2");
    lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code: "token_expired" });
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.last.token).toBe("token-3");
    for (let i = 0; i < 3; i++) await comesBackAfter({ why: "token" });
    expect(states.at(-1)).toBe("signed-out");
    // The line got through each time.
    expect(states).not.toContain("offline");
  });

  describe("that are refused whatever comes, as after a revocation,", () => {
    const end = (code: "token_expired" | "token_invalid") => {
      lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code });
      return vi.advanceTimersByTimeAsync(30_000);
    };
    const ways = {
      "of the line": () => comesBackAfter({ why: "token" }, 30_000),
      "of a room": () => end("token_expired"),
    };
    let count = 0;
    const refuse = async (way: keyof typeof ways) => {
      const connection = await connectLive({ getToken: async () => `token-${++count}` });
      for (let i = 0; i < 4; i++) await ways[way]();
      expect([states.at(-1), codes.at(-1)]).toEqual(["signed-out", "token_expired"]);
      return connection;
    };
    const opened = () => lines.made.flatMap((line) => line.opened);
    /** How many times the room was opened within this time, from now on. */
    const opensWithin = async (ms: number) => {
      const before = opened().length;
      await vi.advanceTimersByTimeAsync(ms);
      return opened().length - before;
    };

    it.each(["of the line", "of a room"] as const)("are asked for again each minute: that %s", async (way) => {
      await refuse(way);
      const before = states.length;
      for (let minute = 0; minute < 5; minute++) {
        const tokens = new Set(opened().map(({ token }) => token));
        expect(await opensWithin(62_000), `in minute ${minute}`).toBe(1);
        expect(tokens).not.toContain(opened().at(-1)?.token);
        await ways[way]();
      }
      // Nobody is told each minute that it is tried.
      expect(new Set(states.slice(before))).toEqual(new Set(["signed-out"]));
      await vi.advanceTimersByTimeAsync(62_000);
      lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
      expect(states.at(-1)).toBe("live");
      // And from the beginning after that.
      await ways[way]();
      expect(states.at(-1)).toBe("connecting");
    });

    it("are not asked for once the room is left, nor twice where somebody asks sooner", async () => {
      const connection = await refuse("of the line");
      connection.unfollow(ROOM);
      expect(await opensWithin(300_000)).toBe(0);
      connection.follow(ROOM, listener);
      await vi.advanceTimersByTimeAsync(0);
      for (let i = 0; i < 4; i++) await comesBackAfter({ why: "token" }, 5_000);
      await vi.advanceTimersByTimeAsync(30_000);
      connection.reconnect();
      await vi.advanceTimersByTimeAsync(0);
      expect(states.at(-1)).toBe("connecting");
      lines.last.handlers.down({ why: "later", afterMs: 200_000 });
      expect(await opensWithin(190_000)).toBe(0);
    });

    it("are not asked for where they are wrong, and not late", async () => {
      await connectLive({ getToken: async () => "wrong" });
      for (let i = 0; i < 4; i++) await end("token_invalid");
      expect([states.at(-1), codes.at(-1)]).toEqual(["signed-out", "token_invalid"]);
      expect(await opensWithin(600_000)).toBe(0);
    });

    it("leave a room alone that has ended for another reason", async () => {
      const other: LineState[] = [];
      const connection = connect({ getToken: async () => `token-${++count}` });
      connection.follow("project/43", { ...listener, line: (state) => other.push(state) });
      await vi.advanceTimersByTimeAsync(0);
      lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
      lines.last.handlers.frame("project/43", { type: "ended", room: "project/43", code: "room_deleted" });
      for (let i = 0; i < 6; i++) await comesBackAfter({ why: "token" }, 90_000);
      expect([states.at(-1), other.at(-1)]).toEqual(["signed-out", "ended"]);
      expect(lines.made.slice(1).flatMap((line) => line.opened.map(({ room }) => room))).not.toContain("project/43");
    });
  });

  it.each([0, 5, -5])("are renewed at 80 %% of their lifetime, with a clock that is %i hours ahead", async (hours) => {
    const { now } = platform;
    usePlatform({ ...platform, now: () => now() + hours * 3_600_000 });
    const asked: number[] = [];
    const began = Date.now();
    await connectLive({
      getToken: async () => {
        asked.push(Date.now() - began);
        return jwt(100);
      },
    });
    await vi.advanceTimersByTimeAsync(85_000);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBeGreaterThanOrEqual(79_000);
    expect(asked[1]).toBeLessThanOrEqual(81_000);
  });
});

it("a host that has no token any more is not asked for one again and again", async () => {
  let asked = 0;
  await connectLive({ getToken: async () => (asked++ === 0 || asked > 100 ? jwt(100) : null) });
  await vi.advanceTimersByTimeAsync(81_000);
  lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
  await vi.advanceTimersByTimeAsync(300_000);
  expect(asked).toBeLessThan(5);
  expect(lines.last.token).toBeUndefined();
});

describe("a token of somebody else", () => {
  const tokenOf = (sub: string) => `x.${btoa(JSON.stringify({ sub, iat: 0, exp: 100 }))}.x`;

  it.each(["somebody else", "nobody"])("on renewal, or nobody's, begins another line: %s", async (who) => {
    let token: string | null = tokenOf("ana");
    await connectLive({ getToken: async () => token });
    await vi.advanceTimersByTimeAsync(70_000);
    token = who === "nobody" ? null : tokenOf("ben");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(lines.made.map((line) => line.token)).toEqual([tokenOf("ana"), token ?? undefined]);
  });

  it("on renewal of the same person's goes on by the line", async () => {
    await connectLive({ getToken: async () => tokenOf("ana") });
    await vi.advanceTimersByTimeAsync(85_000);
    expect(lines.made).toHaveLength(1);
  });

  it("is not asked with before the room knows who it is", async () => {
    let token = tokenOf("ana");
    let asked = 0;
    usePlatform({
      ...platform,
      fetch: async () => {
        asked += 1;
        return Response.json({});
      },
    });
    const connection = await connectLive({ getToken: async () => token });
    await connection.ask(ROOM, "/messages", { method: "POST" });
    token = tokenOf("ben");
    connection.identity.askAnew();
    // Two that wait for one token: the first begins another line, and the second is not let through by its being down.
    const waiting = [1, 2].map(() => connection.ask(ROOM, "/messages", { method: "POST" }));
    for (const each of waiting) await expect(each).rejects.toThrow(Unreachable);
    await vi.advanceTimersByTimeAsync(0);
    expect([asked, lines.last.token]).toEqual([1, token]);
  });
});

describe("a token's address", () => {
  let count = 0;
  const answers = (make: () => Response) => {
    usePlatform({ ...platform, fetch: async () => make() });
    // Each thing is told once on a page.
    return connect({ tokenUrl: `https://host.example/chat-token-${++count}` });
  };
  let lines_: string[];
  beforeEach(() => {
    lines_ = [];
    vi.spyOn(console, "warn").mockImplementation((line) => lines_.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ["a page to sign in on", () => new Response("<html>", { status: 200 })],
    ["a refusal", () => Response.json({}, { status: 401 })],
    ["JSON without a token", () => Response.json({ jwt: "x" })],
  ])("that gives %s is signed-out, with a line in the console", async (_what, make) => {
    answers(make);
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe("signed-out");
    await vi.waitFor(() => expect(lines_.join()).toContain(`chat-token-${count} answered`));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lines.made.flatMap((line) => line.opened)).toEqual([]);
  });

  it("that gives 204 is a guest's", async () => {
    answers(() => new Response(null, { status: 204 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.last.opened[0]).toMatchObject({ room: ROOM, token: undefined });
  });

  it("that fails is asked again, and then the room opens", async () => {
    let isDown = true;
    answers(() => (isDown ? new Response("", { status: 502 }) : Response.json({ token: "T" })));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(states).not.toContain("signed-out");
    expect(states.at(-1)).toBe("offline");
    isDown = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lines.last.opened[0]).toMatchObject({ room: ROOM, token: "T" });
    const line = `tertulia: no token: https://host.example/chat-token-${count} answered 502`;
    await vi.waitFor(() => expect(lines_).toEqual([line]));
  });
});

it("a token that came due while the machine slept is renewed on waking", async () => {
  let count = 0;
  let slept = 0;
  const awake = platform;
  // Asleep, the clock goes on and timers don't.
  usePlatform({ ...awake, now: () => awake.now() + slept });
  await connectLive({ getToken: async () => `${jwt(100)}${++count}` });
  slept = 90_000;
  awake.wake("visible");
  await vi.advanceTimersByTimeAsync(0);
  expect(count).toBe(2);
});
