import { describe, expect, it, vi } from "vitest";
import { type Platform, Watch } from "../src/platform.js";
import type { Down, LinkHandlers } from "../src/transport/link.js";
import { openEventStream } from "../src/transport/sse.js";
import { openWebSocket } from "../src/transport/ws.js";
import { codes, connectLive, lines, platform, ROOM, states, usePlatform } from "./connection.helpers.js";
import { testPlatform } from "./helpers.js";

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
  usePlatform({ ...platform, isHidden: () => isHidden });
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
