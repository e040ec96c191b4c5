// What is offered while a name or an emoji is typed: `@an`, `:smi`.

import { html, nothing } from "../template.js";
import type { ToolsHost } from "../tools-host.js";

const MOST = 6;

interface Offer {
  readonly label: string;
  readonly text: string;
}

export class Completion {
  readonly #host: ToolsHost;
  readonly #emoji: () => typeof import("../emoji.js") | undefined;
  #offers: readonly Offer[] = [];
  #field: HTMLTextAreaElement | undefined;
  #at = 0;
  /** Which part of the text is replaced. */
  #from = 0;
  #to = 0;

  constructor(host: ToolsHost, emoji: () => typeof import("../emoji.js") | undefined) {
    this.#host = host;
    this.#emoji = emoji;
  }

  /** Looks at what stands before the cursor, and again once more is known. */
  look(field = this.#field): void {
    this.#field = field;
    if (!field) return;
    const before = field.value.slice(0, field.selectionEnd);
    const word = /(?<=^|[\s(])([@:])([^\s@:]*)$/u.exec(before);
    this.#at = 0;
    this.#offers = word ? this.#offersFor(word[1] ?? "", word[2] ?? "") : [];
    this.#to = before.length;
    this.#from = before.length - (word?.[0].length ?? 0);
    this.#tell();
  }

  close(): void {
    this.#offers = [];
    this.#tell();
    this.#field = undefined;
  }

  /** The focus stays in the field: what is offered, and chosen of it, is told to a screen reader from there. */
  #tell(): void {
    const isOpen = this.#offers.length > 0;
    const told = { autocomplete: "list", controls: "offers", activedescendant: `offer-${this.#at}` };
    for (const [name, value] of Object.entries(told)) {
      if (isOpen) this.#field?.setAttribute(`aria-${name}`, value);
      else this.#field?.removeAttribute(`aria-${name}`);
    }
  }

  onKey(event: KeyboardEvent): boolean {
    const { length } = this.#offers;
    if (length === 0) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#at = (this.#at + (event.key === "ArrowDown" ? 1 : length - 1)) % length;
    } else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" || event.key === "Tab") this.#take(this.#offers[this.#at]);
    else return false;
    this.#tell();
    this.#host.update();
    return true;
  }

  draw(): unknown {
    if (this.#offers.length === 0) return nothing;
    const { t } = this.#host.words;
    return html`<div class="offers" id="offers" role="listbox" aria-label=${t("suggestions")}>${this.#offers.map(
      (offer, index) =>
        html`<div id="offer-${index}" role="option" tabindex="-1" aria-selected=${index === this.#at}
          @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#take(offer)}><bdi>${offer.label}</bdi></div>`,
    )}</div>`;
  }

  #offersFor(sign: string, typed: string): Offer[] {
    if (sign === ":") {
      if (typed.length < 2) return [];
      const found = this.#emoji()?.findEmoji(typed, MOST) ?? [];
      return found.map(({ emoji, names }) => ({ label: `${emoji} :${names[0]}:`, text: emoji }));
    }
    const { room } = this.#host;
    const senders = [...room.messages.map((message) => message.sender).reverse(), ...(room.present?.people ?? [])];
    const names = senders.flatMap((sender) => (sender && sender.id !== room.me?.id ? sender.name : []));
    const wanted = typed.toLowerCase();
    return [...new Set(names)]
      .filter((name) =>
        name
          .toLowerCase()
          .split(" ")
          .some((part) => part.startsWith(wanted)),
      )
      .slice(0, MOST)
      .map((name) => ({ label: name, text: `@${name}` }));
  }

  #take(offer: Offer | undefined): void {
    if (!offer) return;
    const { text } = this.#host.writing;
    this.#host.writing.put(`${text.slice(0, this.#from)}${offer.text} ${text.slice(this.#to).replace(/^ /, "")}`);
    this.close();
    this.#host.focusField();
  }
}
