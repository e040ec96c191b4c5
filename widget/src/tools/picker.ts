// The choice of emoji: a field to search in, and a grid that is one stop of the Tab key and gone through by arrows.

import type { Emoji } from "../emoji.js";
import { fetchEmoji } from "../late.js";
import { html, nothing, type TemplateResult } from "../template.js";
import type { ToolsHost } from "../tools-host.js";
import { drawPanel } from "./tools-view.js";

/** At most this many are drawn: who wants another one looks for it. */
const SHOWN_MAX = 280;
/** As many stand beside each other: at 280 px they are 30 px wide. The style sheet has the same number. */
export const COLUMNS = 8;

/** What of the element it needs, beside what draws. */
export interface PickerHost extends Pick<ToolsHost, "root" | "update" | "fault"> {
  readonly words: ToolsHost["words"];
  /** The emoji are there. */
  loaded(): void;
  afterDrawing(run: () => void): void;
}

export class Picker {
  readonly #host: PickerHost;
  /** What there is to choose from, once it is here. */
  emoji: typeof import("../emoji.js") | undefined;
  #isLoading = false;
  #query = "";
  /** Which of those that are shown Tab leads to. */
  #at = 0;

  constructor(host: PickerHost) {
    this.#host = host;
  }

  /** Nothing is searched for yet. */
  begin(): void {
    this.#search("");
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
    const found = this.#found();
    const onInput = (event: InputEvent) => this.#search((event.target as HTMLInputElement).value);
    const onFieldKey = (event: KeyboardEvent) => {
      const [first] = found;
      if (!first || (event.key !== "Enter" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      if (event.key === "Enter") pick(first.emoji);
      else this.#go(this.#at);
    };
    const onKey = (event: KeyboardEvent) => {
      const to = next(event, this.#at, found.length);
      if (to === undefined) return;
      event.preventDefault();
      this.#go(to);
    };
    const draw = ({ emoji, names }: Emoji, at: number) =>
      html`<button type="button" role="gridcell" tabindex=${at === this.#at ? 0 : -1} aria-label=${names[0] ?? emoji}
        title=${names[0] ?? emoji} @click=${() => pick(emoji)}>${emoji}</button>`;
    return drawPanel(
      t("emoji-pick"),
      words,
      close,
      html`<input class="field" type="search" aria-label=${t("emoji-search")} placeholder=${t("emoji-search")}
          .value=${this.#query} @input=${onInput} @keydown=${onFieldKey} />
        ${
          found.length > 0
            ? html`<div class="grid" role="grid" aria-label=${t("emoji-pick")} @keydown=${onKey}>${rows(found).map(
                (row, index) =>
                  html`<div role="row">${row.map((each, column) => draw(each, index * COLUMNS + column))}</div>`,
              )}</div>`
            : nothing
        }
        ${this.emoji === undefined && fetchEmoji.isFailing() ? html`<p class="rest">${t("not-loaded")}</p>` : nothing}
        ${this.emoji !== undefined && found.length === 0 ? html`<p class="rest">${t("emoji-none")}</p>` : nothing}`,
    );
  }

  #found(): readonly Emoji[] {
    const { emoji } = this;
    if (!emoji) return [];
    return this.#query === "" ? emoji.groups.flat().slice(0, SHOWN_MAX) : emoji.findEmoji(this.#query, SHOWN_MAX);
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
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "currentTarget">,
  at: number,
  count: number,
): number | undefined {
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

function rows(found: readonly Emoji[]): (readonly Emoji[])[] {
  const starts = Array.from({ length: Math.ceil(found.length / COLUMNS) }, (_, row) => row * COLUMNS);
  return starts.map((start) => found.slice(start, start + COLUMNS));
}
