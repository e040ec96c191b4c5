// A person at a browser: opens a room, takes a name, says things, and reads what is on the screen.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Under which name each file of a built widget is served. */
export function widgetFiles(folder) {
  const index = readFileSync(join(folder, "widget.rs"), "utf8");
  return [...index.matchAll(/\("([^"]+)", include_str!\("([^"]+)"\)\)/g)].map(([, name, file]) => [name, file]);
}

/** One tab with one room that fills it. Remembers what the browser complained of. */
export class Reader {
  static async open(browser, url, name, options = {}) {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 }, locale: "en-GB", ...options });
    return Reader.#openIn(context, url, name, options);
  }

  static async #openIn(context, url, name, options = {}) {
    const page = await context.newPage();
    const reader = new Reader(context, page, name);
    const folder = process.env.E2E_WIDGET;
    for (const [name, file] of folder ? widgetFiles(folder) : []) {
      const path = join(folder, file);
      // A further try is by another address.
      await page.route(`**/${name}*`, (route) => route.fulfill({ path, contentType: "text/javascript" }));
    }
    await options.prepare?.(page);
    await page.goto(url);
    await page.locator("tertulia-room").first().waitFor();
    return reader;
  }

  complaints = [];
  sockets = [];

  /** Another tab of the same person. */
  tab(url) {
    return Reader.#openIn(this.context, url, this.name);
  }

  constructor(context, page, name) {
    this.context = context;
    this.page = page;
    this.name = name;
    page.on("websocket", (socket) => this.sockets.push(socket));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
  }

  get room() {
    return this.page.locator("tertulia-room").first();
  }

  async live() {
    await this.#until((room) => room.state === "live", "is live");
  }

  /** Until what comes late is there: the tools, and the looks of what has the focus. */
  async whole() {
    await this.#until(
      ({ shadowRoot }) =>
        shadowRoot?.adoptedStyleSheets.some(({ cssRules }) =>
          [...cssRules].some(({ selectorText = "" }) => selectorText.includes("button:focus-visible")),
        ),
      "has all that comes late",
    );
  }

  async state() {
    return this.room.evaluate((room) => room.state);
  }

  /** Types a line and presses Enter; takes a name if asked for one. */
  async say(text) {
    const field = this.room.locator("[part=input]");
    await field.fill(text);
    await field.press("Enter");
    const name = this.room.locator("#name");
    const isSent = ({ shadowRoot }) => shadowRoot.querySelector("textarea").value === "";
    await this.#until(
      ({ shadowRoot }) => shadowRoot.activeElement?.id === "name" || shadowRoot.querySelector("textarea").value === "",
      "is asked for a name, or has sent",
    );
    if (!(await name.isVisible())) return;
    await name.fill(this.name);
    await name.press("Enter");
    await this.#until(isSent, "has sent");
  }

  /** The texts on the screen, in order, without those that are still on their way. */
  async texts() {
    return this.room.evaluate((room) => {
      const lines = [...room.shadowRoot.querySelectorAll(".message:not(.sending):not(.failed), .action")];
      // What the server has written stands in a slot.
      const rows = lines.map((line) => line.querySelector(":scope > slot")?.assignedElements()[0] ?? line);
      return rows.flatMap((row) => [...row.querySelectorAll(".words")].map((each) => each.textContent));
    });
  }

  async sees(...texts) {
    await this.#until(
      (room, wanted) => {
        // Before the script has come there is no room.
        const lines = [...(room.shadowRoot?.querySelectorAll(".message:not(.sending), .action") ?? [])];
        const rows = lines.map((line) => line.querySelector(":scope > slot")?.assignedElements()[0] ?? line);
        const seen = rows.flatMap((row) => [...row.querySelectorAll(".words")]);
        return wanted.every((text) => seen.some((each) => each.textContent === text));
      },
      `sees ${texts.join(", ")}`,
      texts,
    );
  }

  /** Everything that was said here is acknowledged. */
  async settled() {
    await this.#until(
      (room) => room.shadowRoot && !room.shadowRoot.querySelector(".sending, .failed"),
      "has sent everything",
    );
  }

  async #until(condition, what, argument) {
    const end = Date.now() + 30_000;
    while (!(await this.room.evaluate(condition, argument))) {
      if (Date.now() > end)
        throw new Error(`${this.name} never ${what}; on screen: ${JSON.stringify(await this.texts())}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  close() {
    return this.context.close();
  }
}
