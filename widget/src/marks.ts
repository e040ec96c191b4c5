// Tells the server up to which message the reader has read a room: not at once, and not often.

import type { Connection } from "./connection.js";
import { Refused } from "./http.js";
import type { Platform } from "./platform.js";

const FIRST_MS = 1_000;
const EVERY_MS = 5_000;
const AFTER_FAILURE_MS = 30_000;

/** What it needs of its room. */
export interface MarkHost {
  readonly name: string;
  /** Whether the line is up, and known whose it is. */
  readonly isLive: boolean;
  /** Whom it is told of; undefined for nobody, who has no marks. */
  readonly self: { readonly id?: string } | undefined;
  /** Up to where it was read in this browser, and up to where the server knows. */
  readonly readHere: number | undefined;
  readonly readThere: number | undefined;
}

export class Marks {
  readonly #host: MarkHost;
  readonly #connection: Connection;
  readonly #platform: Platform;
  #told = 0;
  #toldOf: string | undefined;
  #timer: number | undefined;
  #notBefore = -Infinity;
  #isClosed = false;

  constructor(host: MarkHost, connection: Connection, platform: Platform) {
    this.#host = host;
    this.#connection = connection;
    this.#platform = platform;
  }

  /** To be called when more may have been read, or when it may be known now who reads. */
  look(): void {
    if (this.#isClosed || this.#timer !== undefined || this.#due === undefined) return;
    // A clock may be put back.
    const wait = Math.min(AFTER_FAILURE_MS, Math.max(FIRST_MS, this.#notBefore - this.#platform.now()));
    this.#timer = this.#platform.setTimeout(() => {
      this.#timer = undefined;
      void this.#tell();
    }, wait);
  }

  /** The room is closed: what is due is told now. */
  close(): void {
    this.#isClosed = true;
    if (this.#timer === undefined) return;
    this.#platform.clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#tell();
  }

  get #due(): number | undefined {
    const { isLive, self, readHere = 0, readThere = 0 } = this.#host;
    if (!isLive || self?.id === undefined) return undefined;
    if (self.id !== this.#toldOf) {
      this.#toldOf = self.id;
      this.#told = 0;
    }
    return readHere > Math.max(readThere, this.#told) ? readHere : undefined;
  }

  async #tell(): Promise<void> {
    const upTo = this.#due;
    if (upTo === undefined) return;
    this.#notBefore = this.#platform.now() + EVERY_MS;
    try {
      await this.#connection.ask(this.#host.name, "/read", { method: "PUT", body: { up_to: upTo } });
      this.#told = upTo;
    } catch (error) {
      // Who may not is not asked again for this one; else it is told with the next, or when the line is up again.
      if (error instanceof Refused && error.problem.status < 429) this.#told = upTo;
      else this.#notBefore = this.#platform.now() + AFTER_FAILURE_MS;
    }
    this.look();
  }
}
