import { expect, it, vi } from "vitest";
import { Announcer } from "../src/announcer.js";
import { testPlatform } from "./helpers.js";

it("new lines are told at once, and those that come fast by their number", () => {
  vi.useFakeTimers();
  const told: string[] = [];
  const announcer = new Announcer(testPlatform(1), (lines) =>
    told.push(lines.length === 1 ? `${lines[0]}` : `${lines.length}`),
  );
  announcer.add("one");
  for (let i = 0; i < 12; i++) announcer.add(`more ${i}`);
  expect(told).toEqual(["one"]);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual(["one", "12"]);
  vi.advanceTimersByTime(3_000);
  announcer.add("later");
  announcer.stop();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(["one", "12", "later"]);
  vi.useRealTimers();
});
