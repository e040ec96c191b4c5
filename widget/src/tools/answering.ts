// What is written about an older message: an answer to it, or what its text is changed to.

import { fetchExtras } from "../late.js";
import type { Extras } from "../message-view.js";
import { html, nothing, type TemplateResult } from "../template.js";
import { findMessage } from "../timeline.js";
import type { ToolsHost } from "../tools-host.js";
import type { Message } from "../types.js";
import * as icons from "./icons.js";

export interface AnsweringHost {
  /** Another message is what is written about now, or none. */
  begun(): void;
  /** What was completed in the field is no longer what stands there. */
  left(): void;
  /** Says that something is done, or can't be. */
  say(text: string): void;
}

export class Answering {
  readonly #host: ToolsHost;
  readonly #around: AnsweringHost;
  #reply: Message | undefined;
  #edit: Message | undefined;
  /** What was in the field before an edit began. */
  #before = "";
  /** Finds what is answered also where it is not loaded. */
  #extras: Extras | undefined;
  #hasGoneOn = false;

  constructor(host: ToolsHost, around: AnsweringHost) {
    this.#host = host;
    this.#around = around;
  }

  get replyTo(): number | undefined {
    return this.#reply?.id;
  }

  get isEditing(): boolean {
    return this.#edit !== undefined;
  }

  /** Takes what is about to be sent, where it changes a message instead. */
  takeSend(text: string): boolean {
    const message = this.#edit;
    if (!message) return false;
    // An action stays one, also without its /me: what is changed of a message is its text.
    const said = message.kind === "action" ? text.replace(/^\/me(\s+|$)/u, "") : text;
    if (said === "") return true;
    this.#endEdit();
    if (said !== message.text)
      void this.#host.room.edit(message.id, said).catch((error) => this.#onFault(message, text, error));
    return true;
  }

  sent(): void {
    this.#reply = undefined;
  }

  /** Without a message it is no answer any more. */
  reply(message?: Message): void {
    this.#endEdit();
    this.#answer(message);
    this.#host.update();
    this.#host.focusField();
  }

  edit(message: Message): void {
    this.#around.begun();
    this.#answer();
    if (!this.#edit) this.#before = this.#host.writing.text;
    this.#edit = message;
    this.#host.writing.text = textOf(message);
    this.#host.focusField();
  }

  /** False where there was nothing to be left. */
  cancel(): boolean {
    if (!this.#edit && !this.#reply) return false;
    this.reply();
    return true;
  }

  /** What is answered or changed may be deleted since, by whomever: what is written stays, and is new. */
  lookAgain(): void {
    const { room, words, writing } = this.#host;
    const about = this.#about;
    if (!about || (about.deleted === undefined && about.id >= room.timeline.first)) return;
    if (this.#edit) {
      // What was not changed is no more than what is gone.
      const written = writing.text === textOf(this.#edit) ? "" : writing.text;
      const text = [this.#before, written].filter(Boolean).join("\n");
      this.#around.left();
      this.#edit = undefined;
      room.draft = writing.text = text;
    }
    this.#answer();
    this.#around.say(words.t("message-gone"));
  }

  /** What was begun to be answered before the page was loaded is answered still. It need not be loaded. */
  async #goOn(): Promise<void> {
    const { room, update } = this.#host;
    if (this.#hasGoneOn || !room.isSure) return;
    this.#hasGoneOn = true;
    const id = room.answered;
    if (id && !this.#edit) this.#reply ??= { id, text: "" } as Message;
    this.#extras = await fetchExtras().catch(() => undefined);
    update();
  }

  /** As it is now. */
  get #about(): Message | undefined {
    const about = this.#edit ?? this.#reply;
    const { messages } = this.#host.room.timeline;
    return about && (this.#extras?.findQuoted(about.id, { messages, host: this.#host }, true) ?? about);
  }

  /** It is kept with the draft. */
  #answer(message?: Message): void {
    this.#reply = message;
    this.#host.room.answered = message?.id;
  }

  draw(): TemplateResult | typeof nothing {
    const { words } = this.#host;
    void this.#goOn();
    const about = this.#about;
    const label = this.#edit ? words.t("editing") : words.t("replying-to", { name: about?.sender?.name ?? "…" });
    return about
      ? html`<div class="about"><span class="what">${label}</span><span class="said" dir="auto">${about.text}</span>
          <button type="button" aria-label=${words.t("cancel")} title=${words.t("cancel")} @click=${() => this.cancel()}>${icons.close}</button></div>`
      : nothing;
  }

  #endEdit(): void {
    if (!this.#edit) return;
    this.#around.left();
    this.#edit = undefined;
    this.#host.writing.text = this.#before;
  }

  /** What was changed is not lost because the server did not take it. */
  #onFault(message: Message, text: string, error: unknown): void {
    this.#host.fault(error);
    // Nor is what is being written meanwhile.
    const { room, writing } = this.#host;
    const now = findMessage(room.timeline.messages, message.id);
    if (this.#edit || writing.text !== this.#before || !now) return;
    // Of what is gone meanwhile nothing can be changed: it can be said anew.
    if (now.deleted === undefined) {
      this.edit(message);
      writing.text = text;
    } else room.draft = writing.text = [this.#before, text].filter(Boolean).join("\n");
  }
}

/** What stands in the field of who changes it. */
function textOf({ kind, text }: Message): string {
  return kind === "action" ? `/me ${text}` : text;
}
