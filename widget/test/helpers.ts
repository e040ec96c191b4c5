// A platform on Node whose time runs faster, so that tests of patience take little of it.

import { WebSocket as NodeWebSocket } from "ws";
import type { Platform } from "../src/platform.js";

/** A browser's WebSocket tells of errors without throwing them. */
class QuietWebSocket extends NodeWebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols);
    this.on("error", () => undefined);
  }
}

export interface TestPlatform extends Platform {
  readonly kept: Map<string, string>;
  wake(what: "online" | "offline" | "visible"): void;
  /** Another tab of the same browser. */
  tab(): TestPlatform;
}

/** What the tabs of one browser share. */
interface Browser {
  readonly kept: Map<string, string>;
  readonly tabs: Set<(key: string) => void>;
  readonly locks: Map<string, Promise<void>>;
}

const newBrowser = (): Browser => ({ kept: new Map(), tabs: new Set(), locks: new Map() });

export function testPlatform(speed = 20, shared = newBrowser()): TestPlatform {
  const { kept, tabs, locks } = shared;
  let hears: (key: string) => void = () => undefined;
  const write = (key: string, how: () => void) => {
    how();
    for (const hear of tabs) if (hear !== hears) queueMicrotask(() => hear(key));
  };
  const listeners = new Set<(what: "online" | "offline" | "visible") => void>();
  let ids = 0;
  const unique = Math.random().toString(36).slice(2, 10).padEnd(8, "0");
  return {
    kept,
    wake: (what) => {
      for (const listener of [...listeners]) listener(what);
    },
    WebSocket: QuietWebSocket as unknown as Platform["WebSocket"],
    fetch: (...args) => globalThis.fetch(...args),
    now: () => Date.now() * speed,
    random: () => 0.5,
    setTimeout: (run, ms) => setTimeout(run, ms / speed) as unknown as number,
    clearTimeout: (timer) => clearTimeout(timer),
    tab: () => testPlatform(speed, shared),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => write(key, () => kept.set(key, value)),
      removeItem: (key) => write(key, () => kept.delete(key)),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    },
    onStorage: (listener) => {
      const before = hears;
      hears = (key) => {
        before(key);
        listener(key);
      };
      tabs.delete(before);
      tabs.add(hears);
      return () => undefined;
    },
    lock: (name, run) => {
      const turn = (locks.get(name) ?? Promise.resolve()).catch(() => undefined).then(run);
      locks.set(name, turn);
      return turn;
    },
    randomId: () => `${unique}-${++ids}`,
    onWake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isHidden: () => false,
    whenIdle: (run) => queueMicrotask(run),
  };
}

/** Waits until something is so. */
export async function until(condition: () => boolean, what = "it is so", ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${ms} ms until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
