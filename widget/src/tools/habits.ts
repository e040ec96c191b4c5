// What is kept in this browser of how somebody chooses emoji: those of late, and the tone of skin. Who signs out takes it along.

import type { Client } from "../client.js";
import { browser, recall, remember } from "../platform.js";
import type { Room } from "../room.js";

/** Three rows. */
const RECENT_MAX = 24;
/** UTF-16 units of an emoji, at the very most. */
const EMOJI_MAX = 40;

export class Habits {
  readonly #client: Client;
  readonly #room: Room;
  /** The newest first. */
  recent: readonly string[] = [];
  /** None, or what an emoji is followed by to have it. */
  tone = "";

  constructor(client: Client, room: Room) {
    this.#client = client;
    this.#room = room;
  }

  /** Looks again: another room of the page, or another tab, has kept something since; or the reader is somebody else by now. */
  read(): void {
    const kept = recall<{ recent?: unknown; tone?: unknown }>(browser, this.#key);
    const recent: unknown[] = Array.isArray(kept?.recent) ? kept.recent : [];
    const isEmoji = (each: unknown) => typeof each === "string" && each !== "" && each.length <= EMOJI_MAX;
    this.recent = recent.filter((each): each is string => isEmoji(each)).slice(0, RECENT_MAX);
    this.tone = typeof kept?.tone === "string" && /^[\u{1F3FB}-\u{1F3FF}]$/u.test(kept.tone) ? kept.tone : "";
  }

  took(emoji: string): void {
    this.read();
    this.recent = [...new Set([emoji, ...this.recent])].slice(0, RECENT_MAX);
    this.#keep();
  }

  choose(tone: string): void {
    this.read();
    this.tone = tone;
    this.#keep();
  }

  #keep(): void {
    remember(browser, this.#key, { recent: this.recent, tone: this.tone });
  }

  get #key(): string {
    return `tertulia:emoji:${this.#client.server}:${this.#room.self?.id ?? ""}`;
  }
}
