// What the tests of the client share.

import { afterEach, beforeEach } from "vitest";
import { Client, type Room } from "../src/client.js";
import { FakeServer } from "./fake-server.mjs";
import { type TestPlatform, testPlatform, until } from "./helpers.js";

export const ROOM = "project/42";
export const EVE = { id: "eve", name: "Eve" };
export const TRANSPORTS = ["ws", "sse", "longpoll", "poll"];

export let server: InstanceType<typeof FakeServer>;
export let open: Room[] = [];

beforeEach(async () => {
  server = await new FakeServer().listen();
});
afterEach(async () => {
  for (const room of open) room.close();
  open = [];
  await server.close();
});

export function reader(transport = "ws", platform: TestPlatform = testPlatform()) {
  const remembered = { transport: TRANSPORTS.indexOf(transport), until: Number.MAX_SAFE_INTEGER };
  platform.kept.set(`tertulia:transport:${server.url}`, JSON.stringify(remembered));
  return fresh(platform);
}

export function fresh(platform: TestPlatform = testPlatform()) {
  const client = new Client({ server: server.url, platform });
  const room = client.room(ROOM);
  open.push(room);
  return { client, room, platform };
}

export const texts = (room: Room) => room.messages.map((message) => message.text);
export const isLive = (room: Room) => until(() => room.state === "live", `live, not ${room.state}`);

/** A browser in which people sign in one after the other, on a page that stays. */
export function browserOf(transport: string, platform: TestPlatform = testPlatform()) {
  const remembered = { transport: TRANSPORTS.indexOf(transport), until: Number.MAX_SAFE_INTEGER };
  platform.kept.set(`tertulia:transport:${server.url}`, JSON.stringify(remembered));
  let token: string | null = null;
  const client = new Client({ server: server.url, platform, getToken: async () => token });
  const become = (id: string | undefined) => {
    token = id === undefined ? null : `x.${btoa(JSON.stringify({ sub: id }))}.x`;
    if (token !== null) server.guests.set(token, { id, name: id });
  };
  const room = () => {
    const opened = client.room(ROOM);
    open.push(opened);
    return opened;
  };
  const signIn = async (id: string | undefined, there: Room) => {
    become(id);
    client.reconnect();
    await until(() => there.me !== undefined && there.me.id === id && there.state === "live");
  };
  return { client, platform, become, room, signIn };
}
