// How somebody takes a name as a guest, or another one.

import { submit } from "../composer-view.js";
import sheet from "../guests.css";
import { Refused } from "../http.js";
import type { Words } from "../l10n.js";
import { complain } from "../late.js";
import { addStyles } from "../styles.js";
import { html, nothing, type TemplateResult } from "../template.js";

export interface GuestNameHost {
  readonly root: ShadowRoot;
  words(): Words;
  /** The picture of what closes the form: that of the other tools, which are fetched apart. */
  readonly close: TemplateResult;
  changed(): void;
  /** Asks the server for the name. */
  take(name: string): Promise<void>;
  /** It is taken; or, where there was none to change, what was written can now be sent. */
  done(isChange: boolean): void;
}

interface Asked {
  readonly text: string;
  readonly fault?: string;
  readonly isBusy?: boolean;
  readonly isChange: boolean;
}

export class GuestName {
  readonly #host: GuestNameHost;
  #asked: Asked | undefined;

  constructor(host: GuestNameHost) {
    this.#host = host;
    addStyles(host.root, sheet);
  }

  ask(text: string, isChange: boolean): void {
    this.#set(this.#asked ?? { text, isChange });
  }

  draw(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const { isChange } = asked;
    return drawNameForm({
      words: this.#host.words(),
      close: this.#host.close,
      name: asked.text,
      isChange,
      fault: asked.fault,
      isBusy: asked.isBusy ?? false,
      input: (text) => this.#set({ text, isChange }),
      enter: () => void this.#enter(asked.text.trim(), isChange),
      cancel: () => {
        this.#set(undefined);
        this.#host.done(true);
      },
    });
  }

  #set(asked: Asked | undefined): void {
    this.#asked = asked;
    this.#host.changed();
  }

  async #enter(name: string, isChange: boolean): Promise<void> {
    if (name === "" || this.#asked?.isBusy) return;
    this.#set({ text: name, isBusy: true, isChange });
    try {
      await this.#host.take(name);
      // Who has thought better of it says nothing under it.
      if (!this.#asked) return;
      this.#set(undefined);
      this.#host.done(isChange);
    } catch (error) {
      this.#onRefused(name, isChange, error);
    }
  }

  #onRefused(name: string, isChange: boolean, error: unknown): void {
    if (!this.#asked) return;
    const { t } = this.#host.words();
    const { code, proposal, detail } = error instanceof Refused ? error.problem : {};
    // A name that is somebody's is told without more; one that is nobody's to take with why.
    const taken = () => (detail === undefined ? t("name-taken") : t("name-reserved"));
    if (code === "name_taken") this.#set({ text: proposal ?? name, fault: taken(), isChange });
    else if (code === "invalid") this.#set({ text: name, fault: t("name-invalid"), isChange });
    else if (code === "token_missing" || code === "not_allowed" || code === "not_found") {
      // It was otherwise when the field was drawn; what it is now the line tells.
      this.#set({ text: name, fault: t("failed-not-allowed"), isChange });
    } else {
      this.#set({ text: name, fault: t("name-failed"), isChange });
      // Nothing is wrong with the name: the page may read, and not write.
      if (code === "origin_refused") complain((error as Refused).problem);
    }
  }
}

interface NameForm {
  readonly words: Words;
  readonly close: TemplateResult;
  readonly name: string;
  readonly fault: string | undefined;
  readonly isBusy: boolean;
  readonly isChange: boolean;
  input(name: string): void;
  enter(): void;
  cancel(): void;
}

function drawNameForm(form: NameForm): TemplateResult {
  const { words } = form;
  const cancel = words.t("cancel");
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    form.cancel();
  };
  return html`<form class="name-form" @submit=${submit(() => form.enter())} @keydown=${onKey}>
    <label for="name">${form.isChange ? words.t("name-change") : words.t("name-question")}</label>
    <input
      id="name" class="field name" type="text" dir="auto" maxlength="50" autocomplete="nickname" enterkeyhint="go"
      placeholder=${words.t("name-label")} aria-describedby="fault" aria-invalid=${form.fault !== undefined}
      .value=${form.name} @input=${(event: InputEvent) => form.input((event.target as HTMLInputElement).value)}
    />
    <button class="go" type="submit" ?disabled=${form.isBusy || form.name.trim() === ""}>${words.t("name-go")}</button>
    <button class="close" type="button" aria-label=${cancel} title=${cancel} @click=${() => form.cancel()}>${form.close}</button>
    <div id="fault" class="fault" role="alert">${form.fault ?? nothing}</div>
  </form>`;
}
