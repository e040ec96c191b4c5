// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Review } from "../src/review.js";
import type { RoomEvent } from "../src/room.js";
import type { ToolsHost } from "../src/tools-host.js";

const held = (n: number) => ({
  held: n,
  client_id: `${n}`,
  by: "room",
  kind: "message",
  text: `text ${n}`,
  received: "",
});

/** A page whose reader may review, and what it asks. */
function page() {
  let hear: (event: RoomEvent) => void = () => undefined;
  const host = {
    asked: 0,
    may: true,
    fails: false,
    /** Answers wait until they are let go. */
    hold: undefined as Promise<void> | undefined,
    waiting: [held(1)],
    reports: [] as object[],
    isHeard: false,
    tell: (event: object) => hear(event as RoomEvent),
    root: document.createElement("div").attachShadow({ mode: "open" }),
    words: { t: (_: string, { count }: { count: number }) => `${count} to review` },
    update: () => undefined,
    room: {
      name: "project/1",
      may: () => host.may,
      listen: (listener: typeof hear) => {
        [hear, host.isHeard] = [listener, true];
        return () => {
          host.isHeard = false;
        };
      },
      ask: async (path: string) => {
        if (path === "/held") host.asked += 1;
        const now = { held: host.waiting, more: false, reports: host.reports };
        await host.hold;
        if (host.fails) throw new Error("no answer");
        return now;
      },
    },
  };
  const review = new Review(host as unknown as ToolsHost);
  return { host, review, says: () => /\d+ to review/.exec(JSON.stringify(review.drawWaiting(() => undefined)))?.[0] };
}

let isVisible = true;
const show = (visible: boolean) => {
  isVisible = visible;
  document.dispatchEvent(new Event("visibilitychange"));
};
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  isVisible = true;
  vi.useFakeTimers();
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => (isVisible ? "visible" : "hidden"));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("asks what waits as soon as it is told that it is something else, and else every ten minutes", async () => {
  const { host, says } = page();
  await passes(1);
  expect([host.asked, says()]).toEqual([1, "1 to review"]);
  await passes(599_000);
  expect(host.asked).toBe(1);
  host.waiting = [held(1), held(2)];
  host.tell({ type: "waiting" });
  await passes(1);
  expect([host.asked, says()]).toEqual([2, "2 to review"]);
  await passes(600_000);
  expect(host.asked).toBe(3);
});

it("asks once a second however often it is told, and never misses the last word", async () => {
  const { host, says } = page();
  await passes(1);
  let letGo: () => void = () => undefined;
  for (let n = 2; n <= 100; n++) {
    host.waiting = [...host.waiting, held(n)];
    host.tell({ type: "waiting" });
    if (n === 40) host.hold = new Promise((resolve) => (letGo = resolve));
    if (n === 90) {
      // An answer of a moment ago: what it is told meanwhile is asked for after it.
      host.hold = undefined;
      letGo();
    }
    await passes(100);
  }
  await passes(1_000);
  expect(says()).toBe("100 to review");
  expect(host.asked).toBeLessThanOrEqual(8);
});

it("asks anew when its line is back, when it may review again, and when what was reported changes", async () => {
  const { host } = page();
  host.reports = [{ message: { id: 7 }, count: 1, reports: [] }];
  await passes(2_000);
  host.tell({ type: "state", state: "connecting" });
  host.tell({ type: "state", state: "live" });
  await passes(2_000);
  expect(host.asked).toBe(2);
  host.may = false;
  host.tell({ type: "update" });
  host.tell({ type: "waiting" });
  await passes(2_000);
  expect(host.asked).toBe(2);
  host.may = true;
  host.tell({ type: "update" });
  await passes(2_000);
  expect(host.asked).toBe(3);
  host.tell({ type: "change", message: { id: 6 } });
  host.tell({ type: "update" });
  await passes(2_000);
  expect(host.asked).toBe(3);
  host.tell({ type: "change", message: { id: 7 } });
  await passes(2_000);
  expect(host.asked).toBe(4);
});

it("asks nothing while nobody looks, and what it was told meanwhile when somebody does", async () => {
  isVisible = false;
  const { host } = page();
  await passes(700_000);
  expect(host.asked).toBe(0);
  show(true);
  await passes(1);
  expect(host.asked).toBe(1);
  show(false);
  host.tell({ type: "waiting" });
  await passes(300_000);
  expect(host.asked).toBe(1);
  show(true);
  await passes(1);
  expect(host.asked).toBe(2);
  show(false);
  show(true);
  await passes(5_000);
  expect(host.asked).toBe(2);
});

it("asks again after a minute where no answer came, and hears nothing more once it is closed", async () => {
  const { host, review } = page();
  host.fails = true;
  await passes(59_000);
  expect(host.asked).toBe(1);
  host.fails = false;
  await passes(2_000);
  expect(host.asked).toBe(2);
  review.close();
  expect(host.isHeard).toBe(false);
  await passes(700_000);
  show(true);
  await passes(700_000);
  expect(host.asked).toBe(2);
});

it("asks nothing once it is closed, also where an answer comes that was waited for", async () => {
  const { host, review } = page();
  await passes(0);
  const before = host.asked;
  review.close();
  void review.look();
  await passes(1_000_000);
  expect(host.asked).toBe(before);
});
