// Asks what has become of what waits for review: who is let in sees it in the room, but nobody tells who is not.

import type { Connection } from "./connection.js";
import { Refused } from "./http.js";
import type { Platform } from "./platform.js";
import { type Desk, GIVEN_UP } from "./sending.js";
import type { Draft } from "./timeline.js";
import type { Failure, Message } from "./types.js";

/** One request in so long, however much waits, and one when the line is up again. */
const EVERY_MS = 60_000;
/** The same message is asked about after one such time, then after two, four and so on, up to about an hour. */
const TURNS_MAX = 64;
/** What nobody has looked at by then the server has thrown away. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;

/** What has come of it. */
export interface HeldOutcome {
  /** `era` is the one in which it was asked. */
  said(clientId: string, message: Message, era: number): void;
  failed(clientId: string, problem: Failure): void;
}

interface Turns {
  /** After how many turns it was to be asked about again, and how many are left; below none it has waited longer. */
  readonly between: number;
  readonly left: number;
}

export class HeldAsk {
  readonly #desk: Desk;
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #outcome: HeldOutcome;
  readonly #turns = new Map<string, Turns>();
  #timer: number | undefined;
  #isAsking = false;
  #isClosed = false;

  constructor(desk: Desk, connection: Connection, platform: Platform, outcome: HeldOutcome) {
    this.#desk = desk;
    this.#connection = connection;
    this.#platform = platform;
    this.#outcome = outcome;
  }

  /** To be called when something is held. `isUp`: the line was down, so that something may have come of all of it. */
  look(isUp?: boolean): void {
    if (isUp) {
      for (const [clientId, { left }] of this.#turns)
        this.#turns.set(clientId, { between: 0, left: Math.min(0, left) });
      void this.#ask();
    }
    this.#plan();
  }

  close(): void {
    this.#isClosed = true;
    this.#platform.clearTimeout(this.#timer);
  }

  get #held(): Draft[] {
    return this.#desk.timeline.outbox.filter(({ state }) => state === "held");
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#isClosed || this.#held.length === 0) return;
    this.#timer = this.#platform.setTimeout(() => {
      this.#timer = undefined;
      void this.#ask();
      this.#plan();
    }, EVERY_MS);
  }

  /** By the same request, which is answered as before where nothing has come of it. Nothing is drawn otherwise meanwhile. */
  async #ask(): Promise<void> {
    for (const { clientId, at } of this.#held)
      if (this.#platform.now() - at >= FORGOTTEN_MS) this.#outcome.failed(clientId, GIVEN_UP);
    if (this.#isAsking || !this.#desk.isLive || this.#platform.isHidden()) return;
    const draft = this.#next();
    if (!draft) return;
    const { clientId } = draft;
    const { era } = this.#desk.timeline;
    const isStill = () => !this.#isClosed && this.#held.some((other) => other.clientId === clientId);
    this.#isAsking = true;
    try {
      const answer = await this.#connection.say(this.#desk.name, draft);
      if (answer !== "held" && isStill()) this.#outcome.said(clientId, answer, era);
    } catch (error) {
      // Whoever may say nothing for now may yet see it let in.
      if (error instanceof Refused && error.problem.code === "refused" && isStill())
        this.#outcome.failed(clientId, error.problem);
    } finally {
      this.#isAsking = false;
    }
  }

  /** The one whose turn it is, if any. Each turn counts for all of them. */
  #next(): Draft | undefined {
    const held = this.#held;
    for (const clientId of this.#turns.keys())
      if (!held.some((draft) => draft.clientId === clientId)) this.#turns.delete(clientId);
    let next: Draft | undefined;
    let least = 1;
    for (const draft of held) {
      const { between, left } = this.#turns.get(draft.clientId) ?? { between: 0, left: 0 };
      this.#turns.set(draft.clientId, { between, left: left - 1 });
      if (left >= least) continue;
      least = left;
      next = draft;
    }
    if (!next) return undefined;
    const between = Math.min(TURNS_MAX, Math.max(1, 2 * (this.#turns.get(next.clientId)?.between ?? 0)));
    this.#turns.set(next.clientId, { between, left: between - 1 });
    return next;
  }
}
