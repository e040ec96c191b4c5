import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection } from "../src/connection.js";
import type { FeedListener, LineState } from "../src/feed.js";
import { Unreachable } from "../src/http.js";
import { Identity, type TokenSource } from "../src/identity.js";
import { type Platform, Watch } from "../src/platform.js";
import type { Down, Link, LinkHandlers, Opening } from "../src/transport/link.js";
import { openEventStream } from "../src/transport/sse.js";
import { openWebSocket } from "../src/transport/ws.js";
import type { Page } from "../src/types.js";
import { testPlatform } from "./helpers.js";

const ROOM = "project/42";
const page = (cursor: string): Page => ({ room: ROOM, cursor, messages: [], more: false, reset: false, first: 1 });

const jwt = (seconds: number) => `x.${btoa(JSON.stringify({ iat: 0, exp: seconds }))}.x`;

/** A transport that does what the test says. */
class Lines {
  made: { handlers: LinkHandlers; opened: Opening[]; token: string | undefined; isOver: boolean }[] = [];
  readonly open = (_server: string, token: string | undefined, handlers: LinkHandlers): Link => {
    const line = { handlers, opened: [] as Opening[], token, isOver: false };
    this.made.push(line);
    return {
      open: (opening) => line.opened.push(opening),
      shut: () => undefined,
      end: () => {
        line.isOver = true;
      },
    };
  };

  get last() {
    const last = this.made.at(-1);
    if (!last) throw new Error("no line yet");
    return last;
  }
}

let lines: Lines;
let platform: Platform & { wake(what: "online" | "offline" | "visible"): void };
let states: LineState[];
let codes: (string | undefined)[];

beforeEach(() => {
  vi.useFakeTimers();
  lines = new Lines();
  platform = testPlatform(1);
  states = [];
  codes = [];
});
afterEach(() => vi.useRealTimers());

const listener: FeedListener = {
  begin: () => undefined,
  page: () => undefined,
  change: () => undefined,
  me: () => undefined,
  present: () => undefined,
  forget: () => undefined,
  signal: () => undefined,
  line: (state, code) => {
    states.push(state);
    codes.push(code);
  },
};

function connect(source: TokenSource = {}) {
  const server = "http://chat.example/";
  const connection = new Connection(server, new Identity(server, source, platform), platform, ["stub", lines.open]);
  connection.follow(ROOM, listener);
  return connection;
}

async function connectLive(source?: TokenSource) {
  const connection = connect(source);
  await vi.advanceTimersByTimeAsync(0);
  lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
  return connection;
}

/** How long after its end the next line is made. */
async function comesBackAfter(down: Down, limitMs = 60_000): Promise<number | undefined> {
  const before = lines.made.length;
  lines.last.handlers.down(down);
  for (let ms = 0; ms <= limitMs; ms += 50) {
    if (lines.made.length > before) return ms;
    await vi.advanceTimersByTimeAsync(50);
  }
  return undefined;
}

