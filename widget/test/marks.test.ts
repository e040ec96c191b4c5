import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Connection } from "../src/connection.js";
import { Unreachable } from "../src/http.js";
import { Marks } from "../src/marks.js";
import { testPlatform } from "./helpers.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("what was read is told nobody while it is not known who reads", async () => {
  const ask = vi.fn(async () => undefined);
  const host = { name: "project/42", isLive: true, self: { id: "ana" }, readHere: 4, readThere: 0 };
  const marks = new Marks(host, { ask } as unknown as Connection, testPlatform(1));
  marks.look();
  host.isLive = false;
  await vi.advanceTimersByTimeAsync(40_000);
  marks.look();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(ask).not.toHaveBeenCalled();
  host.isLive = true;
  marks.look();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(ask).toHaveBeenCalledOnce();
});

it("where the server can't be told of what was read, it is told again, but not after the room is closed", async () => {
  const ask = vi.fn(async () => {
    throw new Unreachable("away");
  });
  const host = { name: "project/42", isLive: true, self: { id: "ana" }, readHere: 4, readThere: 0 };
  const marks = new Marks(host, { ask } as unknown as Connection, testPlatform(1));
  marks.look();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(ask).toHaveBeenCalledTimes(2);
  marks.close();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(3);
});
