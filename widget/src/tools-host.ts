// What the tools need of the element, and the element of the tools: they are loaded when a message is first touched.

import type { Client } from "./client.js";
import type { Words } from "./l10n.js";
import type { Line } from "./lines.js";
import type { Room } from "./room.js";
import type { TemplateResult } from "./template.js";
import type { TertuliaRoom } from "./tertulia-room.js";
import type { Draft } from "./timeline.js";

export interface ToolsHost {
  /** What the page has set on the element itself, and how it goes to a message and shows which it is. */
  readonly element: Pick<TertuliaRoom, "room" | "linkTo" | "notify" | "readonly" | "showMessage">;
  readonly client: Client;
  readonly room: Room;
  /** The same, as what draws lines calls it. */
  readonly opened: Room | undefined;
  readonly words: Words;
  readonly root: ShadowRoot;
  /** What is written in the field, how more is put there, and how it is sent. */
  readonly writing: { text: string; put(text: string): void; send(): void };
  update(): void;
  focusField(): void;
  notice(text: string | TemplateResult | undefined): void;
  /** Says in words that something did not work. */
  fault(error: unknown): void;
}

export interface Tools {
  /** The message that is answered by what is sent next. */
  readonly replyTo: number | undefined;
  /** Whether what is in the field is the text of an older message. */
  readonly isEditing: boolean;
  /** Takes what is about to be sent, where it changes a message instead. */
  takeSend(text: string): boolean;
  /** It was sent: an answer is given. */
  sent(): void;
  /** Whether a line is not drawn as it is: it is about to be deleted. */
  isLeaving(id: number): boolean;
  drawLeaving(id: number): TemplateResult;
  /** What can be done with the line that is touched. */
  drawRow(line: Line): unknown;
  drawAboveField(): unknown;
  drawBelowField(): unknown;
  /** Why nobody can write here. */
  drawClosed(): unknown;
  /** Why a draft was not taken. */
  drawFailure(draft: Draft): unknown;
  drawTyping(): unknown;
  /** As whom one writes, and how often one may. */
  drawHints(slowSeconds: number): unknown;
  /** Asks for the name of a guest: the first one, or another. */
  askName(isChange: boolean): void;
  /** What was said waits or was not taken, or what was gone to is not there: says what has to be known, and asks for what is lacking. */
  onError(code: string): void;
  /** The way to what is in the panel of who is here, where nobody is told who is. */
  drawMore(): unknown;
  drawPanel(): unknown;
  /** The way to what is new: so many that were not seen. */
  drawNew(count: number, go: () => void): unknown;
  onFieldKey(event: KeyboardEvent, field: HTMLTextAreaElement): boolean;
  onFieldInput(field: HTMLTextAreaElement): void;
  onLogKey(event: KeyboardEvent): void;
  togglePeople(): void;
  togglePicker(): void;
  /** The line that is touched, by its key. */
  touch(key: string | undefined): void;
  close(): void;
}
