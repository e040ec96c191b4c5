import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY, hasOlder, newestMessages, type Rules, type Timeline } from "../src/timeline.js";
import type { Message, Page } from "../src/types.js";
import { reduce, STEPS, type Step, World } from "./timeline.model.js";

const ALL: Rules = { highest: true, held: true, kept: true };
/** Schedules that mostly go well, so that the rare bad turn finds something to spoil. */
const USUAL = ["edit", "react", "emit", "arrive", "ask", "readPage"] as const;
const step = fc.tuple(
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...STEPS) }, { weight: 3, arbitrary: fc.constantFrom(...USUAL) }),
  fc.nat(100),
) as fc.Arbitrary<Step>;
const schedule = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.array(step, { maxLength: 80, size: "max" }));

/** The picture that a reader with these rules ends with is the room, and nothing went backwards on the way. */
function endsAsTheRoomIs(rules: Rules) {
  return fc.property(schedule, ([already, steps]) => {
    const world = new World(rules, already);
    world.run(steps);
    const { messages, ranges, outbox, kept, asked } = world.state;
    const held = (id: number) => ranges.some((range) => range.from <= id && id <= range.to);
    expect(world.fault).toBeUndefined();
    expect(messages).toEqual(world.room.inOrder().filter((message) => held(message.id)));
    expect(ranges.at(-1)?.to).toBe(Infinity);
    expect({ outbox, kept, asked }).toEqual({ outbox: [], kept: [], asked: [] });
  });
}

describe("the three rules of a reader", () => {
  // RUNS=200000 looks at more schedules than usual.
  it("end in the room as it is, after any schedule", () => {
    fc.assert(endsAsTheRoomIs(ALL), { numRuns: Number(process.env.RUNS ?? 5_000) });
  });

  for (const rule of ["highest", "held", "kept"] as const) {
    it(`need "${rule}": without it some schedule ends in a wrong picture`, () => {
      const found = fc.check(endsAsTheRoomIs({ ...ALL, [rule]: false }), {
        numRuns: 50_000,
        endOnFailure: true,
        seed: 42,
      });
      expect(found.failed).toBe(true);
    });
  }
});

const ana = { id: "ana", name: "Ana" };
const message = (id: number, more: Partial<Message> = {}): Message => ({
  id,
  version: id,
  kind: "message",
  sender: ana,
  text: `t${id}`,
  created: "2026-01-01T00:00:00.000Z",
  ...more,
});
const page = (messages: Message[], more = false): Page => ({ room: "t/1", messages, more, reset: false, first: 1 });
const begun = (messages: Message[], more = false): Timeline =>
  reduce(EMPTY, { type: "begin", page: page(messages, more) });
const ids = (state: Timeline) => state.messages.map((m) => m.id);
const say = { clientId: "client-01", text: "hi", kind: "message" as const };

