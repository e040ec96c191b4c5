// Tabs of one browser: with locks and channels between them, and each with a client of its own that can crash, freeze and be put
// aside.

import { Client, type Message, type Room, type TokenSource } from "../src/client.js";
import type { Platform, TabsPlatform } from "../src/platform.js";
import { testPlatform } from "./helpers.js";

const SPEED = 10;

interface Holder {
  readonly by: Tab;
  readonly end: (error?: Error) => void;
}

/** What the tabs of one browser share: locks and channels. */
export class Browser {
  readonly base = testPlatform(SPEED);
  readonly held = new Map<string, Holder>();
  readonly queues = new Map<string, { by: Tab; begin: () => void }[]>();
  readonly channels = new Set<{ name: string; by: Tab; hear: (word: unknown) => void }>();
  /** All that tabs have said to one another. */
  readonly words: string[] = [];

  next(name: string): void {
    if (!this.held.has(name)) this.queues.get(name)?.shift()?.begin();
  }
}

/** A tab that can crash and freeze. A frozen one hears later what was said meanwhile, or, as browsers do, never. */
export class Tab {
  readonly client: Client;
  readonly room: Room;
  readonly heard: Message[] = [];
  isHidden = false;
  isFrozen = false;
  isDead = false;
  isDeaf = false;
  #waiting: (() => void)[] = [];
  #looks = new Set<() => void>();
  readonly #asides = new Set<(isAside: boolean) => void>();

  constructor(
    readonly browser: Browser,
    server: string,
    room: string,
    source: TokenSource = {},
  ) {
    this.client = new Client({ server, ...source, platform: this.#platform() });
    this.room = this.client.room(room);
    this.room.listen((event) => event.type === "message" && this.heard.push(event.message));
  }

  /** Runs something in this tab: now, when it wakes up, or never. */
  run(task: () => void): void {
    if (this.isDead) return;
    if (this.isFrozen) this.#waiting.push(task);
    else task();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const task of this.#waiting.splice(0)) this.run(task);
  }

  look(isHidden: boolean): void {
    this.isHidden = isHidden;
    for (const listener of this.#looks) this.run(listener);
  }

  /** How many of its listeners would be told that the page is put aside. */
  get watched(): number {
    return this.#asides.size;
  }

  /** As a browser does with a page that is left and may be gone back to: once it is told, nothing runs in it. */
  putAside(): void {
    for (const listener of this.#asides) listener(true);
    this.isFrozen = true;
  }

  takeUp(): void {
    this.thaw();
    for (const listener of this.#asides) listener(false);
  }

  crash(): void {
    this.isDead = true;
    for (const channel of this.browser.channels) if (channel.by === this) this.browser.channels.delete(channel);
    for (const [name, queue] of this.browser.queues) {
      this.browser.queues.set(
        name,
        queue.filter(({ by }) => by !== this),
      );
    }
    for (const [name, holder] of this.browser.held) {
      if (holder.by !== this) continue;
      this.browser.held.delete(name);
      this.browser.next(name);
    }
    this.room.close();
  }

  #platform(): Platform {
    const { base } = this.browser;
    const tab = this;
    class Line extends (base.WebSocket as unknown as typeof WebSocket) {
      override set onmessage(hear: (event: MessageEvent) => void) {
        super.onmessage = (event) => tab.run(() => hear.call(this, event));
      }
      override set onclose(hear: (event: CloseEvent) => void) {
        super.onclose = (event) => tab.run(() => hear.call(this, event));
      }
    }
    return {
      ...base.tab(),
      WebSocket: Line as unknown as Platform["WebSocket"],
      setTimeout: (run, ms) => base.setTimeout(() => this.run(run), ms),
      isHidden: () => this.isHidden,
      randomId: () => Math.random().toString(36).slice(2).padEnd(12, "0"),
      tabs: this.#tabs(),
    };
  }

  #tabs(): TabsPlatform {
    const { browser } = this;
    return {
      isHeld: async (prefix) => [...browser.held.keys()].some((name) => name.startsWith(prefix)),
      lock: (name, how, hold) =>
        new Promise((resolve, reject) => {
          const begin = () => {
            const end = (error?: Error) => {
              if (browser.held.get(name)?.end === end) browser.held.delete(name);
              browser.next(name);
              if (error) this.run(() => reject(error));
              else resolve();
            };
            browser.held.set(name, { by: this, end });
            this.run(() => void hold().then(() => end()));
          };
          if ("steal" in how) {
            const before = browser.held.get(name);
            browser.held.delete(name);
            begin();
            if (before) before.by.run(() => before.end(new Error("stolen")));
            return;
          }
          const queue = browser.queues.get(name) ?? [];
          const place = { by: this, begin };
          browser.queues.set(name, [...queue, place]);
          how.signal.addEventListener("abort", () => {
            const rest = (browser.queues.get(name) ?? []).filter((each) => each !== place);
            browser.queues.set(name, rest);
            reject(new Error("broken off"));
          });
          queueMicrotask(() => browser.next(name));
        }),
      channel: (name, hear) => {
        const own = { name, by: this as Tab, hear };
        browser.channels.add(own);
        return {
          post: (word) => {
            if (this.isDead) return;
            const copy = structuredClone(word);
            browser.words.push(JSON.stringify(word));
            for (const other of browser.channels) {
              if (other === own || other.name !== name || (other.by.isFrozen && other.by.isDeaf)) continue;
              setImmediate(() => other.by.run(() => browser.channels.has(other) && other.hear(copy)));
            }
          },
          close: () => browser.channels.delete(own),
        };
      },
      onVisibility: (listener) => {
        this.#looks.add(listener);
        return () => this.#looks.delete(listener);
      },
      onAside: (listener) => {
        this.#asides.add(listener);
        return () => this.#asides.delete(listener);
      },
    };
  }
}
