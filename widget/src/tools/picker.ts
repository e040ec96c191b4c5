// The choice of emoji: a field to search in, groups, a tone of skin, and a grid that is one stop of the Tab key and gone through
// by arrows.

import type { Emoji, Names } from "../emoji.js";
import { choose } from "../l10n.js";
import { fetchEmoji } from "../late.js";
import { addStyles } from "../styles.js";
import { html, nothing, type TemplateResult } from "../template.js";
import type { ToolsHost } from "../tools-host.js";
import { Habits } from "./habits.js";
import { drawGroups, drawTones, groupNames, RECENT, toneNames } from "./picker-view.js";
import { drawPanel } from "./tools-view.js";

/** At most this many are drawn of what was found: who wants another one says more of it. */
const FOUND_MAX = 280;
/** As many stand beside each other: at 280 px they are 30 px wide. The style sheet has the same number. */
export const COLUMNS = 8;

/** What of the element it needs, beside what draws. */
export interface PickerHost extends Pick<ToolsHost, "root" | "update" | "fault" | "client" | "room"> {
  readonly words: ToolsHost["words"];
  /** The emoji are there. */
  loaded(): void;
  afterDrawing(run: () => void): void;
}

/** What stands in the grid: an emoji as it is drawn, and what it is called. */
interface Cell {
  readonly emoji: string;
  readonly label: string;
}

export class Picker {
  readonly #host: PickerHost;
  readonly #habits: Habits;
  /** What there is to choose from, once it is here. */
  emoji: typeof import("../emoji.js") | undefined;
  #isLoading = false;
  #query = "";
  #group = RECENT;
  /** Which of those that are shown Tab leads to. */
  #at = 0;

  constructor(host: PickerHost) {
    this.#host = host;
    this.#habits = new Habits(host.client, host.room);
  }

  /** Nothing is searched for yet, and what was taken of late comes first. */
  begin(): void {
    this.#habits.read();
    this.#show(RECENT);
    this.load();
  }

