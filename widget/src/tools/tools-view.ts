// How the tools are drawn: buttons at a line, its menu, panels, and who is here.

import { smile } from "../icons.js";
import type { Words } from "../l10n.js";
import type { Room } from "../room.js";
import { html, nothing, type TemplateResult } from "../template.js";
import * as icons from "./icons.js";

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  /** It takes something from somebody. */
  readonly isGrave: boolean;
  /** For what is ticked or not and leaves the menu open. */
  readonly isTicked?: boolean;
  /** The menu stays open for it. */
  readonly isKept?: boolean;
  run(): void;
}

export function drawRowButtons(row: {
  readonly words: Words;
  readonly mayReact: boolean;
  readonly maySay: boolean;
  readonly isOpen: boolean;
  react(): void;
  reply(): void;
  menu(): void;
}): TemplateResult {
  const { t } = row.words;
  const button = (label: string, icon: unknown, run: () => void, name: string) =>
    html`<button type="button" class=${name} aria-label=${label} title=${label} @click=${run}>${icon}</button>`;
  return html`${row.mayReact ? button(t("react"), smile, row.react, "react") : nothing}
    ${row.maySay ? button(t("reply"), icons.reply, row.reply, "answer") : nothing}
    <button type="button" class="more" aria-label=${t("more")} title=${t("more")} aria-haspopup="menu"
      aria-expanded=${row.isOpen} @click=${row.menu}>${icons.dots}</button>`;
}

export function drawNew({ t }: Words, count: number, go: () => void): TemplateResult {
  return html`<div class="new">${
    count > 0
      ? html`<button class="many" part="new-button" type="button" @click=${go}>${icons.down}${t("new-messages", { count })}</button>`
      : html`<button class="plain" part="new-button" type="button" aria-label=${t("to-newest")} title=${t("to-newest")} @click=${go}>${icons.down}</button>`
  }</div>`;
}

export function drawMenu(
  choices: readonly MenuChoice[],
  words: Words,
  looks: string,
  close: () => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role^=menuitem]")];
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (to === undefined) return;
    else items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="menu" part="menu" role="menu" aria-label=${words.t("more")} .style=${looks} @keydown=${onKey}>
    ${choices.map(
      ({ id, label, isGrave, isTicked, isKept, run }) =>
        html`<button type="button" role=${isTicked === undefined ? "menuitem" : "menuitemcheckbox"} tabindex="-1"
          aria-checked=${isTicked ?? nothing} class="item ${id}${isGrave ? " grave" : ""}"
          @click=${() => {
            if (isTicked === undefined && !isKept) close();
            run();
          }}>${label}</button>`,
    )}
  </div>`;
}

/** What lies over the lines, with a button that closes it. */
export function drawPanel(title: string, words: Words, close: () => void, content: unknown): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // A `<dialog>` of the page's that the room stands in stays open.
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return html`<div class="panel" part="menu" role="dialog" aria-label=${title} lang=${words.lang} @keydown=${onKey}>
    <div class="panel-head"><strong>${title}</strong>
      <button type="button" class="close" aria-label=${words.t("close")} title=${words.t("close")} @click=${close}>${icons.close}</button>
    </div>
    ${content}
  </div>`;
}

const SLOW_SECONDS = [0, 10, 60];

export function drawPeople(panel: {
  readonly room: Room;
  readonly words: Words;
  /** Turns notifications on or off, where there may be any. */
  readonly notify: (() => void) | undefined;
  readonly mayLock: boolean;
  lock(): void;
  slow(seconds: number): void;
  /** Shows what waits for review, where the reader has to do with it. */
  readonly review: (() => void) | undefined;
  /** Shows who is muted or banned, to whom may lift it. */
  readonly inForce: (() => void) | undefined;
  seeAgain(): void;
  close(): void;
}): TemplateResult {
  const { room, words } = panel;
  const { t } = words;
  const { count = 0, people = [] } = room.present ?? {};
  const names = people.map(
    (sender) =>
      html`<li><bdi>${sender.name}</bdi>${sender.guest ? html`<span class="guest">${t("guest")}</span>` : nothing}</li>`,
  );
  const rest = count - people.length;
  const slowNow = room.settings?.slow_seconds ?? 0;
  const slow = SLOW_SECONDS.map(
    (seconds) =>
      html`<button type="button" class="slow" aria-pressed=${seconds === slowNow} @click=${() => panel.slow(seconds)}
        >${seconds === 0 ? t("slow-off") : t("slow-set", { count: seconds })}</button>`,
  );
  return drawPanel(
    count === 0 || room.settings?.presence === "off" ? t("more") : t("people-here", { count }),
    words,
    panel.close,
    html`<ul class="people">${names}</ul>
      ${rest > 0 ? html`<p class="rest">${t("people-more", { count: rest })}</p>` : nothing}
      ${panel.notify ? html`<button type="button" class="see" aria-pressed=${room.notifies} @click=${panel.notify}>${room.notifies ? t("notify-off") : t("notify-on")}</button>` : nothing}
      ${room.ignored.size > 0 ? html`<button type="button" class="see" @click=${panel.seeAgain}>${t("ignore-none", { count: room.ignored.size })}</button>` : nothing}
      ${
        panel.mayLock
          ? html`<div class="moderate">
              <button type="button" class="lock" @click=${panel.lock}>${room.settings?.locked ? t("unlock") : t("lock")}</button>
              <div class="slows" role="group" aria-labelledby="slow-label"><span id="slow-label">${t("slow-label")}</span>${slow}</div>
              ${panel.inForce ? html`<button type="button" class="to-in-force" @click=${panel.inForce}>${t("in-force")}</button>` : nothing}
              ${panel.review ? html`<button type="button" class="to-review" @click=${panel.review}>${t("review")}</button>` : nothing}
            </div>`
          : nothing
      }`,
  );
}

/** Code points in a reason. */
const WHY_MAX = 500;

export function drawReport(words: Words, send: (why: string) => void, close: () => void): TemplateResult {
  const { t } = words;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector("textarea");
    send([...(field?.value ?? "")].slice(0, WHY_MAX).join(""));
  };
  return drawPanel(
    t("report"),
    words,
    close,
    html`<form class="report" @submit=${onSubmit}>
        <label>${t("report-why")}<textarea class="field" rows="3" dir="auto"></textarea></label>
        <button class="go" type="submit">${t("send")}</button>
      </form>`,
  );
}