describe("coming back", () => {
  it("is from the cursor of the last change", async () => {
    await connectLive();
    expect(lines.last.opened[0]).toMatchObject({ room: ROOM, after: undefined });
    lines.last.handlers.frame(ROOM, { type: "change", room: ROOM, cursor: "e.7" });
    await comesBackAfter({ why: "network" });
    expect(lines.last.opened[0]).toMatchObject({ room: ROOM, after: "e.7" });
  });

  it("takes longer with each failure, up to a limit, and is soon again after a line that held", async () => {
    await connectLive();
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) waits.push((await comesBackAfter({ why: "network" })) ?? -1);
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBeGreaterThan(15_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(30_000);
    lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await comesBackAfter({ why: "network" })).toBeLessThanOrEqual(500);
  });

  it("takes longer with each failure also where it is the token that can't be had", async () => {
    let isDown = false;
    let asked = 0;
    platform = {
      ...platform,
      fetch: async () => {
        asked += 1;
        return isDown ? new Response("", { status: 502 }) : Response.json({ token: jwt(100) });
      },
    };
    await connectLive({ tokenUrl: "https://host.example/chat-token" });
    // The line held for longer than its token, so the token is asked for anew.
    await vi.advanceTimersByTimeAsync(79_000);
    isDown = true;
    await vi.advanceTimersByTimeAsync(11_000);
    lines.last.handlers.down({ why: "network" });
    asked = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBeLessThan(12);
    expect(states.at(-1)).toBe("offline");
    isDown = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lines.last.opened).toHaveLength(1);
  });

  it("takes longer with each failure for a room alone whose token can't be had", async () => {
    let asked = 0;
    const getToken = async (room: string) => {
      if (room === ROOM) return "T";
      asked += 1;
      throw new Unreachable("away");
    };
    const connection = await connectLive({ getToken });
    connection.follow("project/43", { ...listener });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBeLessThan(12);
    expect(lines.made).toHaveLength(1);
  });

  it("needs no answer of a host that gives none to a question for a token", async () => {
    let isDeaf = true;
    const getToken = () => (isDeaf ? new Promise<string>(() => undefined) : Promise.resolve("T"));
    connect({ getToken });
    await vi.advanceTimersByTimeAsync(20_000);
    isDeaf = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lines.last.opened[0]).toMatchObject({ token: "T" });
  });

  it("on demand is with a new token, and not with one that is on its way", async () => {
    const gave: ((token: string) => void)[] = [];
    const connection = connect({ getToken: () => new Promise<string>((resolve) => gave.push(resolve)) });
    await vi.advanceTimersByTimeAsync(0);
    connection.reconnect();
    await vi.advanceTimersByTimeAsync(0);
    gave[1]?.("after");
    gave[0]?.("before");
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.last.opened[0]).toMatchObject({ token: "after" });
    await comesBackAfter({ why: "network" });
    expect(lines.last.opened[0]).toMatchObject({ token: "after" });
    connection.reconnect();
    await vi.advanceTimersByTimeAsync(0);
    expect(gave).toHaveLength(3);
  });

  it("is at once after `now`, later after `later`, never after `never`", async () => {
    await connectLive();
    expect(await comesBackAfter({ why: "now" })).toBeLessThanOrEqual(500);
    lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
    expect(await comesBackAfter({ why: "later" })).toBeGreaterThanOrEqual(5_000);
    lines.last.handlers.frame(ROOM, { type: "opened", ...page("e.1") });
    expect(await comesBackAfter({ why: "never", code: "malformed" }, 600_000)).toBeUndefined();
    expect(states.at(-1)).toBe("ended");
  });

  it("is when a server that leaves said so, and not before", async () => {
    await connectLive();
    lines.last.handlers.leaving(3_000);
    const wait = await comesBackAfter({ why: "now" });
    expect(wait).toBeGreaterThanOrEqual(2_900);
    expect(wait).toBeLessThanOrEqual(3_200);
  });

  it("needs no end of the line when a server that leaves keeps it open", async () => {
    await connectLive();
    lines.last.handlers.leaving(3_000);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(lines.made).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(lines.made).toHaveLength(2);
    expect(lines.made[0]?.isOver).toBe(true);
  });

  it("is once where each stream of a server that leaves says so", async () => {
    await connectLive();
    lines.last.handlers.leaving(4_000);
    lines.last.handlers.leaving(3_000);
    await vi.advanceTimersByTimeAsync(4_100);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lines.made).toHaveLength(2);
  });

  it("is at once when the network is back", async () => {
    await connectLive();
    for (let i = 0; i < 8; i++) await comesBackAfter({ why: "network" });
    lines.last.handlers.down({ why: "network" });
    const before = lines.made.length;
    platform.wake("online");
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.made.length).toBe(before + 1);
  });

  it("listens no more to the line before", async () => {
    await connectLive();
    const old = lines.last;
    await comesBackAfter({ why: "network" });
    old.handlers.frame(ROOM, { type: "change", room: ROOM, cursor: "e.99" });
    await comesBackAfter({ why: "network" });
    expect(lines.last.opened[0]).toMatchObject({ after: "e.1" });
  });
});

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
    platform = { ...platform, now: () => now() + hours * 3_600_000 };
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
    platform = {
      ...platform,
      fetch: async () => {
        asked += 1;
        return Response.json({});
      },
    };
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
    platform = { ...platform, fetch: async () => make() };
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
  platform = { ...awake, now: () => awake.now() + slept };
  await connectLive({ getToken: async () => `${jwt(100)}${++count}` });
  slept = 90_000;
  awake.wake("visible");
  await vi.advanceTimersByTimeAsync(0);
  expect(count).toBe(2);
});

