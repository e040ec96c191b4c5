// Who the reader is: where tokens come from, how long they hold, and how somebody becomes a guest.

import { Unreachable } from "./http.js";
import { complain, fetchGuests } from "./late.js";
import { type Platform, recall, remember } from "./platform.js";
import { lifetimeOf } from "./token.js";
import type { Guest, Sender } from "./types.js";

/** Where tokens come from, in this order; with none of them it is the host's cookie, or else a guest. */
export interface TokenSource {
  readonly getToken?: ((room: string) => Promise<string | null>) | undefined;
  readonly tokenUrl?: string | undefined;
  readonly token?: string | undefined;
}

/** The host has no token for this reader, and reading as a guest is not what it wanted either. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
}

interface Held {
  readonly token: string;
  /** When it ends. */
  readonly endsAt: number;
  /** When to ask for the next one: at 80 % of its lifetime. */
  readonly renewAt: number;
}

/** At least this long between two questions for the same token, however short it lives. */
const RENEW_MIN_MS = 10_000;
/** A host that does not answer is asked again: nothing waits for it for ever. */
const ANSWER_MS = 15_000;

export class Identity {
  readonly #server: string;
  readonly #source: TokenSource;
  readonly #platform: Platform;
  /** The tokens in use, by room. */
  readonly inUse = new Map<string, Held>();
  readonly #asked = new Map<string, Promise<string | undefined>>();
  /** What is asked for a room's next token, where that is not what the client was made with. */
  readonly sources = new Map<string, TokenSource>();
  /** Counts how often everything was asked for anew, so that a token of before is not kept. */
  #turn = 0;
  #guest: Guest | undefined;

  constructor(server: string, source: TokenSource, platform: Platform) {
    this.#server = server;
    this.#source = source;
    this.#platform = platform;
    if (!this.#isHosts) this.#guest = recall<Guest>(platform, this.#key);
  }

  /** The guest that this reader is, if any. */
  get guest(): Sender | undefined {
    return this.#guest?.sender;
  }

  /** The one who reads, where that is for this browser to say: there is nobody else who could give a token. */
  get sure(): Sender | undefined {
    const { getToken, tokenUrl } = this.#source;
    return getToken || tokenUrl ? undefined : this.guest;
  }

  /** The name that this reader last had as a guest. */
  get lastName(): string | undefined {
    return this.#guest?.sender.name ?? recall<string>(this.#platform, `${this.#key}:name`);
  }

  /** The token to open a room with. None is nobody, or the host's cookie. Throws SignedOut or Unreachable. */
  async token(room: string): Promise<string | undefined> {
    const held = this.inUse.get(room);
    if (held && held.renewAt > this.#platform.now()) return held.token;
    const asked = this.#asked.get(room);
    if (asked) return asked;
    const asking = this.#ask(room).finally(() => this.#asked.get(room) === asking && this.#asked.delete(room));
    this.#asked.set(room, asking);
    return asking;
  }

  /** When the room's token should be asked for again; Infinity for one that says nothing about its end. */
  renewAt(room: string): number {
    return this.inUse.get(room)?.renewAt ?? Infinity;
  }

  /** The server did not take the room's token: the next one is asked for anew. */
  async refused(room: string): Promise<void> {
    const held = this.inUse.get(room)?.token;
    this.inUse.delete(room);
    if (this.#guest && held === this.#guest.token) await this.becomeGuest(this.#guest.sender.name);
  }

  /** Somebody may have signed in or out: no token that is held is used any more, nor one that is on its way. */
  askAnew(): void {
    this.#turn += 1;
    this.inUse.clear();
    this.#asked.clear();
  }

  /**
   * Becomes a guest, or changes the guest's name. Throws Refused: `name_taken` brings a proposal. Without a room it is the same
   * guest again, or nobody. Throws NotFetched.
   */
  async becomeGuest(name: string, room?: string): Promise<Sender | undefined> {
    const before = this.#guest;
    const { askGuest } = await fetchGuests();
    // Who has signed out meanwhile is nobody.
    const isStill = () => this.#guest === before;
    this.#guest = await askGuest(this.#platform, this.#server, this.#key, name, before?.token, room, isStill);
    this.askAnew();
    return this.guest;
  }

  /** Forgets the guest, and every token: after signing out nothing of the reader is left. */
  forget(): void {
    this.#guest = undefined;
    this.askAnew();
    remember(this.#platform, this.#key, undefined);
    remember(this.#platform, `${this.#key}:name`, undefined);
  }

  /** Another tab has become somebody, or nobody. True where this reader is therefore another one now. */
  adopt(key: string | undefined): boolean {
    if (this.#isHosts || (key !== undefined && key !== this.#key)) return false;
    const guest = recall<Guest>(this.#platform, this.#key);
    if (guest?.token === this.#guest?.token) return false;
    this.#guest = guest;
    this.askAnew();
    return true;
  }

  /** Whether nobody is a guest here: a function or an address may have no token for whoever reads. */
  get #isHosts(): boolean {
    return this.#source.token !== undefined;
  }

  get #key(): string {
    return `tertulia:guest:${this.#server}`;
  }

  async #ask(room: string): Promise<string | undefined> {
    const turn = this.#turn;
    const given = this.#inTime(this.#fromHost(room));
    given.catch(complain);
    const token = (await given) ?? this.#guest?.token;
    if (turn !== this.#turn) return token;
    // Of somebody who has signed out nothing is left that would come due.
    this.inUse.delete(room);
    if (token === undefined) return token;
    const [now, lifetime] = [this.#platform.now(), lifetimeOf(token)];
    this.inUse.set(room, { token, endsAt: now + lifetime, renewAt: now + Math.max(RENEW_MIN_MS, lifetime * 0.8) });
    return token;
  }

  #inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = this.#platform.setTimeout(() => reject(new Unreachable("no answer")), ANSWER_MS);
      answer.then(resolve, reject).finally(() => this.#platform.clearTimeout(timer));
    });
  }

  async #fromHost(room: string): Promise<string | undefined> {
    const { getToken, tokenUrl, token } = this.sources.get(room) ?? this.#source;
    if (getToken) return (await getToken(room)) ?? undefined;
    if (tokenUrl !== undefined) return this.#fromUrl(tokenUrl, room);
    return token;
  }

  async #fromUrl(tokenUrl: string, room: string): Promise<string | undefined> {
    const url = new URL(tokenUrl, globalThis.location?.href);
    url.searchParams.set("room", room);
    let response: Response;
    try {
      response = await this.#platform.fetch(url.href, { cache: "no-store", headers: { Accept: "application/json" } });
    } catch (cause) {
      throw new Unreachable("no answer", { cause });
    }
    if (response.status === 204) return undefined;
    const answered = `${tokenUrl} answered ${response.status}`;
    if (response.status >= 500) throw new Unreachable(answered);
    const body = response.ok ? await response.json().catch(() => undefined) : undefined;
    if (typeof body?.token === "string") return body.token;
    throw new SignedOut(answered);
  }
}
