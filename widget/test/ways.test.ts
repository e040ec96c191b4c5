import { expect, it, vi } from "vitest";
import type { Link } from "../src/transport/link.js";
import { Ways } from "../src/transport/ways.js";
import { testPlatform } from "./helpers.js";

const asked = vi.hoisted(() => ({ files: 0 }));
vi.mock("../src/late.js", async (original) => ({
  ...(await original<typeof import("../src/late.js")>()),
  fetchFallback: async () => {
    asked.files += 1;
    throw new TypeError("cut off");
  },
}));

const SERVER = "http://chat.example/";

/** Opens a line, where a stand-in was remembered until some time; says whether it was the best one's, and what was fetched. */
async function opens(until: unknown) {
  const [platform, link] = [testPlatform(1), {} as Link];
  if (until !== undefined) platform.kept.set(`tertulia:transport:${SERVER}`, JSON.stringify({ transport: 1, until }));
  asked.files = 0;
  const opened = new Ways(SERVER, platform, ["best", () => link]).open(SERVER, undefined, {} as never, platform);
  return [(await opened) === link, asked.files];
}

it("what stands in is fetched where it is remembered, and where it does not come the best one is tried all the same", async () => {
  expect(await opens(undefined)).toEqual([true, 0]);
  expect(await opens(Number.MAX_SAFE_INTEGER)).toEqual([true, 1]);
  for (const over of [0, "soon", null, {}]) expect(await opens(over)).toEqual([true, 0]);
});
