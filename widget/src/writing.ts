// What the reader writes: the field, its draft, and what happens when it is sent.

import { drawComposer, overflow } from "./composer-view.js";
import type { Words } from "./l10n.js";
import type { Room } from "./room.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { ToolBox } from "./tool-box.js";
import type { Kind } from "./types.js";

/** What writing needs of its element. */
export interface WritingHost {
  readonly opened: Room | undefined;
  readonly box: ToolBox;
  readonly words: Words;
  readonly root: ShadowRoot;
  update(): void;
  /** Settles when what has changed is drawn. */
  drawn(): Promise<void>;
  /** Says something above the log, or nothing any more; and has it drawn. */
  notice(text: undefined): void;
  /** False where the page does not want it said. */
  maySend(text: string): boolean;
  say(text: string, options: { kind: Kind; replyTo: number | undefined }): Promise<unknown>;
}

const CLOSED: readonly string[] = ["signed-out", "restricted", "locked", "ended"];

export class Writing {
  readonly #host: WritingHost;
  #text = "";
  /** Who writes it. */
  #who: string | undefined;
  /** On this Enter was pressed before it was known who is writing. */
  #waiting: string | undefined;
  /** Whether that is known: somebody else may have signed in. */
  #isSure = false;

  constructor(host: WritingHost) {
    this.#host = host;
  }

  /** Begins with what was written in this room before. */
  begin(text: string): void {
    this.#text = text;
    const { isSure = false, me } = this.#host.opened ?? {};
    this.#isSure = isSure;
    this.#who = isSure ? me?.id : undefined;
    this.#waiting = undefined;
  }

  /** To be called when it may be known who reads: everybody has a draft of their own. Who was nobody keeps what they wrote. */
  isWho(): void {
    const { opened: room, box } = this.#host;
    const id = room?.me?.id;
    const wasSure = this.#isSure;
    this.#isSure = room?.isSure ?? false;
    if (!room?.isSure || (wasSure && id === this.#who)) return;
    const { draft } = room;
    if (id !== this.#who) {
      // What was typed before it was known who writes does not take the place of what they had begun.
      if (this.#who || !this.#text) this.text = draft;
      else if (draft && draft !== this.#text) this.text = `${draft}\n${this.#text}`;
    }
    if (!box.tools?.isEditing) room.draft = this.#text;
    this.#who = id;
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

  /** What something else than a key has put into the field is written, too. */
  put(text: string): void {
    this.#keep(text);
    this.text = text;
  }

  get field(): HTMLTextAreaElement | null {
    return this.#host.root.querySelector<HTMLTextAreaElement>(".composer textarea");
  }

  /** How long to wait between two messages; 0 where one need not. */
  get slowSeconds(): number {
    const { opened: room } = this.#host;
    return room?.may("delete_any") ? 0 : (room?.settings?.slow_seconds ?? 0);
  }

  get mayWrite(): boolean {
    const { opened: room } = this.#host;
    // Before the first page what one may do is not known, and typing does no harm.
    return room !== undefined && !CLOSED.includes(room.state) && room.maySpeak;
  }

  /** Whether there is nothing to be read either, for a reason that is known. */
  get isOut(): boolean {
    const { opened: room } = this.#host;
    return room?.code !== undefined && CLOSED.includes(room.state);
  }

  draw(): TemplateResult {
    const { opened: room, box } = this.#host;
    const { tools } = box;
    if (!room || !this.mayWrite) return html`<div class="closed" part="notice">${tools?.drawClosed() ?? nothing}</div>`;
    return html`<div>
      ${tools?.drawAboveField() ?? nothing}
      ${drawComposer({
        words: this.#host.words,
        text: this.#text,
        textMax: room.settings?.text_max,
        hints: room.self?.guest || this.slowSeconds > 0 ? (tools?.drawHints(this.slowSeconds) ?? nothing) : undefined,
        pick: () => box.with((loaded) => loaded.togglePicker()),
        key: (event, field) => tools?.onFieldKey(event, field) ?? false,
        input: (text, field) => this.#onInput(text, field),
        send: () => this.send(),
      })}
      ${tools?.drawBelowField() ?? nothing}
    </div>`;
  }

  /** The room is there: what waited for that is sent, unless it is being written on. */
  goOn(): void {
    const isAsItWas = this.#waiting === this.#text.trim();
    this.#waiting = undefined;
    if (isAsItWas && this.mayWrite) this.send();
  }

  send(): void {
    const { opened: room, box } = this.#host;
    const { tools } = box;
    const text = this.#text.trim();
    if (!room || text === "" || overflow(text, room.settings?.text_max) > 0) return;
    this.#waiting = undefined;
    if (!room.isReady && room.self === undefined) {
      // It may still turn out that the host knows who this is.
      this.#waiting = text;
      return;
    }
    if (room.self === undefined) {
      box.with((loaded) => loaded.askName(false));
      return;
    }
    // What is not taken stays in the field.
    if (tools?.takeSend(text) || room.isFull() || !this.#host.maySend(text)) return;
    const action = /^\/me\s+(?=\S)/u.exec(text);
    // What was begun before the page was loaded is an answer also where the tools have not come yet.
    const replyTo = tools ? tools.replyTo : room.answered;
    // What comes of it is drawn in the log.
    const said = this.#host.say(text.slice(action?.[0].length ?? 0), { kind: action ? "action" : "message", replyTo });
    said.catch(() => undefined);
    tools?.sent();
    room.answered = undefined;
    room.draft = "";
    this.text = "";
  }

  /** As the draft, and the others see that somebody is writing. */
  #keep(text: string): void {
    const { opened: room, box } = this.#host;
    // What an older message is changed to is no draft of a new one.
    if (room && !box.tools?.isEditing) room.draft = text;
    if (text !== "") room?.typing();
  }

  #onInput(text: string, field: HTMLTextAreaElement): void {
    const { box } = this.#host;
    this.#text = text;
    this.#keep(text);
    box.want();
    grow(field);
    box.tools?.onFieldInput(field);
    // What was told before is of yesterday.
    this.#host.notice(undefined);
  }
}

/** As high as its text, up to what the style sheet allows. The log is higher while that is measured, and would not scroll back. */
function grow(field: HTMLTextAreaElement): void {
  const log = (field.getRootNode() as ShadowRoot).querySelector(".log") as HTMLElement;
  const top = log.scrollTop;
  field.style.blockSize = "auto";
  // What is not drawn has no height.
  const { offsetHeight } = field;
  if (offsetHeight > 0) field.style.blockSize = `${field.scrollHeight + offsetHeight - field.clientHeight}px`;
  log.scrollTop = top;
}
