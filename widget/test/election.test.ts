import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ballot, begin, type Election, type ElectionEvent, elect, LOOK_MS, wakeAt } from "../src/tabs/election.js";

/** A browser's tabs: one lock, one channel, and tabs that are closed, frozen and looked at. */
class Browser {
  now = 0;
  readonly tabs = new Map<string, Tab>();
  holder: Tab | undefined;
  queue: Tab[] = [];
  #ids = 0;

  open(isHidden: boolean): Tab {
    const tab = new Tab(this, `t${++this.#ids}`, isHidden);
    this.tabs.set(tab.state.id, tab);
    tab.take({ type: "start" });
    return tab;
  }

  /** Also a crash: nothing of it says anything. */
  close(tab: Tab): void {
    this.tabs.delete(tab.state.id);
    this.queue = this.queue.filter((other) => other !== tab);
    if (this.holder === tab) this.give();
  }

  give(): void {
    this.holder = this.queue.shift();
    this.holder?.take({ type: "locked" });
  }

  wait(tab: Tab): void {
    if (!this.queue.includes(tab)) this.queue.push(tab);
    if (!this.holder) this.give();
  }

  steal(tab: Tab): void {
    const before = this.holder;
    this.queue = this.queue.filter((other) => other !== tab);
    this.holder = tab;
    if (before && before !== tab) before.take({ type: "lost" });
    tab.take({ type: "locked" });
  }

  say(from: Tab, ballot: Ballot): void {
    for (const tab of this.tabs.values()) if (tab !== from) tab.inbox.push(ballot);
  }

  /** Lets time pass, in steps as small as what happens in it. */
  pass(ms: number): void {
    for (const end = this.now + ms; this.now < end; this.now += 50) {
      for (const tab of [...this.tabs.values()]) tab.run();
    }
  }
}

class Tab {
  state: Election;
  inbox: Ballot[] = [];
  isFrozen = false;
  readonly #pending: ElectionEvent[] = [];

  constructor(
    readonly browser: Browser,
    id: string,
    isHidden: boolean,
  ) {
    this.state = begin(id, isHidden);
  }

  /** What happens to a frozen tab is told to it when it wakes up. */
  take(event: ElectionEvent): void {
    if (this.isFrozen) {
      this.#pending.push(event);
      return;
    }
    const [state, acts] = elect(this.state, event, this.browser.now);
    this.state = state;
    for (const act of acts) {
      if (act.type === "wait") this.browser.wait(this);
      else if (act.type === "steal") this.browser.steal(this);
      else this.browser.say(this, act.ballot);
    }
  }

  run(): void {
    if (this.isFrozen) return;
    for (const event of this.#pending.splice(0)) this.take(event);
    for (const ballot of this.inbox.splice(0)) this.take({ type: "heard", ballot });
    if (this.browser.now >= wakeAt(this.state)) this.take({ type: "tick" });
  }
}

const lead = (id: string, term: number): Ballot => ({ type: "lead", id, term, isHidden: false });

const STEPS = [
  "open",
  "openHidden",
  "close",
  "closeLeader",
  "freeze",
  "freezeLeader",
  "thaw",
  "look",
  "hide",
  "pass",
] as const;
type Step = readonly [(typeof STEPS)[number], number];

function play(browser: Browser, [what, pick]: Step): void {
  const all = [...browser.tabs.values()];
  const tab = all[pick % Math.max(1, all.length)];
  const leader = browser.holder;
  if (what === "open" || what === "openHidden") {
    if (all.length < 6) browser.open(what === "openHidden");
  } else if (what === "pass") browser.pass((pick % 40) * 250);
  else if (what === "closeLeader") leader && browser.close(leader);
  else if (what === "freezeLeader") {
    if (leader) leader.isFrozen = true;
  } else if (!tab) return;
  else if (what === "close") browser.close(tab);
  else if (what === "freeze" || what === "thaw") tab.isFrozen = what === "freeze";
  else tab.take({ type: "seen", isHidden: what === "hide" });
}

const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(1000)), { maxLength: 40 });

describe("of all tabs", () => {
  it("one leads, and all others that are awake follow it, whatever has happened to them", () => {
    fc.assert(
      fc.property(steps, (schedule) => {
        const browser = new Browser();
        browser.open(false);
        for (const step of schedule) play(browser, step);
        browser.pass(60_000);
        const awake = [...browser.tabs.values()].filter((tab) => !tab.isFrozen);
        if (awake.length === 0) return;
        const leaders = awake.filter((tab) => tab.state.role === "leading");
        expect(leaders).toHaveLength(1);
        expect(leaders[0]).toBe(browser.holder);
        for (const tab of awake) expect(tab.state.leader).toBe(leaders[0]?.state.id);
        // Where somebody looks at a tab, it is one of those that are looked at.
        if (awake.some((tab) => !tab.state.isHidden)) expect(leaders[0]?.state.isHidden).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("none loses the line while it is looked at and answers", () => {
    const browser = new Browser();
    const first = browser.open(false);
    browser.pass(1_000);
    for (let i = 0; i < 4; i++) browser.open(i % 2 === 0);
    browser.pass(120_000);
    expect(browser.holder).toBe(first);
    expect(first.state.term).toBe(1);
  });

  it("a hidden one keeps the line while others are leafed through, and gives it to the one that is looked at", () => {
    const browser = new Browser();
    const first = browser.open(false);
    const second = browser.open(true);
    browser.pass(1_000);
    first.take({ type: "seen", isHidden: true });
    second.take({ type: "seen", isHidden: false });
    browser.pass(LOOK_MS / 2);
    second.take({ type: "seen", isHidden: true });
    browser.pass(60_000);
    expect(browser.holder).toBe(first);
    second.take({ type: "seen", isHidden: false });
    browser.pass(LOOK_MS + 500);
    expect([browser.holder, first.state.leader]).toEqual([second, second.state.id]);
  });

  it("one that has slept asks again before it takes anything", () => {
    const [following] = elect(begin("a", false), { type: "heard", ballot: lead("b", 1) }, 0);
    const [asked] = elect(following, { type: "tick" }, 10_000);
    const [woken, acts] = elect(asked, { type: "tick" }, 3_600_000);
    expect(acts.map(({ type }) => type)).toEqual(["say"]);
    expect(elect(woken, { type: "tick" }, wakeAt(woken))[1]).toEqual([{ type: "steal" }]);
  });

  it("one that wakes up and believes that it leads is not listened to", () => {
    const browser = new Browser();
    const [first, second, third] = [browser.open(false), browser.open(false), browser.open(false)];
    browser.pass(1_000);
    first.isFrozen = true;
    browser.pass(20_000);
    const now = browser.holder;
    expect([second, third]).toContain(now);
    browser.say(first, { type: "lead", id: first.state.id, term: first.state.term, isHidden: false });
    browser.pass(1_000);
    for (const tab of [second, third]) expect(tab.state.leader).toBe(now?.state.id);
  });
});
