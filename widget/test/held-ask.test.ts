import fc from "fast-check";
import { expect, it } from "vitest";
import type { Connection } from "../src/connection.js";
import { HeldAsk } from "../src/held-ask.js";
import type { Desk } from "../src/sending.js";
import { type Draft, EMPTY } from "../src/timeline.js";
import { testPlatform } from "./helpers.js";

const MINUTE = 60_000;
const draft = (clientId: string): Draft => ({ clientId, text: "please", kind: "message", at: 0, state: "held" });

/** So many that wait, and a server that has looked at none: what is asked in which minute. */
function world(count: number) {
  const outbox = Array.from({ length: count }, (_, index) => draft(`held-${index}`));
  const asked: [minute: number, clientId: string][] = [];
  let minute = 0;
  let due: (() => void) | undefined;
  let answers: (() => void)[] = [];
  const failed: string[] = [];
  const look = { isHidden: false, isLive: true, isSlow: false };
  const platform = Object.assign(testPlatform(1), {
    now: () => minute * MINUTE,
    isHidden: () => look.isHidden,
    setTimeout: (run: () => void, ms: number) => {
      expect([ms, due]).toEqual([MINUTE, undefined]);
      due = run;
      return 1;
    },
    clearTimeout: () => {
      due = undefined;
    },
  });
  const connection = {
    say: (_: string, { clientId }: Draft) => {
      asked.push([minute, clientId]);
      return new Promise((resolve) => {
        const answer = () => resolve("held");
        if (look.isSlow) answers.push(answer);
        else answer();
      });
    },
  } as unknown as Connection;
  const desk = {
    name: "project/42",
    timeline: { ...EMPTY, outbox },
    get isLive() {
      return look.isLive;
    },
  } as unknown as Desk;
  const ask = new HeldAsk(desk, connection, platform, {
    said: () => undefined,
    failed: (clientId) => {
      failed.push(clientId);
      desk.timeline = { ...EMPTY, outbox: desk.timeline.outbox.filter((other) => other.clientId !== clientId) };
    },
  });
  return {
    ask,
    asked,
    failed,
    look,
    answer: async () => {
      for (const answer of answers) answer();
      answers = [];
      for (let i = 0; i < 5; i++) await undefined;
    },
    /** The machine sleeps. */
    sleep: (minutes: number) => {
      minute += minutes;
    },
    pass: async (minutes: number) => {
      for (const end = minute + minutes; minute < end; ) {
        minute += 1;
        const run = due;
        due = undefined;
        run?.();
        for (let i = 0; i < 5; i++) await undefined;
      }
    },
    get isWaiting() {
      return due !== undefined;
    },
  };
}

it("one is asked about after a minute, and then ever less often, down to about once an hour", async () => {
  const one = world(1);
  one.ask.look();
  await one.pass(300);
  expect(one.asked.map(([minute]) => minute)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 192, 256]);
});

it("however many wait, one is asked about in a minute, and all have their turn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50 }), async (count) => {
      const many = world(count);
      many.ask.look();
      await many.pass(count);
      const { asked } = many;
      expect(new Set(asked.map(([minute]) => minute)).size).toBe(asked.length);
      expect(new Set(asked.map(([, clientId]) => clientId)).size).toBe(count);
      // A line that comes and goes asks for no more than that one at a time either, and leaves nobody out.
      for (let i = 0; i < count; i++) {
        many.ask.look(true);
        for (let j = 0; j < 5; j++) await undefined;
      }
      expect(asked.length).toBe(2 * count);
      expect(new Set(asked.slice(count).map(([, clientId]) => clientId)).size).toBe(count);
    }),
    { numRuns: 30 },
  );
});

it("nothing is asked while an answer is awaited, while nobody looks, without a line, or where the room is closed", async () => {
  const many = world(3);
  many.ask.look();
  many.look.isSlow = true;
  await many.pass(5);
  expect(many.asked.length).toBe(1);
  await many.answer();
  await many.pass(1);
  expect(many.asked.length).toBe(2);
  await many.answer();
  many.look.isHidden = true;
  await many.pass(5);
  many.look.isHidden = false;
  many.look.isLive = false;
  await many.pass(5);
  expect(many.asked.length).toBe(2);
  many.look.isLive = true;
  await many.pass(1);
  expect(many.asked.length).toBe(3);
  many.ask.close();
  expect(many.isWaiting).toBe(false);
});

it("what nobody has looked at in thirty days is given up, and nothing is waited for then", async () => {
  const one = world(1);
  one.ask.look();
  one.sleep(30 * 24 * 60 - 2);
  await one.pass(1);
  expect(one.failed).toEqual([]);
  await one.pass(1);
  expect([one.failed, one.isWaiting]).toEqual([["held-0"], false]);
});
