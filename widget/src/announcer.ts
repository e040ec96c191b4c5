// What a screen reader is told of new lines: each one, or how many there were when they come fast.

import type { Platform } from "./platform.js";

const PAUSE_MS = 3_000;

export class Announcer {
  readonly #platform: Pick<Platform, "setTimeout" | "clearTimeout">;
  readonly #tell: (lines: readonly string[]) => void;
  #waiting: string[] = [];
  #timer: number | undefined;

  /** `tell` gets the lines of one announcement: of more than one only the number is of use. */
  constructor(platform: Pick<Platform, "setTimeout" | "clearTimeout">, tell: (lines: readonly string[]) => void) {
    this.#platform = platform;
    this.#tell = tell;
  }

  add(line: string): void {
    this.#waiting.push(line);
    if (this.#timer === undefined) this.#flush();
  }

  stop(): void {
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    this.#tell(this.#waiting);
    this.#waiting = [];
    this.#timer = this.#platform.setTimeout(() => this.#flush(), PAUSE_MS);
  }
}
