import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Client, type Message, type Room } from "../src/client.js";
import type { Platform, TabsPlatform } from "../src/platform.js";
import { FakeServer } from "./fake-server.mjs";
import { testPlatform, until } from "./helpers.js";

const EVE = { id: "eve", name: "Eve" };
const SPEED = 10;

interface Holder {
  readonly by: Tab;
  readonly end: (error?: Error) => void;
}

/** What the tabs of one browser share: locks and channels. */
class Browser {
  readonly base = testPlatform(SPEED);
  readonly held = new Map<string, Holder>();
  readonly queues = new Map<string, { by: Tab; begin: () => void }[]>();
  readonly channels = new Set<{ name: string; by: Tab; hear: (word: unknown) => void }>();

  next(name: string): void {
    if (!this.held.has(name)) this.queues.get(name)?.shift()?.begin();
  }
}

/** A tab that can crash and freeze. A frozen one hears later what was said meanwhile, or, as browsers do, never. */
class Tab {
  readonly client: Client;
  readonly room: Room;
  readonly heard: Message[] = [];
  isHidden = false;
  isFrozen = false;
  isDead = false;
  isDeaf = false;
  #waiting: (() => void)[] = [];
  #looks = new Set<() => void>();

  constructor(
    readonly browser: Browser,
    server: string,
    room: string,
    token?: string,
  ) {
    this.client = new Client({ server, token, platform: this.#platform() });
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
      isHeld: async (name) => browser.held.has(name),
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
            const copy = structuredClone(word);
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
    };
  }
}

let server: InstanceType<typeof FakeServer>;
let browser: Browser;
const tabs: Tab[] = [];
const open = (room = "project/1", token?: string) => {
  const tab = new Tab(browser, server.url, room, token);
  tabs.push(tab);
  return tab;
};
const texts = ({ room }: Tab) => room.messages.map((message) => message.text);
const live = (tab: Tab) => until(() => tab.room.state === "live", "a tab is live");
const sees = (tab: Tab, count: number) => until(() => texts(tab).length === count, `a tab sees ${count} lines`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const leaders = () => [...browser.held].flatMap(([name, holder]) => (name.startsWith("tertulia:line:") ? holder : []));
const oneLine = () => until(() => server.sockets.size === 1, "there is one line");

beforeEach(async () => {
  server = await new FakeServer().listen();
  browser = new Browser();
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) {
    tab.thaw();
    if (!tab.isDead) tab.crash();
  }
  await server.close();
});

async function five(): Promise<Tab[]> {
  const all = [open()];
  await live(all[0] as Tab);
  await until(() => leaders().length === 1, "the first one leads");
  for (let i = 0; i < 4; i++) all.push(open());
  await Promise.all(all.map(live));
  return all;
}

describe("five tabs", () => {
  it("read by one line, and each hears each line once, in order", async () => {
    const all = await five();
    expect(server.seen.filter((what: string) => what === "WS")).toHaveLength(1);
    for (let i = 0; i < 20; i++) server.say("project/1", EVE, `${i}`);
    await Promise.all(all.map((tab) => sees(tab, 20)));
    const wanted = Array.from({ length: 20 }, (_, i) => `${i}`);
    for (const tab of all) expect([texts(tab), tab.heard.map(({ text }) => text)]).toEqual([wanted, wanted]);
  });

  it("go on when the one that has the line crashes", async () => {
    const [first, ...rest] = await five();
    first?.crash();
    for (const line of server.sockets) line.terminate();
    for (let i = 0; i < 5; i++) server.say("project/1", EVE, `${i}`);
    await Promise.all(rest.map((tab) => sees(tab, 5)));
    await oneLine();
  });

  it("go on when it is frozen, and it goes on, too, when it wakes up", async () => {
    const [first, ...rest] = await five();
    if (!first) return;
    first.isFrozen = first.isDeaf = true;
    server.say("project/1", EVE, "while it sleeps");
    await Promise.all(rest.map((tab) => sees(tab, 1)));
    first.thaw();
    await sees(first, 1);
    await oneLine();
    server.say("project/1", EVE, "afterwards");
    await Promise.all([first, ...rest].map((tab) => sees(tab, 2)));
  });

  it("in rooms of their own are read by one line as well", async () => {
    const first = open("project/1");
    await live(first);
    await until(() => leaders().length === 1);
    const others = [open("project/2"), open("project/3")];
    await Promise.all(others.map(live));
    server.say("project/2", EVE, "two");
    server.say("project/3", EVE, "three");
    await until(() => others.map(texts).join() === "two,three");
    expect(server.sockets.size).toBe(1);
    first.crash();
    for (const line of server.sockets) line.terminate();
    server.say("project/2", EVE, "two again");
    await until(() => texts(others[0] as Tab).join() === "two,two again");
    await Promise.all(others.map(live));
    await oneLine();
  });

  it("hear that the line is down, and go on after it", async () => {
    const all = await five();
    server.interfere = (_, request) => {
      request.socket.destroy();
      return true;
    };
    server.cut(1011);
    await Promise.all(all.map((tab) => until(() => tab.room.state !== "live", "a tab says that it is down")));
    server.interfere = () => false;
    server.say("project/1", EVE, "meanwhile");
    await Promise.all(all.map((tab) => sees(tab, 1)));
    await Promise.all(all.map(live));
    await oneLine();
  });

  it("one that was asleep looks up what it has not heard", async () => {
    const all = await five();
    const sleeper = all[3] as Tab;
    sleeper.isFrozen = sleeper.isDeaf = true;
    server.say("project/1", EVE, "missed");
    await sees(all[0] as Tab, 1);
    sleeper.thaw();
    server.say("project/1", EVE, "heard");
    await sees(sleeper, 2);
    expect(texts(sleeper)).toEqual(["missed", "heard"]);
  });
});

it("two people never share a line, and each person's tabs do", async () => {
  const token = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.x`;
  for (const name of ["ana", "ben"]) server.guests.set(token(name), { id: name, name });
  const all: Tab[] = [];
  for (const name of ["ana", "ben", "ana", "ben"]) {
    const tab = open("project/1", token(name));
    all.push(tab);
    await live(tab);
    await until(() => leaders().length === Math.min(2, all.length), "each leads their own");
  }
  expect(server.sockets.size).toBe(2);
  expect(all.map(({ room }) => room.self?.id)).toEqual(["ana", "ben", "ana", "ben"]);
});

const STEPS = [
  "open",
  "other",
  "crash",
  "crashLeader",
  "freeze",
  "thaw",
  "hide",
  "look",
  "cut",
  "say",
  "wait",
] as const;
const schedule = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(100)), { minLength: 5, maxLength: 25 });

it("whatever happens to them, those that are left have every line, and one line between them", async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      browser = new Browser();
      const name = `project/p${Math.random().toString(36).slice(2, 8)}`;
      const mine: Tab[] = [open(name)];
      let said = 0;
      for (const [what, pick] of steps) {
        const alive = mine.filter((tab) => !tab.isDead);
        const tab = alive[pick % Math.max(1, alive.length)];
        if (what === "open" && alive.length < 5) mine.push(open(name));
        else if (what === "crash") tab?.crash();
        else if (what === "crashLeader") for (const { by } of leaders()) by.crash();
        else if (what === "freeze" && tab) {
          tab.isFrozen = true;
          tab.isDeaf = pick % 2 === 0;
        } else if (what === "thaw") tab?.thaw();
        else if (what === "hide" || what === "look") tab?.look(what === "hide");
        else if (what === "cut") server.cut(pick % 2 === 0 ? 1012 : 1011);
        else if (what === "say") for (let i = 0; i <= pick % 3; i++) server.say(name, EVE, `${said++}`);
        else if (what === "wait") await pause(pick);
      }
      const left = mine.filter((tab) => !tab.isDead);
      for (const tab of left) tab.thaw();
      server.say(name, EVE, `${said++}`);
      const wanted = Array.from({ length: said }, (_, i) => `${i}`);
      for (const tab of left) await sees(tab, said);
      for (const tab of left) {
        expect(texts(tab)).toEqual(wanted);
        // What was heard as new was heard once, and in order.
        const ids = tab.heard.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      }
      if (left.length > 0) await until(() => server.room(name).readers.size === 1, "one line is left");
      for (const tab of mine) if (!tab.isDead) tab.crash();
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);
