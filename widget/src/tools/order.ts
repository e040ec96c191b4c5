// What is put on people from a line's menu: said in words once it is done, and taken back while that is to be read.

import { html } from "../template.js";
import type { ToolsHost } from "../tools-host.js";
import type { Message, Restriction, RestrictionInForce } from "../types.js";

export const MUTE_MINUTES = 10;
const MUTE_MS = MUTE_MINUTES * 60_000;
/** As long it can be taken back from where it was said. */
const LIFT_MS = 10_000;
/** As long stands what only says that something is done. */
const SAID_MS = 6_000;

export class Order {
  readonly #host: ToolsHost;
  #timer: number | undefined;

  constructor(host: ToolsHost) {
    this.#host = host;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** With the address only of a guest: of nobody else's is it known. Throws Refused or Unreachable. */
  async restrict({ sender }: Message, kind: "mute" | "ban" | "kick", withAddress: boolean): Promise<void> {
    const { id, name } = sender ?? {};
    if (id === undefined || name === undefined) return;
    const { room } = this.#host;
    const until = new Date(room.now + MUTE_MS).toISOString();
    const address = (sender?.guest && withAddress) || undefined;
    const body = kind === "mute" ? { kind, until, address } : { kind, address };
    const put = await room.ask<RestrictionInForce>("/restrictions", { method: "PUT", query: { user: id }, body });
    const { t } = this.#host.words;
    const done = { mute: t("muted", { name }), kick: t("kicked", { name }), ban: t("banned", { name }) }[put.kind];
    const lift = () => this.#lift(id, kind);
    // What somebody else had put on them before, and is stronger, is not to be taken back from here.
    const undo =
      put.kind === kind ? html` <button type="button" class="undo" @click=${lift}>${t("undo")}</button>` : "";
    this.#host.notice(html`${done}${undo}`);
    this.#goSoon();
  }

  /** Nothing of theirs is seen from now on, here and in this browser. */
  ignore(sender: string): void {
    const { room, words } = this.#host;
    room.ignore(sender, true);
    const again = () => {
      this.#taken();
      room.ignore(sender, false);
    };
    const label = words.t("ignore-none", { count: 1 });
    this.#host.notice(html`<button type="button" class="undo" @click=${again}>${label}</button>`);
    this.#goSoon();
  }

  /** Says what asks for nothing: it goes by itself, where nothing else was said since. */
  say(text: string): void {
    const { root, notice } = this.#host;
    notice(text);
    this.close();
    this.#timer = window.setTimeout(() => {
      if (root.querySelector(".notice")?.textContent?.includes(text)) notice(undefined);
    }, SAID_MS);
  }

  /** All that somebody has said here, for good. Throws Refused or Unreachable. */
  async deleteAll({ sender }: Message): Promise<void> {
    const { room, words } = this.#host;
    const query = { user: sender?.id ?? "" };
    const { count } = await room.ask<{ count: number }>("/messages", { method: "DELETE", query });
    this.say(words.t("deleted-all", { count }));
  }

  #lift(user: string, kind: Restriction): void {
    this.#taken();
    const lifting = this.#host.room.ask("/restrictions", { method: "DELETE", query: { user, kind } });
    lifting.catch((error) => this.#host.fault(error));
  }

  #taken(): void {
    this.close();
    this.#host.focusField();
    this.#host.notice(undefined);
  }

  /** Something else may have been said since; and nobody loses the button that they are at. */
  #goSoon(): void {
    this.close();
    this.#timer = window.setTimeout(() => {
      const button = this.#host.root.querySelector(".notice .undo");
      if (button !== null && button === this.#host.root.activeElement) this.#goSoon();
      else if (button !== null) this.#host.notice(undefined);
    }, LIFT_MS);
  }
}
