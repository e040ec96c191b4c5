import { describe, expect, it, vi } from "vitest";
import { Unreachable } from "../src/http.js";
import {
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
    usePlatform({
      ...platform,
      fetch: async () => {
        asked += 1;
        return isDown ? new Response("", { status: 502 }) : Response.json({ token: jwt(100) });
      },
    });
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
