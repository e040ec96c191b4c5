// One line for all tabs of a browser: the tab that leads has it, and passes on what it brings. The others ask the server
// for the page that they begin with, and for what they have missed, and hear the rest from the leader.

import type { Platform, TabsPlatform } from "../platform.js";
import type { Link, LinkHandlers, Opening, RoomFrame } from "../transport/link.js";
import type { Problem } from "../types.js";
import { type Ballot, begin, type Election, type ElectionAct, type ElectionEvent, elect, wakeAt } from "./election.js";
import { Follower } from "./follower.js";

/** What tabs say to one another. */
export type Word =
  | Ballot
  /** From those that follow, to the one that leads. */
  | { readonly type: "open"; readonly from: string; readonly opening: Opening }
  | { readonly type: "shut"; readonly from: string; readonly room: string }
  | { readonly type: "renew"; readonly room: string; readonly token: string }
  | { readonly type: "bye"; readonly from: string }
  /** From the one that leads. `count` rises by one with each frame, so that none is missed unnoticed. */
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
  | { readonly type: "refused"; readonly from: string; readonly room: string; readonly problem: Problem }
  | { readonly type: "leaving"; readonly from: string; readonly afterMs: number }
  | { readonly type: "down"; readonly from: string };

/** What tabs need of their connection. */
export interface TabsHost {
  readonly server: string;
  /** Whether a room is one of this tab's own; and whether it is open. */
  follows(room: string): boolean;
  isOpen(room: string): boolean;
  /** On the tab's own line, where it leads. */
  open(opening: Opening): void;
  shut(room: string): void;
  renew(room: string, token: string): void;
  /** It leads now, or follows. */
  roleChanged(): void;
}

interface Wanted {
  readonly by: Set<string>;
  opening: Opening;
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
  #follower: Follower | undefined;
  /** Rooms that others want, and those that are open on the line. */
  readonly #wanted = new Map<string, Wanted>();
  readonly #open = new Set<string>();
  #isUp = false;
  #count = 0;

  constructor(name: string, host: TabsHost, platform: Platform, tabs: TabsPlatform) {
    this.#name = name;
    this.#host = host;
    this.#platform = platform;
    this.#tabs = tabs;
    this.#state = begin(platform.randomId(), platform.isHidden());
    this.#channel = tabs.channel(name, (word) => this.#hear(word as Word));
    this.#unwatch = tabs.onVisibility(() => this.#take({ type: "seen", isHidden: platform.isHidden() }));
    this.#take({ type: "start" });
  }

  get isFollowing(): boolean {
    return this.#state.role === "following";
  }

  /** Settles when it is known who leads: at the latest when nobody has answered for a while. */
  known(): Promise<void> {
    if (this.#state.role !== "seeking") return Promise.resolve();
    return new Promise((resolve) => this.#known.push(resolve));
  }

  /** Gives the line on, if it is here, and takes no part any more. */
  leave(): void {
    this.#turn += 1;
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
    for (const [room, { opening }] of this.#wanted) {
      if (this.#isLeading && !this.#open.has(room) && !this.#host.follows(room)) this.#host.open(opening);
    }
  }

  lineIsDown(): void {
    this.#isUp = false;
    this.#open.clear();
    if (this.#isLeading && this.#wanted.size > 0) this.#say({ type: "down", from: this.#state.id });
  }

  /** What the line of the leader brings. */
  tap(room: string, frame: RoomFrame): void {
    if (frame.type === "opened") this.#open.add(room);
    if (frame.type === "ended") this.#open.delete(room);
    if (!this.isWanted(room)) return;
    // Each has missed something else: what `opened` brings is for this tab alone.
    if (frame.type === "opened") this.#sayAttached(room);
    else this.#say({ type: "frame", from: this.#state.id, count: ++this.#count, room, frame });
    if (frame.type === "ended") this.#wanted.delete(room);
  }

  tapRefused(room: string, problem: Problem): void {
    this.#open.delete(room);
    if (!this.isWanted(room)) return;
    this.#wanted.delete(room);
    this.#say({ type: "refused", from: this.#state.id, room, problem });
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
        if (this.#isLeading) this.#onOpen(word.from, word.opening);
        break;
      case "shut":
        this.#unwant(word.from, word.room);
        break;
      case "bye":
        for (const room of [...this.#wanted.keys()]) this.#unwant(word.from, room);
        break;
      case "renew":
        if (this.isWanted(word.room)) this.#host.renew(word.room, word.token);
        break;
      default:
        if (this.isFollowing) this.#follower?.hear(word);
    }
  }

  #onOpen(from: string, opening: Opening): void {
    const { room } = opening;
    const wanted = this.#wanted.get(room) ?? { by: new Set<string>(), opening };
    wanted.by.add(from);
    wanted.opening = opening;
    this.#wanted.set(room, wanted);
    if (this.#open.has(room) || this.#host.isOpen(room)) this.#sayAttached(room, from);
    else if (this.#isUp && !this.#host.follows(room)) this.#host.open(opening);
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
    // What others want of a line they say to the one that has it.
    this.#wanted.clear();
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
    const hold = () =>
      new Promise<void>((resolve) => {
        if (turn !== this.#turn) {
          resolve();
          return;
        }
        this.#release = resolve;
        this.#take({ type: "locked" });
      });
    const how = abort ? { signal: abort.signal } : { steal: true as const };
    this.#tabs.lock(this.#name, how, hold).catch(() => turn === this.#turn && this.#take({ type: "lost" }));
  }
}
