import fc from "fast-check";
import { expect, it } from "vitest";
import type { Connection } from "../src/connection.js";
import { backoff, soon } from "../src/feed.js";
import { Unreachable } from "../src/http.js";
import { Sending } from "../src/sending.js";
import { EMPTY } from "../src/timeline.js";
import { testPlatform, until } from "./helpers.js";

const LOW = () => 0;
const HIGH = () => 0.999;

it("a pause is between half and all of what doubles up to 30 seconds, and chance alone says where", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const all = Math.min(30_000, 500 * 2 ** (failures - 1));
        expect(backoff(failures, LOW)).toBe(all / 2);
        expect(backoff(failures, HIGH)).toBeCloseTo(all * 0.9995, 6);
        expect(backoff(failures, () => chance)).toBeCloseTo((all / 2) * (1 + chance), 6);
      },
    ),
  );
});

it("the first time is within half a second, at once if chance wants it so, and later ones are as after any failure", () => {
  expect([soon(1, LOW), soon(1, HIGH)]).toEqual([0, 499.5]);
  for (const random of [LOW, HIGH]) expect(soon(3, random)).toBe(backoff(3, random));
});

it("what could not be sent is sent again after a pause that is left to chance, too", async () => {
  const pauses: number[] = [];
  for (const random of [LOW, HIGH]) {
    let tries = 0;
    const platform = testPlatform(1);
    const waits: number[] = [];
    const setTimeout = (run: () => void, ms: number) => {
      // What waits for a day is another thing.
      if (ms < 60_000) waits.push(ms);
      return platform.setTimeout(run, ms < 60_000 ? 0 : ms);
    };
    const connection = {
      server: "https://chat.example/",
      say: async () => {
        tries += 1;
        throw new Unreachable("no answer");
      },
    } as unknown as Connection;
    const desk = { name: "a/b", timeline: EMPTY, self: undefined, isSure: true, isLive: true, fault: () => undefined };
    const sending = new Sending(desk, connection, { ...platform, random, setTimeout });
    sending.open();
    const said = sending.say("hello", "message", undefined).catch(() => undefined);
    await until(() => tries >= 8);
    sending.close();
    await said;
    pauses.push(...waits.slice(0, 7).map(Math.round));
  }
  const all = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
  expect(pauses).toEqual([...all.map((ms) => ms / 2), ...all.map((ms) => Math.round(ms * 0.9995))]);
});