describe("a room that ends", () => {
  it.each([
    ["room_deleted", "ended"],
    ["not_found", "ended"],
    ["banned", "restricted"],
    ["token_missing", "signed-out"],
  ] as const)("with %s is %s", async (code, state) => {
    await connectLive();
    lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code });
    expect([states.at(-1), codes.at(-1)]).toEqual([state, code]);
  });

  it("because it moved is followed to its new name", async () => {
    await connectLive();
    lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code: "moved", room_now: "project/43" });
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.last.opened.at(-1)).toMatchObject({ room: "project/43", after: "e.1" });
  });

  it("for now is opened again after the time that it was given", async () => {
    await connectLive();
    lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code: "store_away", retry_after: 7 });
    await vi.advanceTimersByTimeAsync(6_900);
    expect(lines.last.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(lines.last.opened).toHaveLength(2);
  });
});

it.each([
  [undefined, 60],
  [3_600, 60],
  [7, 7],
])("whoever is banned asks again once a minute, and sooner where it ends sooner: %o", async (retry_after, seconds) => {
  await connectLive();
  const ended = { type: "ended", room: ROOM, code: "banned", ...(retry_after ? { retry_after } : {}) } as const;
  lines.last.handlers.frame(ROOM, ended);
  const before = states.length;
  for (let round = 1; round < 4; round++) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000 - 100);
    expect(lines.last.opened).toHaveLength(round);
    await vi.advanceTimersByTimeAsync(100);
    expect(lines.last.opened).toHaveLength(round + 1);
    lines.last.handlers.refused(ROOM, { ...ended, title: "No", status: 403 });
  }
  expect(new Set(states.slice(before))).toEqual(new Set(["restricted"]));
});

it("whoever is banned is asked about by no page that nobody looks at, and by one that is looked at again", async () => {
  let isHidden = true;
  platform = { ...platform, isHidden: () => isHidden };
  await connectLive();
  lines.last.handlers.frame(ROOM, { type: "ended", room: ROOM, code: "banned" });
  platform.wake("visible");
  await vi.advanceTimersByTimeAsync(600_000);
  // The network may come and go meanwhile.
  platform.wake("online");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lines.last.opened).toHaveLength(1);
  isHidden = false;
  platform.wake("visible");
  await vi.advanceTimersByTimeAsync(0);
  expect(lines.last.opened).toHaveLength(2);
  lines.last.handlers.refused(ROOM, { code: "banned", title: "No", status: 403 });
  platform.wake("visible");
  await vi.advanceTimersByTimeAsync(59_000);
  expect(lines.last.opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lines.last.opened).toHaveLength(3);
});

it("a line that is silent is noticed also where the clock was put back", async () => {
  let back = 0;
  const silent = vi.fn();
  const watch = new Watch({ ...platform, now: () => platform.now() - back }, silent);
  watch.expect(10_000);
  await vi.advanceTimersByTimeAsync(5_000);
  watch.heard();
  back = 5 * 3_600_000;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(silent).toHaveBeenCalled();
});

describe("an event stream", () => {
  it.each(["nothing, not even its head", "nothing behind its head"])(
    "that gives %s is blocked after five seconds",
    async (what) => {
      const downs: Down[] = [];
      const handlers: LinkHandlers = {
        frame: () => undefined,
        refused: () => undefined,
        leaving: () => undefined,
        down: (down) => downs.push(down),
      };
      const head = () => new Response(new ReadableStream(), { headers: { "Content-Type": "text/event-stream" } });
      const fetch = () => (what.includes("even") ? new Promise<Response>(() => undefined) : Promise.resolve(head()));
      openEventStream("https://chat.example/", "T", handlers, { ...platform, fetch }).open({ room: ROOM });
      await vi.advanceTimersByTimeAsync(4_900);
      expect(downs).toEqual([]);
      await vi.advanceTimersByTimeAsync(200);
      expect(downs).toEqual([{ why: "blocked" }]);
    },
  );
});

