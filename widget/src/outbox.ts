// What was said and is not acknowledged yet, kept in the browser's storage, so that a reload or a crash loses none of it.
//
// Each entry has a key of its own: adding and removing one is a single write, so that tabs can't overwrite each other's.
// Who sends is settled by a Web Lock (sending.ts).

import { type Platform, recall, remember, remembered } from "./platform.js";
import type { Draft } from "./timeline.js";

/** What is in sight of one room at most that is not said: it waits, is reviewed, or was refused. */
export const OUTBOX_MAX = 50;
/** From then on nobody expects it to be said any more: whoever wrote it decides. */
export const GIVE_UP_MS = 24 * 3_600_000;

/** What stays as it is over a reload. */
const LASTING: readonly string[] = ["held", "failed"];
const rank = ({ state }: Draft) => LASTING.indexOf(state);

export class Outbox {
  readonly #platform: Platform;
  readonly #prefix: string;
  /** What was written or found there: only of that its absence tells anything. */
  readonly #known = new Set<string>();

  constructor(platform: Platform, server: string, room: string, senderId: string) {
    this.#platform = platform;
    this.#prefix = `tertulia:outbox:${server}:${room}:${senderId}:`;
  }

  /** The lock that whoever sends these holds. */
  get lock(): string {
    return this.#prefix;
  }

  isKey(key: string): boolean {
    return key.startsWith(this.#prefix);
  }

  /**
   * What was on its way when the page went away waits again. Where too much is kept it is what is to be said first: what was
   * refused long ago keeps nothing from being sent.
   */
  load(): Draft[] {
    const drafts = remembered(this.#platform, this.#prefix).flatMap((key) => {
      const draft = recall<Draft>(this.#platform, key);
      return isDraft(draft) && key === this.#key(draft.clientId) ? [draft] : [];
    });
    for (const { clientId } of drafts) this.#known.add(clientId);
    return drafts
      .map((draft) => (LASTING.includes(draft.state) ? draft : { ...draft, state: "waiting" as const }))
      .sort((a, b) => rank(a) - rank(b) || a.at - b.at || (a.clientId < b.clientId ? -1 : 1))
      .slice(0, OUTBOX_MAX);
  }

  /** Whether it was here, and another tab took it away: it is said, or was given up there. */
  isTaken(clientId: string): boolean {
    return this.#known.has(clientId) && !this.#has(clientId);
  }

  keep(draft: Draft): void {
    remember(this.#platform, this.#key(draft.clientId), draft);
    if (this.#has(draft.clientId)) this.#known.add(draft.clientId);
  }

  drop(clientId: string): void {
    this.#known.delete(clientId);
    remember(this.#platform, this.#key(clientId), undefined);
  }

  #has(clientId: string): boolean {
    return recall(this.#platform, this.#key(clientId)) !== undefined;
  }

  #key(clientId: string): string {
    return this.#prefix + clientId;
  }
}

/** What lies in the storage may be of another version, or of somebody's own making. */
function isDraft(draft: Draft | undefined): draft is Draft {
  return (
    typeof draft?.text === "string" &&
    /^[\w-]{8,64}$/.test(draft.clientId) &&
    (draft.kind === "message" || draft.kind === "action") &&
    Number.isFinite(draft.at)
  );
}
