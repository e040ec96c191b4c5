import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { fetchPages, fetchUpkeep } from "../src/late.js";
import { STEPS, type Step, World } from "./picture.model.js";

/** Schedules in which much is said and answered, so that what comes seldom finds something to spoil. */
const USUAL = ["say", "serverTakes", "answerArrives", "emit", "arrive", "others", "timePasses", "approve"] as const;
const step = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...STEPS) }, { weight: 3, arbitrary: fc.constantFrom(...USUAL) }),
  fc.nat(100),
) as fc.Arbitrary<Step>;

interface Schedule {
  /** What stands there already. */
  readonly already: number;
  /** How far the reader's clock is wrong. */
  readonly skew: number;
  readonly steps: readonly Step[];
  readonly endsWithReload: boolean;
}

const schedule: fc.Arbitrary<Schedule> = fc.record({
  already: fc.integer({ min: 0, max: 8 }),
  skew: fc.constantFrom(0, -7 * 60_000, 7 * 60_000),
  steps: fc.array(step, { maxLength: 60, size: "max" }),
  endsWithReload: fc.boolean(),
});
const played = (...steps: Step[]): [Schedule] => [{ already: 2, skew: 0, steps, endsWithReload: false }];

const UNTOLD: Step[] = [
  ["say", 0],
  ["serverTakes", 0],
  ["others", 2],
  ["reset", 0],
  ["timePasses", 4],
  ["timePasses", 4],
  ["older", 0],
  ["answerLost", 0],
];

/** What has been found, and what would be found seldom. */
const FOUND: [Schedule][] = [
  // What was let in is told when its history is forgotten, and its page does not have it.
  played(
    ["say", 1],
    ["serverTakes", 5],
    ["answerArrives", 0],
    ["timePasses", 1],
    ["approve", 0],
    ["serverTakes", 0],
    ["others", 2],
    ["reset", 0],
    ["answerArrives", 0],
  ),
  // What is tried again keeps its place among what is not said.
  played(
    ["say", 1],
    ["serverTakes", 7],
    ["answerArrives", 0],
    ["say", 1],
    ["serverTakes", 5],
    ["answerArrives", 0],
    ["retry", 0],
    ["serverTakes", 5],
    ["answerArrives", 0],
  ),
  // What was not let in is on its way again where it is tried again, and waits for review no more.
  played(
    ["say", 0],
    ["serverTakes", 21],
    ["answerArrives", 0],
    ["reject", 0],
    ["lineLost", 0],
    ["lineBack", 0],
    ["serverTakes", 0],
    ["answerArrives", 0],
    ["retry", 0],
  ),
  // An edit of a history that was lost is told when another one is read.
  played(["amend", 0], ["serverTakes", 0], ["restore", 0], ["answerArrives", 0]),
  // What was given up turns out to be said, by a page of history: then it is not kept either.
  [{ ...played(...UNTOLD)[0], endsWithReload: true }],
  // The same, where that page comes before it is known who reads, and so whose it is.
  [
    {
      ...played(
        ["say", 0],
        ["timePasses", 59],
        ["serverTakes", 0],
        ["reload", 33],
        ["goTo", 0],
        ["timePasses", 39],
        ["others", 0],
        ["others", 0],
        ["serverTakes", 0],
        ["answerArrives", 0],
        ["others", 0],
      )[0],
      already: 0,
      endsWithReload: true,
    },
  ],
];

beforeAll(() => Promise.all([fetchPages(), fetchUpkeep()]));

// RUNS=50000 looks at more schedules than usual.
it("what is drawn ends as what the server has, with what was not said behind it, after any schedule", async () => {
  const property = fc.asyncProperty(schedule, async ({ already, skew, steps, endsWithReload }) => {
    const world = new World(already, skew);
    await world.run(steps, endsWithReload);
    expect(world.drawn).toEqual(world.expected);
    expect(world.drawn.length).toBeGreaterThanOrEqual(world.newest);
    expect(world.fault).toBeUndefined();
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 600), examples: FOUND });
}, 600_000);
