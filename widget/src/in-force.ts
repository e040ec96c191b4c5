// Who is muted or banned in a room, for those who may lift it: fetched with what waits for review.

import english from "../../crates/tertulia/locales/en/widget.ftl?review";
import { addWords } from "./l10n.js";
import sheet from "./review.css";
import type { Room } from "./room.js";
import { addStyles } from "./styles.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { ToolsHost } from "./tools-host.js";
import type { Restriction, RestrictionInForce } from "./types.js";

addWords(english);

/** Of a room in which thousands are, so many are drawn: each message that comes draws all of them anew. */
const DRAWN_MAX = 200;

/** By id: those of the newest lines that are here. */
function namesIn(room: Room): ReadonlyMap<string | undefined, string> {
  return new Map(room.timeline.messages.map(({ sender }) => [sender?.id, sender?.name ?? ""]));
}

export class InForce {
  readonly #host: ToolsHost;
  #list: readonly RestrictionInForce[] | undefined;

  constructor(host: ToolsHost) {
    this.#host = host;
    addStyles(host.root, sheet);
  }

  /** Asks what is in force by now. */
  async look(): Promise<void> {
    try {
      this.#list = await this.#host.room.ask<RestrictionInForce[]>("/restrictions");
      this.#host.update();
    } catch (error) {
      this.#host.fault(error);
    }
  }

  draw(): TemplateResult | typeof nothing {
    if (this.#list === undefined) return nothing;
    const { t } = this.#host.words;
    if (this.#list.length === 0) return html`<p class="rest">${t("in-force-none")}</p>`;
    const names = namesIn(this.#host.room);
    const count = this.#list.length - DRAWN_MAX;
    return html`<ul class="review">${this.#list.slice(0, DRAWN_MAX).map((each) => this.#drawEach(each, names))}</ul>
      ${count > 0 ? html`<p class="rest">${t("people-more", { count })}</p>` : nothing}`;
  }

  #drawEach(
    { user, kind, until, why }: RestrictionInForce,
    names: ReadonlyMap<string | undefined, string>,
  ): TemplateResult {
    const { words } = this.#host;
    const { t } = words;
    // Of whom a restriction is on the id alone is kept.
    const name = names.get(user) || user;
    const time = until === undefined ? undefined : words.dateTime(new Date(until));
    return html`<li>
      <div class="who"><span>${kind === "mute" ? t("muted", { name }) : t("banned", { name })}</span>
        ${time === undefined ? nothing : html`<time datetime=${until}>${t("in-force-until", { time })}</time>`}</div>
      ${why === undefined ? nothing : html`<p class="what" dir="auto">${t("state-why", { why })}</p>`}
      <div class="acts"><button type="button" class="lift" @click=${() => this.#lift(user, kind)}>${t("lift")}</button></div>
    </li>`;
  }

  #lift(user: string, kind: Restriction): void {
    const over = () => {
      this.#list = this.#list?.filter((each) => each.user !== user || each.kind !== kind);
      this.#host.update();
      this.#keepFocus();
      void this.look();
    };
    const lifting = this.#host.room.ask("/restrictions", { method: "DELETE", query: { user, kind } });
    lifting.then(over, (error) => this.#host.fault(error));
  }

  /** The button that had the focus is gone: the next is where the eyes are. */
  #keepFocus(): void {
    const { root } = this.#host;
    const { host } = root as ShadowRoot & { host: HTMLElement & { updateComplete?: Promise<unknown> } };
    void host.updateComplete?.then(() => {
      if (root.activeElement === null) root.querySelector<HTMLElement>(".review button, .panel .close")?.focus();
    });
  }
}
