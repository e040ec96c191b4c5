// One line for all tabs of a browser: the tab that leads has it, and passes on what it brings. The others ask the server
// for the page that they begin with, and for what they have missed, and hear the rest from the leader.

import type { Platform, TabsPlatform } from "../platform.js";
import type { Link, LinkHandlers, RoomFrame } from "../transport/link.js";
import { type Ballot, begin, type Election, type ElectionAct, type ElectionEvent, elect, wakeAt } from "./election.js";
import { Follower } from "./follower.js";

/** From those that follow, to the one that leads. No token is among it: each tab keeps its own. */
export type FollowerWord =
  | { readonly type: "open"; readonly from: string; readonly room: string; readonly after?: string }
  | { readonly type: "shut"; readonly from: string; readonly room: string }
  | { readonly type: "bye"; readonly from: string };

/** From the one that leads. `count` rises by one with each frame, so that none is missed unnoticed. */
export type LeaderWord =
  | { readonly type: "state"; readonly from: string; readonly count: number }
  /** A room is open: for one that has asked, or, where it was opened anew, for all. */
  | {
      readonly type: "attached";
      readonly from: string;
      readonly to?: string;
      readonly count: number;
      readonly room: string;
    }
  | {
      readonly type: "frame";
      readonly from: string;
      readonly count: number;
      readonly room: string;
      readonly frame: RoomFrame;
    }
  /** A room is not to be had by this line, or not any more. */
  | { readonly type: "lost"; readonly from: string; readonly room: string }
  | { readonly type: "leaving"; readonly from: string; readonly afterMs: number }
  | { readonly type: "down"; readonly from: string };

/** What tabs say to one another. With a change of it, `TALK` in `sharing.ts` is raised. */
export type Word = Ballot | FollowerWord | LeaderWord;

/** What tabs need of their connection. */
export interface TabsHost {
  readonly server: string;
  /** Whether a room is one of this tab's own; and whether it is open. */
  follows(room: string): boolean;
  isOpen(room: string): boolean;
  /** On the tab's own line, where it leads, and with its own token. */
  open(room: string, after: string | undefined): void;
  shut(room: string): void;
  renew(room: string): void;
  /** It leads now, or follows. */
  roleChanged(): void;
}

/** The browser keeps the locks from this page, or takes each away at once: that often in a row it is believed. */
const LOST_MAX = 5;
const AT_ONCE_MS = 1_000;

interface Wanted {
  readonly by: Set<string>;
  after: string | undefined;
}

export class Tabs {
  readonly #host: TabsHost;
  readonly #platform: Platform;
  readonly #tabs: TabsPlatform;
  readonly #name: string;
  readonly #channel: ReturnType<TabsPlatform["channel"]>;
  readonly #unwatch: () => void;
  #state: Election;
  #timer: number | undefined;
  /** Counts attempts at the lock, so that what belongs to an earlier one is not listened to. */
  #turn = 0;
  #abort: AbortController | undefined;
  #release: (() => void) | undefined;
  #known: (() => void)[] = [];
  /** Ends with this tab's part in it, and with it the lock that says that the tab is there. */
  readonly #part = new AbortController();
  readonly #isHere: Promise<void>;
  /** The tabs that want something, while it is waited for that they are gone. */
  readonly #watched = new Map<string, AbortController>();
  #follower: Follower | undefined;
  /** Rooms that others want, and those that are open on the line. */
  readonly #wanted = new Map<string, Wanted>();
  readonly #open = new Set<string>();
  #isUp = false;
  #count = 0;
  /** How often in a row the lock was lost as soon as it was there. */
  #lostAtOnce = 0;
  readonly #refused: () => void;

  /** `refused` is called where the browser lets tabs agree on nothing: this one is of no use then. */
  constructor(name: string, host: TabsHost, platform: Platform, tabs: TabsPlatform, refused: () => void) {
    this.#refused = refused;
    this.#name = name;
    this.#host = host;
    this.#platform = platform;
    this.#tabs = tabs;
    this.#state = begin(platform.randomId(), platform.isHidden());
    this.#channel = tabs.channel(name, (word) => this.#hear(word as Word));
    this.#unwatch = tabs.onVisibility(() => this.#take({ type: "seen", isHidden: platform.isHidden() }));
    this.#isHere = this.#beHere();
    this.#take({ type: "start" });
  }

