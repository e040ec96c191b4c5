// How groups of emoji and tones of skin are chosen.

import type { Emoji } from "../emoji.js";
import type { Words } from "../l10n.js";
import { html, type TemplateResult } from "../template.js";

/** What was taken of late, before the first group. */
export const RECENT = -1;
const CLOCK = "🕘";
/** What shows which tone it is. */
const HAND = "✋";

/** From what was taken of late on, in the order of the groups. */
export function groupNames({ t }: Words): readonly string[] {
  return [
    t("emoji-recent"),
    t("emoji-smileys"),
    t("emoji-people"),
    t("emoji-nature"),
    t("emoji-food"),
    t("emoji-travel"),
    t("emoji-activities"),
    t("emoji-objects"),
    t("emoji-symbols"),
    t("emoji-flags"),
  ];
}

/** From light to dark. */
export function toneNames({ t }: Words): readonly string[] {
  return [t("tone-light"), t("tone-medium-light"), t("tone-medium"), t("tone-medium-dark"), t("tone-dark")];
}

export function drawTones(
  words: Words,
  tones: readonly string[],
  chosen: string,
  choose: (tone: string) => void,
): TemplateResult {
  const { t } = words;
  const names = [t("tone-none"), ...toneNames(words)];
  // Behind the wide space a name is out of sight while nobody chooses.
  return html`<select class="tone" aria-label=${t("emoji-tone")} title=${t("emoji-tone")}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${["", ...tones].map(
      (tone, index) =>
        html`<option value=${tone} ?selected=${tone === chosen}>${HAND}${tone}\u2003 ${names[index] ?? ""}</option>`,
    )}</select>`;
}

/** A stop of the Tab key, gone through by arrows: the group that one comes to is shown. None is where one searches. */
export function drawGroups(
  words: Words,
  groups: readonly (readonly Emoji[])[],
  panel: { readonly group: number | undefined; readonly hasRecent: boolean; show(group: number): void },
): TemplateResult {
  const names = groupNames(words);
  const icons = [CLOCK, ...groups.map(([first]) => first?.emoji ?? "")];
  const all = icons.map((_, index) => index + RECENT).slice(panel.hasRecent ? 0 : 1);
  const stop = panel.group ?? all[0];
  const onKey = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = tabs.indexOf(event.target as HTMLElement);
    const forth = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + forth, ArrowLeft: at - forth, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    tabs[next]?.focus();
    panel.show(all[next] ?? 0);
  };
  return html`<div class="groups" role="tablist" aria-label=${words.t("emoji-groups")} @keydown=${onKey}>${all.map(
    (group) =>
      html`<button type="button" role="tab" tabindex=${group === stop ? 0 : -1} aria-selected=${group === panel.group}
        aria-controls="emoji-group" aria-label=${names[group - RECENT]} title=${names[group - RECENT]}
        @click=${() => panel.show(group)}>${icons[group - RECENT]}</button>`,
  )}</div>`;
}
