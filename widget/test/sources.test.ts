import { afterEach, beforeEach, expect, it } from "vitest";
import { Client, type Message, type Room } from "../src/client.js";
import { fetchUpkeep } from "../src/late.js";
import { FakeServer } from "./fake-server.mjs";
import { Browser, Tab } from "./fake-tabs.js";
import { testPlatform, until } from "./helpers.js";

const ROOM = "project/42";
const EVE = { id: "eve", name: "Eve" };
let server: InstanceType<typeof FakeServer>;
const rooms: Room[] = [];
const tabs: Tab[] = [];

beforeEach(async () => {
  server = await new FakeServer().listen();
  await fetchUpkeep();
});
afterEach(async () => {
  for (const room of rooms.splice(0)) room.close();
  for (const tab of tabs.splice(0)) tab.crash();
  await server.close();
});

let made = 0;
/** Good for so many seconds: renewed after ten at the earliest, of which tests have many in one. */
function tokenOf(sub: string, seconds = 12): string {
  made += 1;
  const token = `x.${btoa(JSON.stringify({ sub, iat: made, exp: made + seconds }))}.x`;
  server.guests.set(token, { id: sub, name: sub, may: ["read", "say"] });
  return token;
}
const said = () =>
  server
    .room(ROOM)
    .inOrder()
    .map(({ text, sender }: Message) => `${sender?.id}: ${text}`);

it("a replaced function whose token is somebody else's begins another line, and nothing of the one before is said or seen", async () => {
  const platform = testPlatform();
  const client = new Client({ server: server.url, platform, getToken: async () => tokenOf("ana") });
  const room = client.room(ROOM);
  rooms.push(room);
  await until(() => room.me?.id === "ana" && room.state === "live");
  server.say(ROOM, EVE, "hello");
  room.draft = "half a tho";
  server.slow = { times: 1, seconds: 600 };
  void room.say("mine").catch(() => undefined);
  await until(() => server.slow.times === 0 && room.outbox[0]?.state === "waiting");
  const lines = server.seen.filter((what: string) => what === "WS").length;
  client.sources.set(ROOM, { getToken: async () => tokenOf("ben") });
  // Nothing happens before the next question is due.
  expect(room.me?.id).toBe("ana");
  await until(() => room.me?.id === "ben" && room.state === "live", "it is Ben's");
  expect(server.seen.filter((what: string) => what === "WS").length).toBeGreaterThan(lines);
  expect([room.outbox, room.draft]).toEqual([[], ""]);
  await room.say("Ben's");
  expect(said()).toEqual(["eve: hello", "ben: Ben's"]);
  client.sources.set(ROOM, { getToken: async () => tokenOf("ana") });
  await until(() => room.me?.id === "ana" && room.state === "live", "it is Ana's again");
  expect(room.draft).toBe("half a tho");
  await until(() => said().length === 3, "what waited is said");
  expect(said()).toEqual(["eve: hello", "ben: Ben's", "ana: mine"]);
});

it("the newest is asked where the server does not take the token, and where the client is asked to begin again", async () => {
  const asked: string[] = [];
  const getToken = (which: string) => async () => {
    asked.push(which);
    return tokenOf("ana", 100_000);
  };
  const client = new Client({ server: server.url, platform: testPlatform(), getToken: getToken("a") });
  const room = client.room(ROOM);
  rooms.push(room);
  await until(() => room.state === "live");
  client.sources.set(ROOM, { getToken: getToken("b") });
  server.interfere = (_, request, response) => {
    if (asked.length > 1 || !request.url?.includes("/held")) return false;
    response.writeHead(401, { "Content-Type": "application/problem+json" });
    response.end(JSON.stringify({ code: "token_expired", title: "expired", status: 401 }));
    return true;
  };
  await room.ask("/held").catch(() => undefined);
  expect(asked).toEqual(["a", "b"]);
  client.sources.set(ROOM, { getToken: getToken("c") });
  client.reconnect();
  await until(() => asked.length === 3 && room.state === "live");
  expect(asked).toEqual(["a", "b", "c"]);
});

it("tabs that share a line go on with it by the newest of each, and part where that is somebody else's", async () => {
  const browser = new Browser();
  const open = async () => {
    const tab = new Tab(browser, server.url, ROOM, { getToken: async () => tokenOf("ana") });
    tabs.push(tab);
    await until(() => tab.room.state === "live", "a tab is live");
    await until(() => [...browser.held.keys()].some((key) => key.startsWith("tertulia:line:")), "a line is shared");
    return tab;
  };
  const both = [await open(), await open()];
  expect(server.sockets.size).toBe(1);
  const asked = [0, 0];
  for (const [index, { client }] of both.entries())
    client.sources.set(ROOM, {
      getToken: async () => {
        asked[index] = (asked[index] ?? 0) + 1;
        return tokenOf("ana");
      },
    });
  await until(() => asked.every((times) => times > 1), "each is asked");
  expect([server.sockets.size, ...both.map(({ room }) => room.state)]).toEqual([1, "live", "live"]);
  const [one, two] = both;
  two?.client.sources.set(ROOM, { getToken: async () => tokenOf("ben") });
  await until(() => two?.room.me?.id === "ben" && two.room.state === "live", "the other one is Ben's");
  expect([server.sockets.size, one?.room.me?.id, one?.room.state]).toEqual([2, "ana", "live"]);
});

it("a room that is closed is asked for by nobody's any more", async () => {
  const asked: string[] = [];
  const getToken = (which: string) => async () => {
    asked.push(which);
    return tokenOf("ana", 100_000);
  };
  const client = new Client({ server: server.url, platform: testPlatform(), getToken: getToken("a") });
  client.room(ROOM).close();
  client.sources.set(ROOM, { getToken: getToken("b") });
  client.room(ROOM).close();
  expect(client.sources.size).toBe(0);
});
