// What every transport is to the connection: a way to follow rooms from their cursors.

import type { Code, Message, Problem, Say, ServerFrame } from "../types.js";

/** A room to follow: from a cursor on, or beginning with the newest page. */
export interface Opening {
  readonly room: string;
  readonly after?: string | undefined;
  readonly token?: string | undefined;
}

/** Why a link is over, and thereby what to do next. */
export type Down =
  /** It doesn't get through here: take the next transport. */
  | { readonly why: "blocked" }
  /** It is taken already. */
  | { readonly why: "detour" }
  /** The line or the server is gone: again, after a while. */
  | { readonly why: "network" }
  | { readonly why: "now" }
  /** Not before this, where it is known. */
  | { readonly why: "later"; readonly afterMs?: number }
  /** The line of another tab does not have what this one asks of it: take an own one. */
  | { readonly why: "apart" }
  /** Again, with a new token. */
  | { readonly why: "token" }
  | { readonly why: "never"; readonly code: Code; readonly detail?: string | undefined };

/** Frames that concern one room. `opened` is also each answer to a poll. */
export type RoomFrame = Extract<
  ServerFrame,
  { type: "opened" | "change" | "reset" | "me" | "presence" | "signal" | "waiting" | "ended" }
>;

export interface LinkHandlers {
  /** `room` is the name that was opened, also where the room has another name by now. */
  frame(room: string, frame: RoomFrame): void;
  refused(room: string, problem: Problem): void;
  leaving(afterMs: number): void;
  /** At most once, and nothing comes after it. */
  down(down: Down): void;
}

export interface Link {
  open(opening: Opening): void;
  shut(room: string): void;
  /** Says over the same line, where it goes both ways. */
  say?(room: string, say: Say): Promise<Message | "held">;
  /** Tells that the reader is typing, where the line goes both ways. */
  typing?(room: string): void;
  /** Replaces the token of an open room without opening it again. */
  renew?(room: string, token: string): void;
  /** Something was just said: look soon. */
  nudge?(room: string): void;
  /** Ends it. No handler is called any more. */
  end(): void;
}

/** Messages on a first page. */
export const FIRST_PAGE = 50;

/** What is said, as it goes over the wire. */
export function said({ clientId: client_id, text, kind, replyTo: reply_to }: Say) {
  return { text, client_id, kind, reply_to };
}

export type Query = Record<string, string | number>;

export function roomUrl(server: string, room: string, path: string, query: Query = {}): string {
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return `${server}${path.startsWith("v1/") ? path : `v1/rooms/${room}${path}`}${text && `?${text}`}`;
}

export function messagesUrl(server: string, room: string, query?: Query): string {
  return roomUrl(server, room, "/messages", query);
}
