// What one can do with messages: loaded when one is first touched. Menus, panels, and what has the focus after them.

import english from "../../../crates/tertulia/locales/en/widget.ftl?late";
import { addWords } from "../l10n.js";
import looks from "../late.css";
import { fetchEmoji, fetchGuests, late } from "../late.js";
import type { Line } from "../lines.js";
import type { InForce, Review } from "../review.js";
import { addStyles } from "../styles.js";
import { html, nothing, type TemplateResult } from "../template.js";
import type { Draft } from "../timeline.js";
import type { Tools, ToolsHost } from "../tools-host.js";
import type { Message } from "../types.js";
import { Answering } from "./answering.js";
import { keepTyped, TYPED, watchAround } from "./around.js";
import { lookOver } from "./attributes.js";
import { Banned } from "./banned.js";
import { type Acts, choicesFor, mayEdit } from "./choices.js";
import { Completion } from "./completion.js";
import { keepFaces } from "./faces.js";
import type { GuestName } from "./guest-name.js";
import * as icons from "./icons.js";
import { Leaving } from "./leaving.js";
import { type MenuPlace, placeMenu } from "./menu-place.js";
import { Order } from "./order.js";
import { Picker } from "./picker.js";
import sheet from "./tools.css";
import { drawMenu, drawNew, drawPanel, drawPeople, drawReport, drawRowButtons } from "./tools-view.js";
import { drawCount, drawFailure, drawHints, whoTypes, whyClosed } from "./writing-view.js";

/** What waits for review: most readers have nothing to do with it. */
const fetchReview = late((_again) => import("../review.js"));

addWords(english);

export function makeTools(host: ToolsHost): Tools {
  addStyles(host.root, looks + sheet);
  return new MessageTools(host);
}

/** What brings a line's tools back after Escape. */
const MOVES = ["pointermove", "pointerdown", "focusin"];
/** Milliseconds in which a second press is none of its own: a double click, or a key that is held down. */
const TWICE_MS = 700;

type Panel = "people" | "review" | "in-force" | { readonly pickFor: Message | "field" } | { readonly report: Message };

class MessageTools implements Tools {
  readonly #host: ToolsHost;
  readonly #completion: Completion;
  #guest: GuestName | undefined;
  readonly #answering: Answering;
  readonly #leaving: Leaving;
  #isLeft = false;
  #touched: string | undefined;
  #menu: string | undefined;
  /** Whether what is put on a guest is to hold for their address, too. */
  #withAddress = false;
  /** Whether it was asked if all of somebody's is to go. */
  #isSure = false;
  #askedAt = 0;
  #place: MenuPlace = { isUp: false, looks: "" };
  #panel: Panel | undefined;
  /** What had the focus when the panel was opened, and the line that it stands in. */
  #opener: { readonly at: HTMLElement; readonly line: HTMLElement | null } | undefined;
  #review: Review | undefined;
  #inForce: InForce | undefined;
  #isClosed = false;
  readonly #banned: Banned;
  readonly #order: Order;
  readonly #leaveFaces: () => void;
  readonly #leaveAround: () => void;
  readonly #leaveRoom: () => void;
  /** Ends what is heard of the page and the room. */
  readonly #heard = new AbortController();
  readonly #picker: Picker;