  get isFollowing(): boolean {
    return this.#state.role === "following";
  }

  /** Settles when it is known who leads: at the latest when nobody has answered for a while. */
  async known(): Promise<void> {
    await this.#isHere;
    if (this.#state.role === "seeking") await new Promise<void>((resolve) => this.#known.push(resolve));
  }

  /** Gives the line on, if it is here, and takes no part any more. */
  leave(): void {
    this.#turn += 1;
    this.#forgetWanted(true);
    this.#part.abort();
    this.#abort?.abort();
    this.#release?.();
    this.#platform.clearTimeout(this.#timer);
    this.#unwatch();
    this.#follower?.end();
    this.#channel.close();
    for (const resolve of this.#known.splice(0)) resolve();
  }

  /** The line of a tab that follows. */
  follow(handlers: LinkHandlers): Link {
    const { server } = this.#host;
    const follower = new Follower(server, this.#state.id, handlers, this.#platform, (word) => this.#channel.post(word));
    this.#follower = follower;
    follower.leader = this.#state.leader;
    return follower;
  }

  /** Whether another tab wants a room to stay open. */
  isWanted(room: string): boolean {
    return this.#isLeading && this.#wanted.has(room);
  }

  /** Own rooms are open: those of the others come beside them. */
  lineIsUp(): void {
    this.#isUp = true;
    for (const [room, { after }] of this.#wanted) {
      if (this.#isLeading && !this.#open.has(room) && !this.#host.follows(room)) this.#host.open(room, after);
    }
  }

  /** The line's token is a newer one: so is that of the rooms that are open for others alone. */
  renewed(): void {
    for (const room of this.#open) if (this.isWanted(room) && !this.#host.follows(room)) this.#host.renew(room);
  }

  lineIsDown(): void {
    this.#isUp = false;
    this.#open.clear();
    if (this.#isLeading && this.#wanted.size > 0) this.#say({ type: "down", from: this.#state.id });
  }

  /** What the line of the leader brings. */
  tap(room: string, frame: RoomFrame): void {
    if (frame.type === "ended" && frame.code !== "moved") {
      // Why is this tab's own matter: the others ask for themselves.
      this.lose(room);
      return;
    }
    if (frame.type === "opened") {
      const wasOpen = this.#open.has(room);
      this.#open.add(room);
      // Each has missed something else, so each asks for its own page. A poll that has brought nothing is no reason to.
      const isNews = !wasOpen || frame.reset || frame.messages.length > 0 || frame.settings !== undefined;
      if (isNews && this.isWanted(room)) this.#sayAttached(room);
      return;
    }
    if (this.isWanted(room)) this.#say({ type: "frame", from: this.#state.id, count: ++this.#count, room, frame });
    if (frame.type !== "ended") return;
    this.#open.delete(room);
    this.#wanted.delete(room);
  }

  /** A room is not to be had by this line. Who wants it still asks again. */
  lose(room: string): void {
    this.#open.delete(room);
    if (!this.isWanted(room)) return;
    this.#wanted.delete(room);
    this.#say({ type: "lost", from: this.#state.id, room });
  }

  tapLeaving(afterMs: number): void {
    if (this.#isLeading) this.#say({ type: "leaving", from: this.#state.id, afterMs });
  }

  get #isLeading(): boolean {
    return this.#state.role === "leading";
  }

  #say(word: Word): void {
    this.#channel.post(word);
  }

  #sayAttached(room: string, to?: string): void {
    const word = { type: "attached" as const, from: this.#state.id, count: this.#count, room };
    this.#say(to === undefined ? word : { ...word, to });
  }

  #hear(word: Word): void {
    switch (word.type) {
      case "who":
      case "lead":
        this.#take({ type: "heard", ballot: word });
        if (word.type === "who" && this.#isLeading)
          this.#say({ type: "state", from: this.#state.id, count: this.#count });
        break;
      case "open":
        if (this.#isLeading) this.#onOpen(word.from, word.room, word.after);
        break;
      case "shut":
        this.#unwant(word.from, word.room);
        break;
      case "bye":
        this.#onBye(word.from);
        break;
      default:
        if (this.isFollowing) this.#follower?.hear(word);
    }
  }

  #onOpen(from: string, room: string, after: string | undefined): void {
    const wanted = this.#wanted.get(room) ?? { by: new Set<string>(), after };
    wanted.by.add(from);
    this.#wanted.set(room, wanted);
    this.#watch(from);
    if (this.#open.has(room) || this.#host.isOpen(room)) this.#sayAttached(room, from);
    else if (this.#isUp && !this.#host.follows(room)) this.#host.open(room, after);
  }

  /** Held for as long as this tab is there: one that closes or crashes says no good-bye, but the browser gives its locks on. */
  #beHere(): Promise<void> {
    return new Promise((resolve) => {
      const hold = () => {
        resolve();
        return new Promise<void>((over) => this.#part.signal.addEventListener("abort", () => over()));
      };
      this.#tabs.lock(nameOfTab(this.#state.id), { signal: this.#part.signal }, hold).catch(() => resolve());
    });
  }

  /** Waits for the lock of another tab, which is there when the tab is gone. */
  #watch(id: string): void {
    if (this.#watched.has(id)) return;
    const abort = new AbortController();
    this.#watched.set(id, abort);
    const gone = async () => this.#onBye(id);
    this.#tabs.lock(nameOfTab(id), { signal: abort.signal }, gone).catch(() => undefined);
  }

  #onBye(from: string): void {
    this.#watched.get(from)?.abort();
    this.#watched.delete(from);
    for (const room of [...this.#wanted.keys()]) this.#unwant(from, room);
  }

  /** What others want of a line they say to the one that has it. */
  #forgetWanted(isShut: boolean): void {
    for (const abort of this.#watched.values()) abort.abort();
    this.#watched.clear();
    for (const room of this.#wanted.keys())
      if (isShut && this.#open.has(room) && !this.#host.follows(room)) this.#host.shut(room);
    this.#wanted.clear();
  }

  #unwant(from: string, room: string): void {
    const wanted = this.#wanted.get(room);
    wanted?.by.delete(from);
    if (!wanted || wanted.by.size > 0) return;
    this.#wanted.delete(room);
    if (!this.#isLeading || this.#host.follows(room)) return;
    this.#open.delete(room);
    this.#host.shut(room);
  }

  #take(event: ElectionEvent): void {
    const before = this.#state;
    const now = this.#platform.now();
    const [state, acts] = elect(before, event, now);
    this.#state = state;
    for (const act of acts) this.#act(act);
    this.#platform.clearTimeout(this.#timer);
    const at = wakeAt(this.#state);
    if (at < Infinity)
      this.#timer = this.#platform.setTimeout(() => this.#take({ type: "tick" }), Math.max(0, at - now));
    if (this.#follower) this.#follower.leader = this.#state.leader;
    if (this.#state.role === before.role) return;
    this.#forgetWanted(before.role === "leading");
    if (this.#state.role !== "seeking") for (const resolve of this.#known.splice(0)) resolve();
    this.#host.roleChanged();
  }

  #act(act: ElectionAct): void {
    if (act.type === "say") this.#say(act.ballot);
    else this.#lock(act.type === "steal");
  }

  #lock(isStolen: boolean): void {
    const turn = ++this.#turn;
    this.#abort?.abort();
    // A lock that is stolen is there at once: there is no waiting for it that could be broken off.
    const abort = isStolen ? undefined : new AbortController();
    this.#abort = abort;
    let heldAt: number | undefined;
    const hold = () =>
      new Promise<void>((resolve) => {
        if (turn !== this.#turn) {
          resolve();
          return;
        }
        heldAt = this.#platform.now();
        this.#release = resolve;
        this.#take({ type: "locked" });
      });
    const how = abort ? { signal: abort.signal } : { steal: true as const };
    this.#tabs.lock(this.#name, how, hold).catch(() => turn === this.#turn && this.#lost(heldAt));
  }

  /** It is waited for again where it was another tab's turn: not where it is refused, which would go on without end. */
  #lost(heldAt: number | undefined): void {
    const isAtOnce = heldAt !== undefined && this.#platform.now() - heldAt < AT_ONCE_MS;
    this.#lostAtOnce = isAtOnce ? this.#lostAtOnce + 1 : 0;
    if (heldAt === undefined || this.#lostAtOnce > LOST_MAX) this.#refused();
    else this.#take({ type: "lost" });
  }
}

function nameOfTab(id: string): string {
  return `tertulia:tab:${id}`;
}
