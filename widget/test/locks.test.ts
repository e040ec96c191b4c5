// A browser that has Web Locks and refuses them: with cookies blocked, in a sandbox.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Client } from "../src/client.js";
import { browser, type TabsPlatform } from "../src/platform.js";
import { FakeServer } from "./fake-server.mjs";
import { testPlatform, until } from "./helpers.js";

const EVE = { id: "eve", name: "Eve" };
/** From then on the lock only waits, so that a fault ends a test and does not stop it. */
const ENOUGH = 200;

/** A tab of a browser that ends each attempt at the line's lock in this way. */
function tabs(end: (hold: () => Promise<void>) => void) {
  const asked = { locks: 0 };
  const platform: TabsPlatform = {
    isHeld: async () => false,
    lock: async (name, _how, hold) => {
      if (!name.startsWith("tertulia:line:")) throw new DOMException("denied", "SecurityError");
      asked.locks += 1;
      if (asked.locks > ENOUGH) return new Promise(() => undefined);
      end(hold);
      throw new DOMException("denied", "SecurityError");
    },
    channel: () => ({ post: () => undefined, close: () => undefined }),
    onVisibility: () => () => undefined,
    onAside: () => () => undefined,
  };
  return { asked, platform };
}

let server: InstanceType<typeof FakeServer>;
beforeEach(async () => {
  server = await new FakeServer().listen();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

describe("a browser whose locks for the line", () => {
  it.each<[string, (hold: () => Promise<void>) => void, number]>([
    ["are refused: each tab has a line of its own, and asks once", () => undefined, 1],
    ["are lost as soon as they are there: they are given up", (hold) => void hold(), 10],
  ])("%s", async (_, end, most) => {
    const { asked, platform } = tabs(end);
    const client = new Client({ server: server.url, platform: { ...testPlatform(), tabs: platform } });
    const room = client.room("project/1");
    try {
      await until(() => room.state === "live" && asked.locks > 0, "it is live, and has asked for the lock");
      server.say("project/1", EVE, "hello");
      await until(() => room.messages.length === 1, "it hears what is said");
      await until(() => room.state === "live");
      expect(asked.locks).toBeLessThanOrEqual(most);
      expect(asked.locks).toBeGreaterThan(0);
    } finally {
      room.close();
    }
  });
});

describe("what one tab may do at a time", () => {
  const locks = (request: (name: string, run: () => Promise<void>) => Promise<void>) =>
    vi.stubGlobal("navigator", { locks: { request } });

  it("is done without a lock where the browser refuses it", async () => {
    locks(() => Promise.reject(new DOMException("denied", "SecurityError")));
    const run = vi.fn(async () => undefined);
    await browser.lock("outbox", run);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("is done without a lock where the browser has none, or throws", async () => {
    const run = vi.fn(async () => undefined);
    vi.stubGlobal("navigator", {});
    await browser.lock("outbox", run);
    locks(() => {
      throw new TypeError("no locks here");
    });
    await browser.lock("outbox", run);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("is done once where it fails, or where the lock is taken away meanwhile", async () => {
    locks((_, run) => run());
    const fails = vi.fn(() => Promise.reject(new Error("of its own")));
    await expect(browser.lock("outbox", fails)).rejects.toThrow("of its own");
    expect(fails).toHaveBeenCalledTimes(1);
    locks(async (_, run) => {
      void run();
      throw new DOMException("stolen", "AbortError");
    });
    let isDone = false;
    const slow = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      isDone = true;
    });
    await browser.lock("outbox", slow);
    expect([slow.mock.calls.length, isDone]).toEqual([1, true]);
  });
});