  constructor(host: ToolsHost) {
    this.#host = host;
    // Of those that nobody has asked for it is not said that they don't come.
    this.#completion = new Completion(
      host,
      () => (fetchEmoji.isFailing() ? this.#picker.emoji : this.#picker.load()),
      (run) => this.#afterDrawing(run),
    );
    this.#picker = new Picker(
      Object.assign(Object.create(host), {
        loaded: () => this.#completion.look(),
        afterDrawing: (run: () => void) => this.#afterDrawing(run),
      }),
    );
    this.#banned = new Banned(host);
    this.#order = new Order(host);
    this.#answering = new Answering(host, {
      begun: () => {
        this.#menu = undefined;
      },
      left: () => this.#completion.close(),
      say: (text) => this.#order.say(text),
    });
    this.#leaving = new Leaving(host, (run) => this.#afterDrawing(run));
    this.#leaveFaces = keepFaces(host.root);
    lookOver(host.root.host);
    this.#leaveAround = watchAround(
      host.root,
      () => host.update(),
      () => this.#rest(),
    );
    this.#leaveRoom = host.room.listen(() => this.#answering.lookAgain());
    const { signal } = this.#heard;
    const first = { signal, capture: true };
    // In the room first: what closes something here is prevented before a page hears of it.
    for (const at of [host.root, window]) at.addEventListener("keydown", this.#onKey as EventListener, { signal });
    for (const type of TYPED) host.root.addEventListener(type, keepTyped, { signal });
    for (const at of [window, host.root])
      for (const type of ["pointerdown", "focusin"]) at.addEventListener(type, this.#onElsewhere, first);
    host.root.addEventListener("focusin", this.#onFocus, { signal });
    // The focus that goes from line to line is heard in the room alone.
    for (const type of MOVES) host.root.addEventListener(type, this.#goOn, first);
  }

  close(): void {
    this.#isClosed = true;
    this.#review?.close();
    this.#banned.close();
    this.#order.close();
    this.#leaving.close();
    this.#leaveFaces();
    this.#leaveAround();
    this.#leaveRoom();
    this.#heard.abort();
  }

  get replyTo(): number | undefined {
    return this.#answering.replyTo;
  }

  get isEditing(): boolean {
    return this.#answering.isEditing;
  }

  askName(isChange: boolean): void {
    const { client, room } = this.#host;
    const ask = (Form: typeof GuestName) => {
      if (this.#isClosed) return;
      this.#guest ??= this.#asking(Form);
      this.#guest.ask(room.self?.name ?? client.lastGuestName ?? "", isChange);
      this.#afterDrawing(() => this.#find("#name")?.focus());
    };
    fetchGuests().then(
      (file) => ask(file.GuestName),
      (error) => this.#isClosed || this.#host.fault(error),
    );
  }

  onError(code: string): void {
    const { words } = this.#host;
    if (code === "held") this.#host.notice(words.t("held"));
    if (code === "message_gone") this.#order.say(words.t("message-gone"));
    if (code === "outbox_full") this.#host.notice(words.t("outbox-full"));
    if (code === "token_missing") this.askName(false);
  }

  takeSend(text: string): boolean {
    return this.#answering.takeSend(text);
  }

  sent(): void {
    this.#answering.sent();
    this.#completion.close();
  }

  touch(key: string | undefined): void {
    if (key === this.#touched || this.#menu !== undefined || (key !== undefined && this.#isLeft)) return;
    this.#touched = key;
    this.#host.update();
  }

  /** What comes with the pointer may lie over what is to be read, and goes without the pointer having to move. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    this.touch(undefined);
    // When they go, a pointer that was over them is over the line all at once, without having moved: that brings nothing back.
    this.#isLeft = true;
    // A panel goes as well, wherever in the room one is: what has the focus keeps it, unless Escape was for that.
    const isHere = event.target === document.body || event.composedPath().includes(this.#host.root);
    if (!isHere || event.defaultPrevented || this.#panel === undefined) return;
    event.preventDefault();
    this.#show(undefined);
  };

  #goOn = (event: Event): void => {
    if (!this.#isLeft) return;
    this.#isLeft = false;
    // A finger that comes down would press what came under it, when it goes up.
    if (/^touch$/.test((event as PointerEvent).pointerType)) return;
    // A pointer is over a line before it moves there, which was passed over.
    const line = event.composedPath().find((each) => each instanceof HTMLElement && each.dataset.key !== undefined);
    if (line) this.touch((line as HTMLElement).dataset.key);
  };

  /** A panel lies over the lines: one that takes the focus has to be seen. */
  #onFocus = (event: Event): void => {
    const log = this.#find(".log");
    if (this.#panel !== undefined && log && event.composedPath().includes(log)) this.#show(undefined);
  };

  /** A menu is left by a press anywhere else, in the room or outside of it, and by the focus that goes elsewhere. */
  #onElsewhere = (event: Event): void => {
    const path = event.composedPath();
    const isIn = (...selectors: string[]) =>
      selectors.map((each) => this.#find(each)).some((each) => each !== null && path.includes(each));
    if (this.#menu !== undefined && !isIn(".menu", ".tools .more")) this.#openMenu(undefined);
    if (isIn(".middle")) return;
    if (event.type === "focusin") this.#rest();
    else this.touch(undefined);
  };

  /** The pointer or the focus is elsewhere: a line keeps its tools where the focus is at them, or is seen to be at the line. */
  #rest(): void {
    const at = this.#host.root.activeElement;
    const line = at?.matches(".tools *, :focus-visible") ? at.closest<HTMLElement>("[data-key]") : undefined;
    this.touch(line?.dataset.key);
  }

  togglePeople(): void {
    this.#show(this.#panel === "people" ? undefined : "people");
  }

  togglePicker(): void {
    this.#pick("field");
  }

  isLeaving(id: number): boolean {
    return this.#leaving.has(id);
  }

  drawLeaving(id: number): TemplateResult {
    return this.#leaving.draw(id);
  }

  drawRow(line: Line): unknown {
    const { message, draft, key } = line;
    const isMine = key === this.#touched || key === this.#menu;
    if (!isMine || draft || message.deleted !== undefined || this.isLeaving(message.id)) return nothing;
    const { words, room, element } = this.#host;
    // Without a field there is nothing to answer in.
    const mayWrite = !element.readonly;
    return html`<div class="rail"><div class=${this.#place.isUp ? "tools up" : "tools"} @click=${(event: Event) => event.stopPropagation()}>
      ${drawRowButtons({
        words,
        mayReact: room.may("react"),
        maySay: mayWrite && room.may("say"),
        isOpen: this.#menu === key,
        react: () => this.#pick(message),
        reply: () => this.#answering.reply(message),
        menu: () => this.#openMenu(this.#menu === key ? undefined : key),
      })}
      ${this.#menu === key ? drawMenu(choicesFor(line, room, words, this.#acts, mayWrite), words, this.#place.looks, () => this.#openMenu(undefined, true)) : nothing}
    </div></div>`;
  }

  drawAboveField(): unknown {
    return html`${this.#guest?.draw() ?? nothing}${this.#answering.draw()}${this.#completion.draw()}`;
  }

  drawBelowField(): unknown {
    const { words, room } = this.#host;
    const { text } = this.#host.writing;
    return html`${drawCount(words, text, room.settings?.text_max)}
      ${this.#reviewed()?.drawWaiting(() => this.#showReview()) ?? nothing}`;
  }

  drawClosed(): unknown {
    return whyClosed(this.#host.room, this.#host.words, this.#banned.facts);
  }

  drawHints(slowSeconds: number): unknown {
    const { room, words } = this.#host;
    const guest = room.self?.guest ? room.self.name : undefined;
    return drawHints(words, guest, slowSeconds, () => this.askName(true));
  }

  drawTyping(): unknown {
    return whoTypes(this.#host.room, this.#host.words);
  }

  drawFailure(draft: Draft): unknown {
    const { words, room } = this.#host;
    return drawFailure(draft, {
      words,
      retry: (clientId) => room.retry(clientId),
      discard: (clientId) => room.discard(clientId),
    });
  }

  drawNew(count: number, go: () => void): unknown {
    return drawNew(this.#host.words, count, go);
  }

  get #mayNotify(): boolean {
    return this.#host.element.notify && typeof Notification === "function";
  }

  drawMore(): unknown {
    const { room, words } = this.#host;
    if (!room.may("lock") && room.ignored.size === 0 && !this.#mayNotify) return nothing;
    const label = words.t("more");
    // It is no sign of how things stand.
    return html`<button type="button" class="presence offline" part="presence" aria-label=${label} title=${label}
      @click=${() => this.togglePeople()}>${icons.dots}</button>`;
  }

  drawPanel(): unknown {
    const { room, words } = this.#host;
    const close = () => this.#show(undefined, true);
    if (this.#panel === undefined) return nothing;
    if (this.#panel === "people") {
      return drawPeople({
        room,
        words,
        close,
        notify: this.#mayNotify ? () => void this.#notify() : undefined,
        mayLock: room.may("lock"),
        lock: () => this.#set({ locked: !room.settings?.locked }),
        slow: (seconds) => this.#set({ slow_seconds: seconds }),
        review: this.#reviewed() && (() => this.#showReview()),
        inForce: room.may("restrict") ? () => void this.#showInForce() : undefined,
        seeAgain: () => {
          for (const id of room.ignored) room.ignore(id, false);
        },
      });
    }
    if (this.#panel === "in-force") {
      return room.may("restrict")
        ? drawPanel(words.t("in-force"), words, close, this.#inForce?.draw() ?? nothing)
        : nothing;
    }
    if (this.#panel === "review") {
      return drawPanel(words.t("review"), words, close, this.#reviewed()?.draw() ?? nothing);
    }
    if ("report" in this.#panel) {
      const { id } = this.#panel.report;
      return drawReport(words, (why) => this.#report(id, why), close);
    }
    const { pickFor } = this.#panel;
    const pick = (emoji: string) => {
      if (pickFor === "field") this.#opener = undefined;
      this.#show(undefined, true);
      if (pickFor === "field") this.#insert(emoji);
      else this.#act(room.react(pickFor.id, emoji, true));
    };
    return this.#picker.draw(pick, close);
  }

  /** What waits for review, where the reader has to do with it. */
  #reviewed(): Review | undefined {
    const mayReview = this.#host.room.may("review");
    if (mayReview && !this.#review && !fetchReview.isFailing()) {
      fetchReview().then(
        ({ Review }) => {
          if (!this.#isClosed) this.#review ??= new Review(this.#host);
        },
        () => undefined,
      );
    }
    return mayReview ? this.#review : undefined;
  }

  #showReview(): void {
    const isOpen = this.#panel === "review";
    this.#show(isOpen ? undefined : "review", isOpen);
    if (!isOpen) void this.#review?.look();
  }

  async #showInForce(): Promise<void> {
    try {
      const { InForce } = await fetchReview();
      if (this.#isClosed) return;
      // Nothing of an older list is seen before the new one is there.
      this.#inForce = new InForce(this.#host);
      this.#show("in-force");
      await this.#inForce.look();
    } catch (error) {
      this.#host.fault(error);
    }
  }

  onFieldKey(event: KeyboardEvent, field: HTMLTextAreaElement): boolean {
    if (this.#completion.onKey(event)) return true;
    if (event.key === "Escape" && this.#answering.cancel()) return true;
    if (event.key !== "ArrowUp" || field.value !== "" || event.shiftKey) return false;
    const { room } = this.#host;
    const own = [...room.messages].reverse().find((message) => mayEdit(message, room));
    if (!own) return false;
    this.#answering.edit(own);
    return true;
  }

  onFieldInput(field: HTMLTextAreaElement): void {
    this.#completion.look(field);
  }

  /** Up and down go from line to line; the line that has the focus shows what can be done with it. */
  onLogKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.#menu !== undefined) {
      event.preventDefault();
      this.#openMenu(undefined, true);
      return;
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const { root } = this.#host;
    if (root.activeElement?.closest(".menu")) return;
    const lines = [...root.querySelectorAll<HTMLElement>(".lines [data-key][tabindex]")];
    // What has the focus in a line may be the page's.
    const path = event.composedPath();
    const at = lines.findIndex((line) => path.includes(line));
    const next = at < 0 ? lines.length - 1 : at + (event.key === "ArrowUp" ? -1 : 1);
    if (!lines[next]) return;
    event.preventDefault();
    lines[next].focus({ preventScroll: false });
  }

  get #acts(): Acts {
    const { element } = this.#host;
    // Of this page, where it says no other.
    const here = (id: number) => new URL(`#tertulia/${element.room}/${id}`, location.href).href;
    return {
      edit: (message) => this.#answering.edit(message),
      copyText: ({ text }) => void this.#copy(text),
      copyLink: ({ id }) => void this.#copy(element.linkTo?.(id) ?? here(id)),
      ignore: (sender) => this.#order.ignore(sender),
      report: (message) => this.#show({ report: message }),
      delete: ({ id }) => {
        this.#menu = undefined;
        this.#leaving.begin(id);
      },
      restrict: (message, kind) => this.#restrict(message, kind),
      deleteAll: (message) => {
        const now = performance.now();
        if (this.#isSure && now - this.#askedAt < TWICE_MS) return;
        if (this.#isSure) {
          this.#openMenu(undefined, true);
          this.#act(this.#order.deleteAll(message));
          return;
        }
        [this.#isSure, this.#askedAt] = [true, now];
        this.#host.update();
      },
      isSure: this.#isSure,
      withAddress: this.#withAddress,
      toggleAddress: () => {
        this.#withAddress = !this.#withAddress;
        this.#host.update();
      },
    };
  }

  #openMenu(key: string | undefined, isBack = false): void {
    const before = this.#menu;
    this.#menu = key;
    if (key !== undefined) {
      // What was meant for one person is not meant for the next.
      this.#withAddress = this.#isSure = false;
      const tools = this.#find(`[data-key="${CSS.escape(key)}"] .tools`);
      this.#place = placeMenu(tools, this.#find(".log")) ?? this.#place;
    }
    this.#host.update();
    this.#afterDrawing(() => {
      if (key !== undefined) this.#find(".menu [role^=menuitem]")?.focus({ preventScroll: true });
      // What was chosen may have opened a panel, which has the focus then.
      else if (isBack && this.#panel === undefined) {
        const line = this.#find(`[data-key="${CSS.escape(before ?? "")}"]`);
        (line?.querySelector<HTMLElement>(".tools .more") ?? line)?.focus({ preventScroll: true });
      }
    });
  }

  #restrict(message: Message, kind: "mute" | "ban" | "kick"): void {
    this.#menu = undefined;
    this.#act(this.#order.restrict(message, kind, this.#withAddress));
  }

  #report(id: number, why: string): void {
    this.#show(undefined, true);
    const body = why.trim() === "" ? {} : { why };
    const { room, words } = this.#host;
    const sending = room.ask(`/messages/${id}/reports`, { method: "POST", body });
    this.#act(sending.then(() => this.#order.say(words.t("report-thanks"))));
  }

  #set(body: object): void {
    this.#act(this.#host.room.ask("", { method: "PUT", body }));
  }

  /** The browser asks for leave, which it does only where somebody has pressed something. */
  async #notify(): Promise<void> {
    const { room, words } = this.#host;
    const isOn = !room.notifies && (await Notification.requestPermission().catch(() => "denied")) === "granted";
    if (!isOn && !room.notifies) this.#host.notice(words.t("notify-refused"));
    room.notifies = isOn;
    this.#host.update();
  }

  async #copy(text: string): Promise<void> {
    this.#openMenu(undefined, true);
    const { words } = this.#host;
    await navigator.clipboard.writeText(text).then(
      () => this.#order.say(words.t("copied")),
      (error) => this.#isClosed || this.#host.fault(error),
    );
  }

  #act(act: Promise<unknown>): void {
    this.#host.update();
    act.catch((error) => this.#host.fault(error));
  }

  #pick(pickFor: Message | "field"): void {
    const isOpen = typeof this.#panel === "object" && "pickFor" in this.#panel;
    this.#show(isOpen ? undefined : { pickFor });
    if (!isOpen) this.#picker.begin();
  }

  #show(panel: Panel | undefined, isBack = false): void {
    const { root } = this.#host;
    if (panel !== undefined && this.#panel === undefined) {
      const at = root.activeElement;
      this.#opener = at instanceof HTMLElement ? { at, line: at.closest<HTMLElement>("[data-key]") } : undefined;
    }
    this.#panel = panel;
    this.#host.update();
    this.#afterDrawing(() => {
      if (panel !== undefined) (this.#find(".panel input, .panel textarea") ?? this.#find(".panel button"))?.focus();
      else if (isBack) this.#goBack();
    });
  }

  /** The focus goes to where it was before something was opened: who sees only where it is would be lost otherwise. */
  #goBack(): void {
    const { at, line } = this.#opener ?? {};
    const to = at?.isConnected ? at : line?.isConnected ? line : undefined;
    if (to) to.focus();
    else this.#host.focusField();
  }

  #insert(emoji: string): void {
    const field = this.#find(".composer textarea") as HTMLTextAreaElement | null;
    const [from, to] = [field?.selectionStart ?? Infinity, field?.selectionEnd ?? Infinity];
    const { text } = this.#host.writing;
    this.#host.writing.put(text.slice(0, from) + emoji + text.slice(to));
    this.#afterDrawing(() => field?.setSelectionRange(from + emoji.length, from + emoji.length));
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(selector);
  }

  #asking(Form: typeof GuestName): GuestName {
    const host = this.#host;
    return new Form({
      root: host.root,
      words: () => host.words,
      close: icons.close,
      changed: () => host.update(),
      take: async (name) => void (await host.client.becomeGuest(name, host.room.name)),
      done: (isChange) => {
        // The field is that of another room by now.
        if (this.#isClosed) return;
        if (!isChange) host.writing.send();
        this.#afterDrawing(() => host.focusField());
      },
    });
  }

  #afterDrawing(run: () => void): void {
    const { host } = this.#host.root as ShadowRoot & { host: HTMLElement & { updateComplete?: Promise<unknown> } };
    void host.updateComplete?.then(run);
  }
}
