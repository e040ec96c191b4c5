import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeServer } from "./fake-server.mjs";
import { Browser, Tab } from "./fake-tabs.js";
import { until } from "./helpers.js";

/** What tabs share their line by comes when it is let. */
const file = vi.hoisted(() => ({ asked: 0, come: undefined as (() => void) | undefined, isHeld: false }));
vi.mock("../src/late.js", async (original) => {
  const real = await original<typeof import("../src/late.js")>();
  return {
    ...real,
    fetchSharing: async () => {
      file.asked += 1;
      if (file.isHeld)
        await new Promise<void>((resolve) => {
          file.come = resolve;
        });
      return real.fetchSharing();
    },
  };
});

let server: InstanceType<typeof FakeServer>;
beforeEach(async () => {
  server = await new FakeServer().listen();
});
afterEach(async () => {
  file.isHeld = false;
  await server.close();
});

it("a tab whose room is closed while what shares lines is on its way takes no part, and leads nobody", async () => {
  const browser = new Browser();
  const leader = new Tab(browser, server.url, "project/1");
  await until(() => leader.room.state === "live" && browser.held.size > 0, "a tab leads");
  file.isHeld = true;
  const tab = new Tab(browser, server.url, "project/1");
  await until(() => file.come !== undefined, "it is asked for");
  tab.room.close();
  file.come?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const own = () => [...browser.channels].filter(({ by }) => by === tab).length;
  expect(own()).toBe(0);
  leader.crash();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([own(), [...browser.held].filter(([, { by }]) => by === tab)]).toEqual([0, []]);
});
