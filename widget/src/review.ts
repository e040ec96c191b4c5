// What waits for those who keep order in a room: messages that are held for review, and messages that were reported. Fetched
// where the reader may review, and by nobody else.

import english from "../../crates/tertulia/locales/en/widget.ftl?review";
import type { RoomAsk } from "./connection.js";
import { Refused } from "./http.js";
import { addWords } from "./l10n.js";
import sheet from "./review.css";
import type { RoomEvent } from "./room.js";
import { addStyles } from "./styles.js";
import { html, nothing, type TemplateResult } from "./template.js";
import type { ToolsHost } from "./tools-host.js";
import type { HeldMessage, HeldPage, ReportedMessage, Reports, Sender } from "./types.js";

export { InForce } from "./in-force.js";

/** However often a page is told that something else waits, it asks no more often than this. */
const SOON_MS = 1_000;
/** What does not come is asked for again after this. */
const AGAIN_MS = 60_000;
/** An older server tells nothing: now and then it is asked all the same. */
const RARELY_MS = 600_000;

addWords(english);

export class Review {
  readonly #host: ToolsHost;
  #held: readonly HeldMessage[] = [];
  #reported: readonly ReportedMessage[] = [];
  #timer: number | undefined;
  readonly #unlisten: () => void;
  /** When it was asked last, and how long after that it is asked again. */
  #askedAt = -Infinity;
  #pauseMs = SOON_MS;
  #isAsking = false;
  #mayReview = true;
  /** Another number for each time it is asked for, so that an answer that was overtaken is not listened to. */
  #isClosed = false;
  #turn = 0;

  constructor(host: ToolsHost) {
    this.#host = host;
    addStyles(host.root, sheet);
    this.#unlisten = host.room.listen((event) => {
      if (this.#isAbout(event)) this.#askWithin(SOON_MS);
    });
    document.addEventListener("visibilitychange", this.#plan);
    this.#plan();
  }

  close(): void {
    this.#isClosed = true;
    this.#turn += 1;
    this.#unlisten();
    document.removeEventListener("visibilitychange", this.#plan);
    clearTimeout(this.#timer);
  }

  /** Whether something else may wait after this than was asked for. */
  #isAbout(event: RoomEvent): boolean {
    const couldReview = this.#mayReview;
    this.#mayReview = this.#host.room.may("review");
    if (!this.#mayReview) return false;
    // Of what was done while the line was down, or somebody else read here, nobody was told.
    if (!couldReview || event.type === "waiting" || (event.type === "state" && event.state === "live")) return true;
    // What is deleted by somebody else is reported no more.
    return event.type === "change" && this.#reported.some(({ message }) => message.id === event.message.id);
  }

  #askWithin(ms: number): void {
    this.#pauseMs = Math.min(this.#pauseMs, ms);
    this.#plan();
  }

  /** Asks when it is time to, while the page is looked at; what was asked for before is waited for. */
  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    if (this.#isAsking || document.visibilityState !== "visible") return;
    const wait = Math.max(0, this.#askedAt + this.#pauseMs - performance.now());
    this.#timer = window.setTimeout(() => void this.look(), wait);
  };

  /** Asks what waits. What does not come is asked for again later, and not complained of. */
  async look(): Promise<void> {
    // An answer may come when nobody waits for it any more.
    if (this.#isClosed) return;
    const turn = ++this.#turn;
    const { room } = this.#host;
    this.#askedAt = performance.now();
    this.#pauseMs = RARELY_MS;
    this.#isAsking = room.may("review");
    if (this.#isAsking) {
      const query = { room: room.name };
      const asking = [room.ask<HeldPage>("/held"), room.ask<Reports>("v1/reports", { query })] as const;
      const [page, list] = await Promise.all(asking).catch(() => []);
      if (turn !== this.#turn) return;
      this.#isAsking = false;
      if (!page) this.#pauseMs = Math.min(this.#pauseMs, AGAIN_MS);
      this.#held = page?.held ?? this.#held;
      this.#reported = list?.reports ?? this.#reported;
      this.#host.update();
    }
    this.#plan();
  }

  /** A button that says how many wait, where any do. */
  drawWaiting(open: () => void): unknown {
    const count = this.#held.length + this.#reported.length;
    if (count === 0) return nothing;
    return html`<div class="waiting"><button type="button" class="as" @click=${open}
      >${this.#host.words.t("review-waiting", { count })}</button></div>`;
  }

  draw(): TemplateResult {
    const { t } = this.#host.words;
    if (this.#held.length + this.#reported.length === 0) return html`<p class="rest">${t("review-none")}</p>`;
    return html`<ul class="review">
      ${this.#held.map((each) => this.#drawHeld(each))} ${this.#reported.map((each) => this.#drawReported(each))}
    </ul>`;
  }

  #drawHeld({ held, sender, received, text }: HeldMessage): TemplateResult {
    const { t } = this.#host.words;
    const done = () => {
      this.#held = this.#held.filter((each) => each.held !== held);
    };
    return this.#drawEach(sender, received, text, nothing, [
      { label: t("review-approve"), run: () => this.#act(done, `/held/${held}/approve`, { method: "POST" }) },
      { label: t("review-reject"), isGrave: true, run: () => this.#act(done, `/held/${held}`, { method: "DELETE" }) },
    ]);
  }

  #drawReported({ message, count, reports }: ReportedMessage): TemplateResult {
    const { t } = this.#host.words;
    const { id, sender, created, text } = message;
    const done = () => {
      this.#reported = this.#reported.filter((each) => each.message.id !== id);
    };
    const whys = reports.flatMap(({ why }) => why ?? []);
    const about = html`<div class="about-it">${t("reported-by", { count })}
      ${whys.map((why) => html`<p dir="auto">${why}</p>`)}</div>`;
    return this.#drawEach(sender, created, text, about, [
      { label: t("review-show"), run: () => void this.#host.element.showMessage(id) },
      { label: t("review-keep"), run: () => this.#act(done, `/messages/${id}/reports`, { method: "DELETE" }) },
      { label: t("delete"), isGrave: true, run: () => this.#act(done, `/messages/${id}`, { method: "DELETE" }) },
    ]);
  }

  #drawEach(
    sender: Sender | null,
    time: string,
    text: string,
    about: unknown,
    acts: readonly { readonly label: string; readonly isGrave?: boolean; run(): void }[],
  ): TemplateResult {
    const { words } = this.#host;
    return html`<li>
      <div class="who"><bdi>${sender?.name ?? ""}</bdi>
        ${sender?.guest ? html`<span class="guest">${words.t("guest")}</span>` : nothing}
        <time datetime=${time}>${words.dateTime(new Date(time))}</time></div>
      <p class="what" dir="auto">${text}</p>
      ${about}
      <div class="acts">${acts.map(
        ({ label, isGrave, run }) =>
          html`<button type="button" class=${isGrave ? "grave" : ""} @click=${run}>${label}</button>`,
      )}</div>
    </li>`;
  }

  #act(done: () => void, path: string, how: RoomAsk): void {
    const over = () => {
      done();
      this.#host.update();
      this.#keepFocus();
      void this.look();
    };
    this.#host.room.ask(path, how).then(over, (error) => {
      // Another moderator was faster.
      if (error instanceof Refused && error.problem.status === 404) over();
      else this.#host.fault(error);
    });
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
