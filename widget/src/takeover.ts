// How the element takes over from a page that the server has written, or the host: where it was scrolled to, what was begun in
// its form, and that somebody is writing there. Fetched where there is such a page.

export class Begun {
  readonly #element: HTMLElement;
  /** Where people write without the element. */
  readonly #field: HTMLTextAreaElement | null | undefined;
  /** How far above the end the page is read; undefined before that was looked at. */
  #above: number | undefined;
  #selected: readonly [number, number] | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
    const form = element.querySelector<HTMLInputElement>("form > input[type=hidden][name=client_id]")?.form;
    this.#field = form?.querySelector("textarea[name=text]");
  }

  /** What was written in the form. */
  get text(): string | undefined {
    return this.#field?.value;
  }

  /** To be called as long as it is in sight, and may be later. */
  look(): void {
    if (this.#above !== undefined) return;
    // The page's log begins at its end: what lies above is below nothing.
    this.#above = -(this.#element.querySelector(".room .log")?.scrollTop ?? 0);
    const field = this.#field;
    if (field && document.activeElement === field) this.#selected = [field.selectionStart, field.selectionEnd];
  }

  /** To be called when the element is drawn. */
  goOn(root: ShadowRoot): void {
    const log = root.querySelector(".log");
    if (log && this.#above) log.scrollTop = log.scrollHeight - log.clientHeight - this.#above;
    const field = root.querySelector<HTMLTextAreaElement>(".composer textarea");
    if (!this.#selected || !field) return;
    field.focus({ preventScroll: true });
    if (field.value === this.#field?.value) field.setSelectionRange(...this.#selected);
  }
}
