// What is offered while a name or an emoji is typed: `@an`, `:smi`.

import { html, nothing } from "../template.js";
import type { ToolsHost } from "../tools-host.js";

const MOST = 6;
/** What names of emoji look like while they are typed: no face does (`:D`, `:-P`), nor a time. */
const EMOJI_NAME = /^[a-z+][a-z0-9_+-]+$/;

interface Offer {
  readonly label: string;
  readonly text: string;
}

/** How well a name fits what is typed of one: it is it, begins with it, has a word that does, or has it inside. */
function rankOf(name: string, typed: string): number {
  const known = name.toLowerCase();
  if (known === typed) return 0;
  if (known.startsWith(typed)) return 1;
  if (known.split(" ").some((word) => word.startsWith(typed))) return 2;
  return known.includes(typed) ? 3 : 4;
}

export class Completion {
  readonly #host: ToolsHost;
  readonly #emoji: () => typeof import("../emoji.js") | undefined;
  #offers: readonly Offer[] = [];
  readonly #afterDrawing: (run: () => void) => void;
  #field: HTMLTextAreaElement | undefined;
  /** Which one Enter takes; -1 is none: then Enter is not for what is offered. */
  #at = -1;
  /** Which part of the text is replaced. */
  #from = 0;
  #to = 0;

  constructor(
    host: ToolsHost,
    emoji: () => typeof import("../emoji.js") | undefined,
    afterDrawing: (run: () => void) => void,
  ) {
    this.#host = host;
    this.#emoji = emoji;
    this.#afterDrawing = afterDrawing;
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
    const chosen = this.#at < 0 ? undefined : `offer-${this.#at}`;
    const told = { autocomplete: "list", controls: "offers", activedescendant: chosen };
    for (const [name, value] of Object.entries(told)) {
      if (isOpen && value) this.#field?.setAttribute(`aria-${name}`, value);
      else this.#field?.removeAttribute(`aria-${name}`);
    }
  }

  onKey(event: KeyboardEvent): boolean {
    const { length } = this.#offers;
    if (length === 0) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#at = event.key === "ArrowDown" ? (this.#at + 1) % length : (this.#at > 0 ? this.#at : length) - 1;
    } else if (event.key === "Escape") this.close();
    else if (this.#at < 0) return false;
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
      const found = EMOJI_NAME.test(typed) ? this.#emoji()?.findBegun(typed, MOST) : undefined;
      return (found ?? []).map(([name, emoji]) => ({ label: `${emoji} :${name}:`, text: emoji }));
    }
    const { room } = this.#host;
    const senders = [...room.messages.map((message) => message.sender).reverse(), ...(room.present?.people ?? [])];
    const names = senders.flatMap((sender) =>
      sender && sender.id !== room.me?.id && !room.ignored.has(sender.id ?? "") ? sender.name : [],
    );
    const wanted = typed.toLowerCase();
    const ranked = [...new Set(names)].map((name) => ({ name, rank: rankOf(name, wanted) }));
    // Those of one rank stay in the order in which they have spoken.
    const found = ranked.filter(({ rank }) => rank < 4).sort((a, b) => a.rank - b.rank);
    const best = found[0]?.rank;
    // Who writes a lone @, somebody's whole name, or what is only inside of one, means what they write.
    if (wanted === "" || best === 0 || best === 3) this.#at = -1;
    return found.slice(0, MOST).map(({ name }) => ({ label: name, text: `@${name}` }));
  }

  #take(offer: Offer | undefined): void {
    if (!offer) return;
    const { text } = this.#host.writing;
    const field = this.#field;
    const at = this.#from + offer.text.length + 1;
    this.#host.writing.put(`${text.slice(0, this.#from)}${offer.text} ${text.slice(this.#to).replace(/^ /, "")}`);
    this.close();
    this.#host.focusField();
    // Also in the middle of a text one goes on behind what was put in.
    this.#afterDrawing(() => field?.setSelectionRange(at, at));
  }
}
