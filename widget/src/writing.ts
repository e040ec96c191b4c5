// What the reader writes: the field, its draft, and what happens when it is sent.

import { drawComposer, overflow } from "./composer-view.js";
import type { Words } from "./l10n.js";
import type { Room } from "./room.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { Tools } from "./tools-host.js";
import type { Kind } from "./types.js";

/** What writing needs of its element. */
export interface WritingHost {
  readonly room: Room | undefined;
  readonly tools: Tools | undefined;
  readonly words: Words;
  readonly root: ShadowRoot;
  update(): void;
  /** Settles when what has changed is drawn. */
  drawn(): Promise<void>;
  wantTools(): Promise<Tools | undefined>;
  /** Says in words that something did not work. */
  fault(error: unknown): void;
  /** Something is written: what was told before is of yesterday. */
  written(): void;
  /** False where the page does not want it said. */
  maySend(text: string): boolean;
  say(text: string, options: { kind?: Kind; replyTo?: number }): Promise<unknown>;
}

const CLOSED: readonly string[] = ["signed-out", "restricted", "locked", "ended"];

export class Writing {
  readonly #host: WritingHost;
  #text = "";
  /** Enter was pressed before it was known who is writing, or before there was anything that sends. */
  #isSendWanted = false;

  constructor(host: WritingHost) {
    this.#host = host;
  }

  /** Begins with what was written in this room before. */
  begin(text: string): void {
    this.#text = text;
    this.#isSendWanted = false;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#host.update();
    void this.#host.drawn().then(() => {
      const { field } = this;
      if (field) grow(field);
    });
  }

  get field(): HTMLTextAreaElement | null {
    return this.#host.root.querySelector("textarea");
  }

  get mayWrite(): boolean {
    const { room, tools } = this.#host;
    if (!room || CLOSED.includes(room.state)) return false;
    // Nobody is asked for a name first. Before the first page what one may do is not known, and typing does no harm.
    if (room.me?.id === undefined) return !tools?.isGuestRefused;
    return room.may("say");
  }

  draw(): TemplateResult {
    const { room, tools } = this.#host;
    if (!room || !this.mayWrite) return html`<div class="closed" part="notice">${tools?.drawClosed() ?? nothing}</div>`;
    return html`<div>
      ${tools?.drawAboveField() ?? nothing}
      ${drawComposer({
        words: this.#host.words,
        text: this.#text,
        textMax: room.settings?.text_max,
        slowSeconds: room.may("delete_any") ? 0 : (room.settings?.slow_seconds ?? 0),
        guest: room.self?.guest ? room.self.name : undefined,
        changeName: () => this.askName(true),
        pick: () => void this.#host.wantTools().then((loaded) => loaded?.togglePicker()),
        key: (event, field) => tools?.onFieldKey(event, field) ?? false,
        input: (text, field) => this.#onInput(text, field),
        send: () => this.send(),
      })}
      ${tools?.drawBelowField() ?? nothing}
    </div>`;
  }

  /** The room is there, or somebody has taken a name: what waited for that is sent. */
  goOn(): void {
    if (this.#isSendWanted) this.send();
  }

  send(): void {
    const { room, tools } = this.#host;
    const text = this.#text.trim();
    if (!room || text === "" || overflow(text, room.settings?.text_max) > 0) return;
    this.#isSendWanted = !room.isReady && room.self === undefined;
    // Before the first page it may still turn out that the host knows who this is.
    if (this.#isSendWanted) return;
    if (room.self === undefined) {
      this.askName(false);
      return;
    }
    if (!room.isPrepared) {
      this.#isSendWanted = true;
      room.prepare().then(
        () => this.goOn(),
        (error) => this.#host.fault(error),
      );
      return;
    }
    if (tools?.takeSend(text) || !this.#host.maySend(text)) return;
    const action = /^\/me\s+(?=\S)/u.exec(text);
    const replyTo = tools?.replyTo;
    const options = { ...(action ? { kind: "action" as const } : {}), ...(replyTo === undefined ? {} : { replyTo }) };
    // What comes of it is drawn in the log.
    this.#host.say(action ? text.slice(action[0].length) : text, options).catch(() => undefined);
    tools?.sent();
    room.draft = "";
    this.text = "";
  }

  askName(isChange: boolean): void {
    void this.#host.wantTools().then((tools) => tools?.askName(isChange));
  }

  #onInput(text: string, field: HTMLTextAreaElement): void {
    const { room, tools } = this.#host;
    this.#text = text;
    if (room) room.draft = text;
    this.#host.written();
    void this.#host.wantTools();
    if (text !== "") room?.typing();
    grow(field);
    tools?.onFieldInput(field);
    this.#host.update();
  }
}

/** As high as its text, up to what the style sheet allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
