// What is about to be deleted: that can be undone until it is asked of the server.

import { html, type TemplateResult } from "../template.js";
import type { ToolsHost } from "../tools-host.js";

const UNDO_MS = 5_000;

export class Leaving {
  readonly #host: ToolsHost;
  readonly #afterDrawing: (run: () => void) => void;
  readonly #timers = new Map<number, number>();

  constructor(host: ToolsHost, afterDrawing: (run: () => void) => void) {
    this.#host = host;
    this.#afterDrawing = afterDrawing;
    addEventListener("pagehide", this.#allNow);
  }

  close(): void {
    removeEventListener("pagehide", this.#allNow);
    this.#allNow();
  }

  has(id: number): boolean {
    return this.#timers.has(id);
  }

  draw(id: number): TemplateResult {
    const { t } = this.#host.words;
    return html`<div class="text leaving"><span class="removed">${t("deleting")}</span>
      <button type="button" class="undo" @click=${() => this.#undo(id)}>${t("undo")}</button></div>`;
  }

  begin(id: number): void {
    const timer = window.setTimeout(() => this.#now(id), UNDO_MS);
    this.#timers.set(id, timer);
    this.#host.update();
    this.#afterDrawing(() => this.#find(id, " .undo")?.focus());
  }

  #undo(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#host.update();
    this.#afterDrawing(() => this.#find(id)?.focus());
  }

  #now(id: number): void {
    if (!this.#timers.has(id)) return;
    clearTimeout(this.#timers.get(id));
    const done = () => {
      const button = this.#find(id, " .undo");
      const hadFocus = button !== null && button === this.#host.root.activeElement;
      this.#timers.delete(id);
      this.#host.update();
      if (hadFocus) this.#afterDrawing(() => this.#find(id)?.focus({ preventScroll: true }));
    };
    this.#host.room.delete(id).then(done, (error) => {
      done();
      this.#host.fault(error);
    });
  }

  /** Whoever leaves within the time has not undone it. */
  #allNow = (): void => {
    for (const id of [...this.#timers.keys()]) this.#now(id);
  };

  #find(id: number, below = ""): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(`[data-id="${id}"]${below}`);
  }
}
