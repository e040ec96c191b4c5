// What is said about writing when something is in the way: why nobody can, why it was not taken, how much is too much.

import { overflow } from "../composer-view.js";
import type { Words } from "../l10n.js";
import type { Room } from "../room.js";
import { html, nothing, type TemplateResult } from "../template.js";
import type { Draft } from "../timeline.js";
import type { Code, Failure, Me } from "../types.js";

/** From here on the number of characters left is of interest. */
const COUNT_FROM = 0.9;

type Facts = Partial<NonNullable<Me["restricted"]>>;

/** Why nobody can write here, in plain words. */
export function whyClosed(room: Room, words: Words, banned?: Facts): string | TemplateResult {
  const { t } = words;
  switch (room.state) {
    case "signed-out":
      return t("state-signed-out");
    case "restricted":
      return whyRestricted(room, words, banned);
    case "locked":
      return t("state-locked");
    case "ended":
      return whyEnded(room.code, words);
    default:
      return room.me?.id === undefined ? t("state-signed-out") : t("state-read-only");
  }
}

function whyEnded(code: Code | undefined, { t }: Words): string {
  switch (code) {
    case "room_deleted":
      return t("state-deleted");
    case "not_found":
    case "not_allowed":
      return t("state-not-yours");
    case "origin_refused":
    case "open_mode_is_local":
      return t("state-page-refused");
    default:
      // The server does not understand this version of the widget: another one may have come since.
      return t("not-loaded");
  }
}

function whyRestricted(room: Room, words: Words, banned: Facts | undefined): string | TemplateResult {
  // Who is banned hears no more of themselves: what is known is the mute of before.
  const isOld = room.code === "banned" && room.me?.restricted?.kind === "mute";
  const { kind, until, why } = banned ?? (isOld ? undefined : room.me?.restricted) ?? {};
  const isMuted = kind === "mute";
  const time = until === undefined ? undefined : words.dateTime(new Date(until));
  const { t } = words;
  let text: string;
  if (time === undefined) text = isMuted ? t("state-muted") : t("state-restricted");
  else text = isMuted ? t("state-muted-until", { time }) : t("state-restricted-until", { time });
  // It is a person's own text: whichever way it runs, it turns nothing of what stands before it.
  return why === undefined ? text : html`${text} <bdi>${t("state-why", { why })}</bdi>`;
}

/** Why a draft was not taken, and what can be done with it. */
export function drawFailure(
  draft: Draft,
  { words, retry, discard }: { words: Words; retry(clientId: string): void; discard(clientId: string): void },
): TemplateResult {
  return html`<div class="failure" role="alert">
    <span>${draft.problem ? failure(draft.problem, words) : words.t("failed")}</span>
    <button type="button" class="retry" @click=${() => retry(draft.clientId)}>${words.t("retry")}</button>
    <button type="button" class="discard" @click=${() => discard(draft.clientId)}>${words.t("discard")}</button>
  </div>`;
}

/** Why a message was not taken, in the reader's language where we know the reason, else in the server's words. */
function failure(problem: Failure, words: Words): string {
  switch (problem.code) {
    case "too_long":
    case "too_large":
      return words.t("failed-too-long");
    case "muted":
    case "banned":
      return words.t("failed-muted");
    case "locked":
      return words.t("failed-locked");
    case "not_allowed":
    case "not_found":
      return words.t("failed-not-allowed");
    case "origin_refused":
      return words.t("state-page-refused");
    case "given_up":
      return words.t("failed-given-up");
    case "refused":
      return problem.detail ?? words.t("failed-refused");
    // Who never had a name is asked for one: nothing has to be said of it here.
    case "token_missing":
      return words.t("failed");
    case "token_expired":
    case "token_invalid":
      return words.t("failed-token");
    default:
      return problem.detail ?? problem.title;
  }
}

/** How many characters are left, or are too many. */
export function drawCount(words: Words, text: string, textMax: number | undefined): TemplateResult | typeof nothing {
  if (textMax === undefined || text.length < textMax * COUNT_FROM) return nothing;
  const over = overflow(text, textMax);
  if (over > 0) return html`<div class="count over" role="status">${words.t("too-long", { count: over })}</div>`;
  return html`<div class="count">${words.t("characters-left", { count: textMax - [...text].length })}</div>`;
}

/** Who is writing something just now. */
export function whoTypes(room: Room, words: Words): string | typeof nothing {
  const others = (room.present?.typing ?? []).filter(({ id }) => id !== room.self?.id && !room.ignored.has(id ?? ""));
  const [first, second] = others;
  if (first === undefined) return nothing;
  if (second === undefined) return words.t("typing-one", { name: first.name });
  if (others.length > 2) return words.t("typing-many");
  return words.t("typing-two", { first: first.name, second: second.name });
}

/** As whom one writes, and how often one may. */
export function drawHints(
  words: Words,
  guest: string | undefined,
  slowSeconds: number,
  changeName: () => void,
): TemplateResult {
  const name = html`<button type="button" class="as" title=${words.t("name-change")} @click=${changeName}
    >${words.t("writing-as", { name: guest ?? "" })}</button>`;
  return html`${guest === undefined ? nothing : name}
    ${slowSeconds === 0 ? nothing : html`<span>${words.t("slow-mode", { count: slowSeconds })}</span>`}`;
}
