// How things stand, in words: what is above the log and what is below it where nobody may write.

import * as icons from "./icons.js";
import type { Words } from "./l10n.js";
import type { Room } from "./room.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { Tools } from "./tools-host.js";

/** The room's own title, or what it belongs to. */
export function titleOf(room: Room | undefined, name: string, words: Words): string {
  const title = room?.settings?.title;
  if (title !== undefined) return title;
  const [type = "", id = ""] = name.split("/");
  if (name === "room/lobby") return words.t("room-title-lobby");
  return id === "" ? "" : words.t("room-title", { type, id: plain(id) });
}

/** The text that an id was made of, as the server reads it. */
function plain(id: string): string {
  try {
    return id.startsWith("_") ? decodeURIComponent(id.slice(1).replaceAll("~", "%")) : id;
  } catch {
    return id;
  }
}

export function drawPresence(
  room: Room | undefined,
  words: Words,
  tools: Tools | undefined,
  toggle: () => void,
): unknown {
  const count = room?.present?.count ?? 0;
  if (count === 0 || room?.settings?.presence === "off") return tools?.drawMore() ?? nothing;
  const label = words.t("people-here", { count });
  return html`<button type="button" class="presence ${room?.state}" part="presence" title=${label} @click=${toggle}
    ><span aria-hidden="true">${words.number(count)}</span><span class="sr">${label}</span></button>`;
}

export function drawNotice(room: Room | undefined, notice: unknown, { t }: Words): TemplateResult {
  // What has just happened is told before how things have stood for a while.
  const state = notice === undefined ? room?.state : undefined;
  if (state === "connecting") {
    return html`<div class="notice late" part="notice" role="status">${icons.spinner}${t("state-connecting")}</div>`;
  }
  return html`<div class="notice" part="notice" role="status">${state === "offline" ? t("state-offline") : (notice ?? nothing)}</div>`;
}