describe("history", () => {
  it("is left to ask for while the page said so, and the room keeps it", () => {
    const state = begun([message(5), message(6)], true);
    expect(hasOlder(state)).toBe(true);
    expect(hasOlder(reduce(state, { type: "changes", messages: [], first: 5 }))).toBe(false);
    expect(hasOlder(begun([message(1)]))).toBe(false);
  });

  it("far from the end is not drawn below the newest messages", () => {
    let state = reduce(begun([message(50)], true), { type: "ask", ask: 1 });
    const far = { ...page([message(7), message(8)], true), more_newer: true };
    state = reduce(state, { type: "history", ask: 1, span: { around: 8 }, page: far });
    expect(ids(state)).toEqual([7, 8, 50]);
    expect(newestMessages(state).map((m) => m.id)).toEqual([50]);
  });

  it("that was asked for before a reset is ignored", () => {
    const asked = reduce(begun([message(9)], true), { type: "ask", ask: 1 });
    const reset = reduce(asked, { type: "begin", page: page([message(3)], true) });
    const late = reduce(reset, { type: "history", ask: 1, span: { before: 9 }, page: page([message(8)], true) });
    expect(ids(late)).toEqual([3]);
  });

  it("is not let go while a page of it is on its way, which may say less than what was seen", () => {
    let state = reduce(begun([message(5), message(6)]), { type: "ask", ask: 1 });
    const read = page([message(5), message(6)]);
    state = reduce(state, { type: "changes", messages: [message(5, { version: 7 })] });
    state = reduce(state, { type: "trim", keep: { from: 6, to: Infinity }, newest: 1 });
    state = reduce(state, { type: "history", ask: 1, span: { around: 5 }, page: read });
    expect(state.messages.map((m) => m.version)).toEqual([7, 6]);
  });

  it("is let go where it is far from what is read, but for the end", () => {
    const all = Array.from({ length: 20 }, (_, index) => message(index + 1));
    const state = reduce(begun(all), { type: "trim", keep: { from: 4, to: 6 }, newest: 2 });
    expect(ids(state)).toEqual([4, 5, 6, 19, 20]);
    expect(ids(reduce(state, { type: "changes", messages: [message(21), message(10, { version: 22 })] }))).toEqual([
      4, 5, 6, 19, 20, 21,
    ]);
  });

  it("below what the room keeps is dropped", () => {
    const state = reduce(begun([message(1), message(2), message(3)]), { type: "changes", messages: [], first: 3 });
    expect(ids(state)).toEqual([3]);
    expect(ids(reduce(state, { type: "changes", messages: [message(2, { version: 9 })] }))).toEqual([3]);
  });
});

describe("what is said here", () => {
  const drafted = reduce(begun([message(1)]), { type: "draft", say, sender: ana, at: 0 });

  it("becomes its message when the change comes before the acknowledgement", () => {
    const seen = reduce(drafted, { type: "changes", messages: [message(2, { client_id: say.clientId })] });
    expect(seen.outbox).toEqual([]);
    expect(reduce(seen, { type: "said", clientId: say.clientId, message: message(2), era: 1 })).toEqual(seen);
  });

  it("stays in sight from the acknowledgement to the change", () => {
    const said = reduce(drafted, { type: "said", clientId: say.clientId, message: message(2), era: 1 });
    expect(said.outbox[0]).toMatchObject({ state: "sent", id: 2 });
    expect(reduce(said, { type: "changes", messages: [message(2)] }).outbox).toEqual([]);
  });

  it("is not taken for somebody else's message with the same client id", () => {
    const theirs = message(2, { client_id: say.clientId, sender: { id: "eve", name: "Eve" } });
    expect(reduce(drafted, { type: "changes", messages: [theirs] }).outbox).toHaveLength(1);
  });

  it("is kept through a reset until it is acknowledged", () => {
    const reset = reduce(drafted, { type: "begin", page: page([]) });
    expect(reset.outbox).toHaveLength(1);
    const said = reduce(drafted, { type: "said", clientId: say.clientId, message: message(2), era: 1 });
    expect(reduce(said, { type: "begin", page: page([]) }).outbox).toEqual([]);
  });

  it("is not taken for sent when a history that is gone acknowledged it", () => {
    const reset = reduce(drafted, { type: "begin", page: page([]) });
    const late = reduce(reset, { type: "said", clientId: say.clientId, message: message(2), era: 1 });
    expect(late.outbox[0]).toMatchObject({ state: "waiting" });
  });

  it("says why it failed until it is tried again", () => {
    const problem = { title: "Locked", status: 403, code: "locked" as const };
    const failed = reduce(drafted, { type: "failed", clientId: say.clientId, problem });
    expect(failed.outbox[0]).toMatchObject({ state: "failed", problem });
    const again = reduce(failed, { type: "sending", clientId: say.clientId });
    expect(again.outbox[0]).toMatchObject({ state: "sending" });
    expect(again.outbox[0]?.problem).toBeUndefined();
    expect(reduce(failed, { type: "discard", clientId: say.clientId }).outbox).toEqual([]);
  });
});