  /** Gives what is here, and fetches what is not. */
  load(): typeof import("../emoji.js") | undefined {
    if (!this.emoji && !this.#isLoading) {
      this.#isLoading = true;
      fetchEmoji()
        .then(
          (emoji) => {
            this.emoji = emoji;
            addStyles(this.#host.root, emoji.looks);
            this.#host.loaded();
            this.#host.update();
          },
          (error) => this.#host.fault(error),
        )
        .finally(() => {
          this.#isLoading = false;
        });
    }
    return this.emoji;
  }

  draw(pick: (emoji: string) => void, close: () => void): TemplateResult {
    const { words } = this.#host;
    const { t } = words;
    if (!fetchEmoji.isFailing()) this.load();
    const names = this.emoji?.namesIn(choose([words.lang]).catalogue, () => this.#host.update()) ?? {
      lang: words.lang,
    };
    const cells = this.#cells(names);
    const take = (emoji: string) => {
      this.#habits.took(emoji);
      pick(emoji);
    };
    const onInput = (event: InputEvent) => this.#search((event.target as HTMLInputElement).value);
    const onFieldKey = (event: KeyboardEvent) => {
      const [first] = cells;
      // Those keys are the input method's while it is composing; Safari says so by the code alone.
      if (event.isComposing || event.keyCode === 229) return;
      if (!first || (event.key !== "Enter" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      if (event.key === "Enter") take(first.emoji);
      else this.#go(this.#at);
    };
    return drawPanel(
      t("emoji-pick"),
      words,
      close,
      html`<input class="field" type="search" aria-label=${t("emoji-search")} placeholder=${t("emoji-search")}
          .value=${this.#query} @input=${onInput} @keydown=${onFieldKey} />
        ${this.emoji ? this.#drawGroup(this.emoji, names, cells, take) : nothing}
        ${this.emoji === undefined && fetchEmoji.isFailing() ? html`<p class="rest">${t("not-loaded")}</p>` : nothing}`,
    );
  }

  #drawGroup(
    { groups, TONES }: typeof import("../emoji.js"),
    { lang }: Names,
    cells: readonly Cell[],
    take: (emoji: string) => void,
  ): TemplateResult {
    const { words } = this.#host;
    const { t } = words;
    const group = this.#query === "" ? this.#shown : undefined;
    const title = group === undefined ? t("emoji-pick") : (groupNames(words)[group - RECENT] ?? "");
    const onKey = (event: KeyboardEvent) => {
      const to = next(event, this.#at, cells.length);
      if (to === undefined) return;
      event.preventDefault();
      this.#go(to);
    };
    const draw = ({ emoji, label }: Cell, at: number) =>
      html`<button type="button" role="gridcell" tabindex=${at === this.#at ? 0 : -1} aria-label=${label} title=${label}
        @click=${() => take(emoji)}>${emoji}</button>`;
    const grid = html`<div class="grid" role="grid" aria-label=${title} @keydown=${onKey}>${rows(cells).map(
      (row, index) =>
        html`<div role="row" lang=${lang}>${row.map((each, column) => draw(each, index * COLUMNS + column))}</div>`,
    )}</div>`;
    return html`<div class="group" id="emoji-group" role=${group === undefined ? nothing : "tabpanel"}
        aria-label=${group === undefined ? nothing : title}>
        <div class="group-head"><h3>${group === undefined ? nothing : title}</h3>
          ${drawTones(words, TONES, this.#habits.tone, (tone) => {
            this.#habits.choose(tone);
            this.#host.update();
          })}
        </div>
        ${cells.length > 0 ? grid : html`<p class="rest">${t("emoji-none")}</p>`}
      </div>
      ${drawGroups(words, groups, { group, hasRecent: this.#recent.length > 0, show: (to) => this.#show(to) })}`;
  }

  get #recent(): readonly string[] {
    return this.#habits.recent.filter((each) => this.emoji?.whichEmoji(each));
  }

  /** The group that is shown: where nothing was taken yet, the first. */
  get #shown(): number {
    return this.#group === RECENT && this.#recent.length === 0 ? 0 : this.#group;
  }

  #cells(names: Names): readonly Cell[] {
    const { emoji } = this;
    if (!emoji) return [];
    const { groups, findEmoji, inTone, isDrawn, labelOf, whichEmoji, TONES } = emoji;
    const { words } = this.#host;
    // In English about an emoji that has no other name nothing is said in another language.
    const tones = names.lang === choose([words.lang]).catalogue ? toneNames(words) : [];
    const cell = (emoji: string, each: Emoji | undefined): Cell => {
      const tone = tones[TONES.findIndex((tone) => emoji.includes(tone))];
      const label = each ? labelOf(each, names) : emoji;
      return { emoji, label: tone === undefined ? label : `${label} (${tone})` };
    };
    const { tone } = this.#habits;
    const cellsOf = (all: readonly Emoji[]) =>
      all.map((each) => cell(tone === "" ? each.emoji : inTone(each, tone), each));
    if (this.#query !== "") return cellsOf(findEmoji(this.#query, FOUND_MAX, names));
    if (this.#shown === RECENT) return this.#recent.map((each) => cell(each, whichEmoji(each)));
    return cellsOf(groups[this.#shown]?.filter(isDrawn) ?? []);
  }

  #show(group: number): void {
    this.#group = group;
    this.#search("");
  }

  #search(query: string): void {
    this.#query = query;
    this.#at = 0;
    this.#host.update();
  }

  #go(to: number): void {
    this.#at = to;
    this.#host.update();
    this.#host.afterDrawing(() => this.#host.root.querySelector<HTMLElement>(".grid [tabindex='0']")?.focus());
  }
}

/** Where a key leads to from the cell `at` of `count`; undefined for a key that leads nowhere here. */
export function next(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "currentTarget">,
  at: number,
  count: number,
): number | undefined {
  // Alt and an arrow is the browser's way back.
  if (event.altKey || event.metaKey) return undefined;
  const isRtl = getComputedStyle(event.currentTarget as Element).direction === "rtl";
  const rowStart = at - (at % COLUMNS);
  const { key, ctrlKey } = event;
  const to = {
    ArrowRight: at + (isRtl ? -1 : 1),
    ArrowLeft: at + (isRtl ? 1 : -1),
    ArrowDown: at + COLUMNS,
    ArrowUp: at - COLUMNS,
    Home: ctrlKey ? 0 : rowStart,
    End: ctrlKey ? count - 1 : Math.min(rowStart + COLUMNS, count) - 1,
  }[key];
  if (to === undefined) return undefined;
  // Beyond the last of a shorter row is nothing, and the last row is what one wanted.
  if (key === "ArrowDown" && to >= count && rowStart + COLUMNS < count) return count - 1;
  return to < 0 || to >= count ? at : to;
}

function rows<T>(found: readonly T[]): (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(found.length / COLUMNS) }, (_, row) => row * COLUMNS);
  return starts.map((start) => found.slice(start, start + COLUMNS));
}
