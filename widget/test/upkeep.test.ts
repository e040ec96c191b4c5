import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Connection } from "../src/connection.js";
import type { FeedListener } from "../src/feed.js";
import { Identity } from "../src/identity.js";
import type { LinkHandlers } from "../src/transport/link.js";
import type { Page } from "../src/types.js";
import { testPlatform } from "./helpers.js";

// Time in these tests does not wait for a file.
import "../src/upkeep.js";

const file = vi.hoisted(() => ({ isCut: true, asked: 0 }));
vi.mock("../src/late.js", async (original) => ({
  ...(await original<typeof import("../src/late.js")>()),
  fetchUpkeep: async () => {
    file.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (file.isCut) throw new TypeError("cut off");
    return import("../src/upkeep.js");
  },
}));

const ROOM = "project/42";
const PAGE: Page = { room: ROOM, cursor: "e.1", messages: [], more: false, reset: false, first: 1 };
const jwt = (seconds: number) => `x.${btoa(JSON.stringify({ iat: 0, exp: seconds }))}.x`;
const nothing = () => undefined;
const listener: FeedListener = {
  begin: nothing,
  page: nothing,
  change: nothing,
  me: nothing,
  present: nothing,
  signal: nothing,
  forget: nothing,
  line: nothing,
};

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(file, { isCut: true, asked: 0 });
});
afterEach(() => vi.useRealTimers());

async function connect() {
  let handlers: LinkHandlers | undefined;
  const renewed: string[] = [];
  const open = (_server: string, _token: string | undefined, given: LinkHandlers) => {
    handlers = given;
    return { open: nothing, shut: nothing, end: nothing, renew: (_: string, token: string) => renewed.push(token) };
  };
  const platform = testPlatform(1);
  const server = "http://chat.example/";
  const identity = new Identity(server, { getToken: async () => jwt(1_000) }, platform);
  const connection = new Connection(server, identity, platform, ["stub", open]);
  connection.follow(ROOM, listener);
  await vi.advanceTimersByTimeAsync(0);
  handlers?.frame(ROOM, { type: "opened", ...PAGE });
  await vi.advanceTimersByTimeAsync(0);
  return { connection, renewed };
}

it("what renews tokens is asked for again where it did not come, and renews in time", async () => {
  const { renewed } = await connect();
  await vi.advanceTimersByTimeAsync(70_000);
  expect(file.asked).toBe(3);
  file.isCut = false;
  await vi.advanceTimersByTimeAsync(700_000);
  expect([file.asked, renewed.length]).toEqual([4, 0]);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(renewed).toEqual([jwt(1_000)]);
});

it("is not asked for again where the room was closed while it was on its way", async () => {
  const { connection } = await connect();
  connection.unfollow(ROOM);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(file.asked).toBe(1);
});