describe("WebSocket", () => {
  class Socket {
    static last: Socket;
    readyState = 1;
    sent: string[] = [];
    onopen: () => void = () => undefined;
    onmessage: (event: { data: string }) => void = () => undefined;
    onclose: (event: { code: number }) => void = () => undefined;
    constructor(
      readonly url: string,
      readonly protocol: string,
    ) {
      Socket.last = this;
    }
    send(text: string) {
      this.sent.push(text);
    }
    close() {}
    say(frame: object) {
      this.onmessage({ data: JSON.stringify(frame) });
    }
  }
  const WELCOME = { type: "welcome", beat_s: 25, limits: { rooms: 50, frame_bytes: 65_536 } };

  function link() {
    const downs: Down[] = [];
    const handlers: LinkHandlers = {
      frame: () => undefined,
      refused: () => undefined,
      leaving: () => undefined,
      down: (down) => downs.push(down),
    };
    const fake = { ...platform, WebSocket: Socket as unknown as Platform["WebSocket"] };
    return { link: openWebSocket("https://chat.example/app/", "T", handlers, fake), downs, socket: Socket.last };
  }

  it.each([
    [1012, { why: "now" }],
    [1013, { why: "later" }],
    [4001, { why: "token" }],
    [4003, { why: "never", code: "not_allowed" }],
    [4008, { why: "now" }],
    [4009, { why: "never", code: "malformed" }],
    [1006, { why: "network" }],
    [1011, { why: "network" }],
  ])("closed with %i comes back as its code says", (code, down) => {
    const { downs, socket } = link();
    socket.onopen();
    socket.say(WELCOME);
    socket.onclose({ code });
    expect(downs).toEqual([down]);
  });

  it("says hello with its token, and opens rooms when it is welcome", () => {
    const { link: line, socket } = link();
    expect([socket.url, socket.protocol]).toEqual(["wss://chat.example/app/v1/socket", "tertulia.v1"]);
    line.open({ room: ROOM, after: "e.1", token: "T" });
    socket.onopen();
    expect(socket.sent).toEqual(['{"type":"hello","token":"T"}']);
    socket.say(WELCOME);
    expect(JSON.parse(socket.sent[1] ?? "")).toEqual({ type: "open", ref: "o1", room: ROOM, after: "e.1" });
  });

  it("that never opens, or is never welcome, is blocked", async () => {
    const one = link();
    one.socket.onclose({ code: 1006 });
    expect(one.downs).toEqual([{ why: "blocked" }]);
    const two = link();
    two.socket.onopen();
    await vi.advanceTimersByTimeAsync(5_100);
    expect(two.downs).toEqual([{ why: "blocked" }]);
  });

  it("is given up after two beats of silence, and not before", async () => {
    const { downs, socket } = link();
    socket.onopen();
    socket.say(WELCOME);
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(40_000);
      socket.say({ type: "beat" });
    }
    expect(downs).toEqual([]);
    await vi.advanceTimersByTimeAsync(50_100);
    expect(downs).toEqual([{ why: "network" }]);
  });

  it("ignores frames that it doesn't know, and what is no frame", () => {
    const { downs, socket } = link();
    socket.onopen();
    socket.say(WELCOME);
    socket.say({ type: "from_the_future" });
    socket.onmessage({ data: "{" });
    expect(downs).toEqual([]);
  });
});

it("a browser that refuses an address by throwing is left with nothing that comes due later", () => {
  const due = new Set<number>();
  const platform = {
    ...testPlatform(),
    setTimeout: (_: () => void, ms: number) => {
      due.add(ms);
      return ms;
    },
    clearTimeout: (timer: number | undefined) => void due.delete(timer ?? 0),
    WebSocket: class {
      constructor() {
        throw new DOMException("no ws: on a page by https", "SecurityError");
      }
    } as unknown as Platform["WebSocket"],
  };
  const handlers = { frame: vi.fn(), refused: vi.fn(), leaving: vi.fn(), down: vi.fn() };
  expect(() => openWebSocket("https://chat.example/", undefined, handlers, platform)).toThrow("no ws:");
  expect([...due]).toEqual([]);
});
