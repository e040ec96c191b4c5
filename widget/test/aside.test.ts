import { afterEach, beforeEach, expect, it } from "vitest";
import type { TokenSource } from "../src/client.js";
import { FakeServer } from "./fake-server.mjs";
import { Browser, Tab } from "./fake-tabs.js";
import { until } from "./helpers.js";

const EVE = { id: "eve", name: "Eve" };
let server: InstanceType<typeof FakeServer>;
let browser: Browser;
const tabs: Tab[] = [];

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

const texts = ({ room }: Tab) => room.messages.map(({ text }) => text);
const sees = (tab: Tab, ...wanted: string[]) =>
  until(() => texts(tab).join() === wanted.join(), `a tab sees ${wanted}`);
const lines = () => [...browser.held.keys()].filter((name) => name.startsWith("tertulia:line:")).length;
/** What keeps a browser from putting a page aside. */
const held = (tab: Tab) => [
  ...[...browser.held].flatMap(([name, { by }]) => (by === tab ? name : [])),
  ...[...browser.channels].flatMap(({ name, by }) => (by === tab ? name : [])),
];

/** A tab that is live, after which so many lines can be shared. */
async function open(source: TokenSource = {}, shared = 1): Promise<Tab> {
  const tab = new Tab(browser, server.url, "project/1", source);
  tabs.push(tab);
  await until(() => tab.room.state === "live", "a tab is live");
  await until(() => lines() === shared, "its line can be shared");
  return tab;
}

it("a page that is put aside has no line and no lock, and goes on where it was when it is gone back to", async () => {
  const tab = await open();
  server.say("project/1", EVE, "before");
  await sees(tab, "before");
  tab.putAside();
  await until(() => server.sockets.size === 0, "it has hung up");
  expect([tab.room.state, held(tab)]).toEqual(["connecting", []]);
  server.say("project/1", EVE, "missed");
  tab.takeUp();
  await sees(tab, "before", "missed");
  await until(() => lines() === 1, "its line can be shared again");
  server.say("project/1", EVE, "afterwards");
  await sees(tab, "before", "missed", "afterwards");
  // What was missed is nothing new just now; and it was read from the cursor on, with no other first page.
  expect(tab.heard.map(({ text }) => text)).toEqual(["before", "afterwards"]);
  expect(tab.room.timeline.era).toBe(1);
  // As often as that is done.
  tab.putAside();
  await until(() => server.sockets.size === 0, "it has hung up again");
  expect(held(tab)).toEqual([]);
});

it("a tab that leads gives the line on when its page is put aside, and follows when it is gone back to", async () => {
  const first = await open();
  const [second, third] = [await open(), await open()];
  expect(server.sockets.size).toBe(1);
  first.putAside();
  await until(() => lines() === 1 && server.sockets.size === 1, "another one leads");
  server.say("project/1", EVE, "meanwhile");
  await Promise.all([sees(second, "meanwhile"), sees(third, "meanwhile")]);
  expect(texts(first)).toEqual([]);
  first.takeUp();
  await sees(first, "meanwhile");
  server.say("project/1", EVE, "and now");
  await Promise.all([first, second, third].map((tab) => sees(tab, "meanwhile", "and now")));
  expect(server.sockets.size).toBe(1);
});

it("what is on its way when a page is put aside is said once, when it is gone back to", async () => {
  const tab = await open({ token: known("ana") });
  tab.room.say("in the last moment").catch(() => undefined);
  tab.putAside();
  tab.takeUp();
  await sees(tab, "in the last moment");
  await until(() => tab.room.outbox.length === 0, "it is said");
  expect(server.room("project/1").messages.size).toBe(1);
});

it("who has signed in meanwhile is who reads when a page is gone back to", async () => {
  let token = known("ana");
  const tab = await open({ getToken: async () => token });
  expect(tab.room.self?.id).toBe("ana");
  tab.putAside();
  token = known("ben");
  tab.takeUp();
  await until(() => tab.room.self?.id === "ben" && tab.room.state === "live", "it is Ben's");
});

it("what is said before it is known who reads a page that is gone back to is nobody's but theirs", async () => {
  let answer = Promise.resolve(known("ana"));
  const tab = await open({ getToken: () => answer });
  expect(tab.room.self?.id).toBe("ana");
  tab.putAside();
  let give = (_token: string): void => undefined;
  answer = new Promise((resolve) => {
    give = resolve;
  });
  tab.takeUp();
  tab.room.say("by Ben").catch(() => undefined);
  const kept = [...browser.base.kept].filter(([key, value]) => key.includes(":ana:") && value.includes("by Ben"));
  expect(kept).toEqual([]);
  give(known("ben"));
  await until(() => tab.room.outbox.length === 0 && tab.room.state === "live", "it is said");
  const said = [...server.room("project/1").messages.values()].find(({ text }) => text === "by Ben");
  expect(said?.sender?.id).toBe("ben");
});

it("who has taken a name in another tab meanwhile has it, too, when a page is gone back to", async () => {
  const tab = await open();
  tab.putAside();
  // What other tabs write is told to none in which nothing runs.
  browser.base.kept.set(`tertulia:guest:${server.url}`, JSON.stringify(guest("Teo")));
  tab.takeUp();
  await until(() => tab.room.self?.name === "Teo" && tab.room.state === "live", "it is Teo's");
});

it("a page in which no room is open any more does nothing when it is put aside, or gone back to", async () => {
  const tab = await open();
  tab.room.close();
  await until(() => server.sockets.size === 0, "it has hung up");
  const asked = server.seen.length;
  tab.putAside();
  tab.takeUp();
  await until(() => lines() === 0, "nothing is shared");
  expect([server.seen.length, tab.watched]).toEqual([asked, 0]);
});

function guest(name: string) {
  const token = known(`~${name}`);
  const sender = { id: `~${name}`, name, guest: true };
  server.guests.set(token, sender);
  return { token, sender };
}

let made = 0;
function known(sub: string): string {
  made += 1;
  const token = `x.${btoa(JSON.stringify({ sub, iat: made, exp: made + 1_000 }))}.x`;
  server.guests.set(token, { id: sub, name: sub, may: ["read", "say"] });
  return token;
}
