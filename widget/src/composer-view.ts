// Where people write: the field, the send button, and as whom they write.

import * as icons from "./icons.js";
import type { Words } from "./l10n.js";
import { html, nothing, type TemplateResult } from "./template.js";

export interface Composer {
  readonly words: Words;
  readonly text: string;
  /** The longest text in code points, where the room has said so. */
  readonly textMax: number | undefined;
  /** As whom one writes, and how often one may; undefined where nothing is to be said of it. */
  readonly hints: unknown;
  /** Opens the choice of emoji. */
  pick(): void;
  /** True where a key was taken for something else than writing. */
  key(event: KeyboardEvent, field: HTMLTextAreaElement): boolean;
  input(text: string, field: HTMLTextAreaElement): void;
  send(): void;
}

/** Whether the last key came with Shift. */
let isShift = false;

export function drawComposer(composer: Composer): TemplateResult {
  const { words, text } = composer;
  const over = overflow(text, composer.textMax);
  const onKey = (event: KeyboardEvent) => {
    isShift = event.shiftKey;
    // Enter that chooses a word of an input method is not Enter; Safari tells it by the key code alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (composer.key(event, event.target as HTMLTextAreaElement)) {
      event.preventDefault();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    composer.send();
  };
  // Many keyboards of phones don't tell which key it was: their Enter is known by the line that it would begin.
  const onBefore = (event: InputEvent) => {
    if (event.inputType !== "insertLineBreak" || event.isComposing || isShift) return;
    event.preventDefault();
    composer.send();
  };
  // A button takes the focus, and with it the keyboard of a phone.
  const onSubmit = (event: Event) => {
    composer.send();
    (event.target as HTMLElement).querySelector("textarea")?.focus();
  };
  const onInput = (event: InputEvent) => {
    const field = event.target as HTMLTextAreaElement;
    composer.input(field.value, field);
  };
  return html`<form class="composer" part="composer" @submit=${submit(onSubmit)}>
      <slot name="avatar"></slot>
      <textarea
        class="field" part="input" rows="1" dir="auto" enterkeyhint="send"
        aria-label=${words.t("write")} placeholder=${words.t("write")}
        .value=${text} @input=${onInput} @keydown=${onKey} @beforeinput=${onBefore}
      ></textarea>
      <button class="pick" type="button" aria-label=${words.t("emoji-pick")} title=${words.t("emoji-pick")}
        @click=${() => composer.pick()}>${icons.smile}</button>
      <button class="send" part="send" type="submit" aria-label=${words.t("send")} title=${words.t("send")}
        ?disabled=${text.trim() === "" || over > 0}>${icons.send}</button>
    </form>
    ${composer.hints === undefined ? nothing : html`<div class="hints">${composer.hints}</div>`}`;
}

/** How many code points a text is too long: 0 where it fits. */
export function overflow(text: string, textMax: number | undefined): number {
  // A text has at most as many code points as UTF-16 units, so most need no counting.
  if (textMax === undefined || text.length <= textMax) return 0;
  return Math.max(0, [...text].length - textMax);
}

export function submit(run: (event: Event) => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    run(event);
  };
}
