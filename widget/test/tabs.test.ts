import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TokenSource } from "../src/client.js";
import { FakeServer } from "./fake-server.mjs";
import { Browser, Tab } from "./fake-tabs.js";
import { until } from "./helpers.js";

const EVE = { id: "eve", name: "Eve" };

let server: InstanceType<typeof FakeServer>;
let browser: Browser;
const tabs: Tab[] = [];
const open = (room = "project/1", source: TokenSource = {}) => {
  const tab = new Tab(browser, server.url, room, source);
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

let made = 0;
/** A token that says what it is given, and is another one each time. */
const token = (claims: object) => {
  made += 1;
  return `x.${btoa(JSON.stringify({ iat: made, exp: made + 1_000, jti: `t${made}`, ...claims }))}.x`;
};
/** A token that the server takes for this person's, who may do this. */
const known = (claims: { sub: string; [claim: string]: unknown }, may = ["read", "say"]) => {
  const made = token(claims);
  server.guests.set(made, { id: claims.sub, name: claims.sub, may });
  return made;
};
/** A tab that has come to its line, and leads where it is the first. */
const settled = async (tab: Tab, lines: number) => {
  await live(tab);
  await until(() => leaders().length === lines, `${lines} lead`);
  return tab;
};

it("two people never share a line, and each person's tabs do", async () => {
  const all: Tab[] = [];
  for (const sub of ["ana", "ben", "ana", "ben"]) {
    const tab = open("project/1", { token: known({ sub }) });
    all.push(await settled(tab, Math.min(2, all.length + 1)));
  }
  expect(server.sockets.size).toBe(2);
  expect(all.map(({ room }) => room.self?.id)).toEqual(["ana", "ben", "ana", "ben"]);
});

describe("tabs of one person", () => {
  const grant = (level: string) => ({ sub: "ana", rooms: { "project/1": level } });

  it("with other rights have another line", async () => {
    const one = await settled(open("project/1", { token: known(grant("moderate"), ["read", "lock"]) }), 1);
    const two = await settled(open("project/1", { token: known(grant("read"), ["read"]) }), 2);
    expect(server.sockets.size).toBe(2);
    expect([one.room.may("lock"), two.room.may("lock")]).toEqual([true, false]);
  });

  it("with other rights in one of their rooms have a line of their own, whichever comes first", async () => {
    await settled(open("project/1", { token: known(grant("say")) }), 1);
    const tokens: Record<string, string> = {
      "project/1": known(grant("say")),
      "project/2": known({ sub: "ana", rooms: { "project/2": "read" } }),
    };
    const getToken = async (room: string) => tokens[room] ?? null;
    const two = open("project/1", { getToken });
    await live(two);
    expect(server.sockets.size).toBe(1);
    const other = two.client.room("project/2");
    await until(() => other.state === "live" && two.room.state === "live" && server.sockets.size === 2);
    other.close();
    two.room.close();
    const third = open("project/2", { getToken });
    third.client.room("project/1");
    await live(third);
    await until(() => server.sockets.size === 2);
  });

  it("keep their tokens to themselves", async () => {
    const tokens = [0, 1, 2].map(() => known(grant("say")));
    const all: Tab[] = [];
    for (const token of tokens) all.push(await settled(open("project/1", { token }), 1));
    const other = all[1]?.client.room("project/2");
    await until(() => other?.state === "live");
    all[0]?.crash();
    for (const line of server.sockets) line.terminate();
    await settled(all[2] as Tab, 1);
    expect(browser.words.length).toBeGreaterThan(5);
    for (const token of tokens) expect(browser.words.join()).not.toContain(token);
    other?.close();
  });

  it("know what they may do by their own tokens, also when that changes", async () => {
    // Rights that change on the way: what is told on the line is what the one that has it may do.
    const [first, second] = [known(grant("say"), ["read", "say"]), known(grant("say"), ["read"])];
    const one = await settled(open("project/1", { token: first }), 1);
    const two = await settled(open("project/1", { token: second }), 1);
    expect(server.sockets.size).toBe(1);
    expect([one.room.may("say"), two.room.may("say")]).toEqual([true, false]);
    const me = (may: string[]) => ({ id: "ana", name: "ana", level: "say", may });
    server.guests.set(second, { id: "ana", name: "ana", may: ["read", "react"] });
    server.tell({ type: "me", room: "project/1", me: me(["read", "lock"]) });
    await until(() => one.room.may("lock") && two.room.may("react"), "each knows");
    expect([two.room.may("lock"), one.room.may("react")]).toEqual([false, false]);
    server.guests.set(second, { id: "ana", name: "ana", may: ["read", "edit"] });
    const { messages, ...page } = server.room("project/1").page({ last: 50 }, me(["read", "delete"]));
    server.tell({ type: "reset", messages, ...page, reset: true });
    await until(() => one.room.may("delete") && two.room.may("edit"), "each knows after a reset");
    expect(two.room.may("delete")).toBe(false);
  });

  it("know by themselves that they may not read any more", async () => {
    const [first, second] = [known(grant("say")), known(grant("say"))];
    const one = await settled(open("project/1", { token: first }), 1);
    const two = await settled(open("project/1", { token: second }), 1);
    // The one that leads is sent away for a reason of its own.
    server.tell({ type: "ended", room: "project/1", code: "not_allowed" });
    await until(() => one.room.state === "ended");
    await until(() => server.sockets.size === 1 && server.room("project/1").readers.size > 0);
    server.say("project/1", EVE, "for those who may");
    await sees(two, 1);
    expect([two.room.state, one.room.state]).toEqual(["live", "ended"]);
  });

  it("are another's when their token is", async () => {
    const soon = { exp: made, iat: made };
    const answers = [known({ sub: "ana", ...soon }), known({ sub: "ben" })];
    const one = await settled(open("project/1", { token: known({ sub: "ana" }) }), 1);
    const getToken = async () => (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
    const two = await settled(open("project/1", { getToken }), 1);
    expect(two.room.self?.id).toBe("ana");
    await until(() => two.room.self?.id === "ben", "the next token is Ben's");
    expect(one.room.self?.id).toBe("ana");
    await until(() => server.sockets.size === 2, "each has a line");
  });
});

it("tabs of somebody whose tokens are taken back go on by one line once there are others", async () => {
  let isRevoked = false;
  const getToken = async () => {
    const claims = { sub: "ana" };
    const made = isRevoked ? token(claims) : known(claims);
    if (isRevoked) server.revoked.add(made);
    return made;
  };
  const both = [await settled(open("project/1", { getToken }), 1), await settled(open("project/1", { getToken }), 1)];
  expect(server.sockets.size).toBe(1);
  isRevoked = true;
  for (const token of server.guests.keys()) server.revoked.add(token);
  server.guests.clear();
  server.tell({ type: "ended", room: "project/1", code: "token_expired" });
  await until(() => both.every((tab) => tab.room.state === "signed-out"), "both are signed out");
  isRevoked = false;
  await Promise.all(both.map(live));
  await oneLine();
  server.say("project/1", EVE, "back");
  for (const tab of both) await sees(tab, 1);
});

it("a tab that can't get a token does not keep the others from their line", async () => {
  let isBroken = false;
  const tokens = [0, 1].map(() => known({ sub: "ana" }));
  const getToken =
    (token = "") =>
    async () => {
      if (isBroken) throw new Error("no");
      return token;
    };
  const one = await settled(open("project/1", { getToken: getToken(tokens[0]) }), 1);
  const two = await settled(open("project/1", { token: tokens[1] }), 1);
  isBroken = true;
  one.client.reconnect();
  server.say("project/1", EVE, "hello");
  await sees(two, 1);
  await live(two);
  expect(one.room.state).not.toBe("live");
});

it("a tab that is gone without a word is wanted for no longer", async () => {
  await settled(open("project/1"), 1);
  const other = await settled(open("project/2"), 1);
  await until(() => server.room("project/2").readers.size === 1);
  other.crash();
  await until(() => server.room("project/2").readers.size === 0, "nobody reads there");
  expect(server.sockets.size).toBe(1);
});

it("what is said in one tab while the one with the line dies is said once, and seen once by all", async () => {
  const source = () => ({ token: known({ sub: "ana" }) });
  const all: Tab[] = [];
  for (let i = 0; i < 3; i++) all.push(await settled(open("project/1", source()), 1));
  const [first, second, third] = all as [Tab, Tab, Tab];
  server.lose.after = 1;
  const said = second.room.say("hello");
  await until(() => server.says > 0);
  first.crash();
  for (const line of server.sockets) line.terminate();
  await said;
  for (const tab of [second, third]) {
    await sees(tab, 1);
    await until(() => tab.room.outbox.length === 0, "nothing waits");
  }
  expect(server.room("project/1").inOrder()).toHaveLength(1);
});

it("each tab hears that something else waits, also one that was asleep, when it is looked at again", async () => {
  const all = await five();
  const heard = all.map(() => 0);
  all.forEach((tab, place) => {
    tab.room.listen((event) => {
      if (event.type === "waiting") heard[place] = (heard[place] ?? 0) + 1;
    });
  });
  const asleep = all.indexOf(leaders()[0]?.by as Tab) === 0 ? 1 : 0;
  Object.assign(all[asleep] as Tab, { isFrozen: true, isDeaf: true });
  server.tell({ type: "waiting", room: "project/1" });
  await until(() => heard.filter((count) => count > 0).length === 4, "those that are awake hear it");
  (all[asleep] as Tab).thaw();
  (all[asleep] as Tab).isDeaf = false;
  server.say("project/1", EVE, "good morning");
  await until(() => heard[asleep] === 1, "the last one hears it");
});

it("two versions of the widget that are open at once have nothing to say to one another", async () => {
  const source = (file: string) => readFileSync(join(import.meta.dirname, "../src", file), "utf8");
  const talk = /const TALK = (\d+);/.exec(source("tabs/sharing.ts"))?.[1];
  await settled(open(), 1);
  const names = [...browser.channels].map(({ name }) => name).concat([...browser.held.keys()]);
  expect(names.filter((name) => name.startsWith(`tertulia:line:${talk}:`))).toHaveLength(2);
  // What tabs say, as it is written down. Where this fails, raise TALK, and write the new digest here.
  const types = [...source("tabs/tabs.ts").matchAll(/export type \w*Word =[\s\S]*?;\n\n/g)].map(String);
  const ballot = /export type Ballot =[\s\S]*?;\n\n/.exec(source("tabs/election.ts"))?.[0] ?? "";
  const words = [...types, ballot]
    .join("")
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ");
  const digest = createHash("sha256").update(words).digest("hex").slice(0, 16);
  expect({ talk, digest }).toEqual({ talk: "3", digest: "5bbde0696471d91d" });
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
