// The main story in Firefox, told over WebDriver BiDi: two guests, a lost line, a killed server, older pages, a strict page.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do
//   E2E_SHOTS      a folder to put pictures into, to be looked at
//   FIREFOX        the browser, where it is not the system's

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { startBinary } from "./servers.mjs";
import { strictSite } from "./sites.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- Firefox: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

// How fast somebody may speak is not what is told here.
const pace = ["USER_ROOM", "USER", "ROOM", "ADDRESS"].map((whose) => [`TERTULIA_LIMITS_${whose}_SENDS_PER_S`, "0"]);
const server = await startBinary(process.env.TERTULIA_BIN, Object.fromEntries(pace));
const site = await strictSite(server.url);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  extraPrefsFirefox: { "intl.accept_languages": "en-GB", "browser.chrome.site_icons": false },
});
const embed = (room) => `${server.url}embed/${room}`;

/** A person at Firefox, with keys and a screen. */
class Person {
  complaints = [];

  static async open(opened, url, name) {
    const person = new Person();
    person.name = name;
    person.context = await browser.createBrowserContext();
    opened.push(person.context);
    person.page = await person.context.newPage({ type: "window" });
    await person.page.setViewport({ width: 900, height: 700 });
    person.page.on("pageerror", (error) => person.complaints.push(String(error)));
    person.page.on("console", (line) => {
      if (["error", "warn"].includes(line.type())) person.complaints.push(line.text());
    });
    await person.page.evaluateOnNewDocument(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", (event) =>
        globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    await person.page.goto(url);
    await person.live();
    return person;
  }

  /** What a function of the element comes to. */
  ask(question, ...more) {
    return this.page.evaluate(`(${question})(document.querySelector("tertulia-room"), ...${JSON.stringify(more)})`);
  }

  until(question, what, ...more) {
    return until(() => this.ask(question, ...more), `${this.name} ${what}`);
  }

  live() {
    return this.until((room) => room?.state === "live", "is live");
  }

  focus(selector) {
    return this.ask((room, wanted) => room.shadowRoot.querySelector(wanted).focus(), selector);
  }

  click(selector) {
    return this.page.locator(`tertulia-room >>> ${selector}`).click();
  }

  /** Types a line and presses Enter; takes a name if asked for one. */
  async say(text) {
    await this.focus("textarea");
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    const isSent = ({ shadowRoot }) => shadowRoot.querySelector("textarea").value === "";
    await this.until(
      ({ shadowRoot }) => shadowRoot.activeElement?.id === "name" || shadowRoot.querySelector("textarea").value === "",
      "is asked for a name, or has sent",
    );
    if (await this.ask(isSent)) return;
    await this.ask(({ shadowRoot }) => shadowRoot.querySelector("#name").select());
    await this.page.keyboard.type(this.name);
    await this.page.keyboard.press("Enter");
    await this.until(isSent, "has sent");
  }

  texts() {
    return this.ask(({ shadowRoot }) => {
      const lines = [...shadowRoot.querySelectorAll(".message:not(.sending):not(.failed)")];
      // What the server has written stands in a slot.
      const rows = lines.map((line) => line.querySelector(":scope > slot")?.assignedElements()[0] ?? line);
      return rows.flatMap((row) => [...row.querySelectorAll(".words")].map((each) => each.textContent));
    });
  }

  sees(...texts) {
    return this.until(
      ({ shadowRoot }, wanted) => {
        const lines = [...shadowRoot.querySelectorAll(".message:not(.sending)")];
        const rows = lines.map((line) => line.querySelector(":scope > slot")?.assignedElements()[0] ?? line);
        const seen = rows.map((row) => row.querySelector(".words")?.textContent);
        return wanted.every((text) => seen.includes(text));
      },
      `sees ${texts.join(", ")}`,
      texts,
    );
  }

  settled() {
    return this.until(({ shadowRoot }) => !shadowRoot.querySelector(".sending, .failed"), "has sent everything");
  }

  async shot(name) {
    if (!process.env.E2E_SHOTS) return;
    mkdirSync(process.env.E2E_SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(process.env.E2E_SHOTS, `firefox-${name}.png`) });
  }
}

async function two(opened, room) {
  return Promise.all([Person.open(opened, embed(room), "Ana"), Person.open(opened, embed(room), "Ben")]);
}

const stories = {
  async "two guests talk, and see the same in the same order"(opened) {
    const [ana, ben] = await two(opened, "firefox/talk");
    await ana.say("hello Ben");
    await ben.sees("hello Ben");
    await ben.say("hello Ana");
    await ana.sees("hello Ana");
    await Promise.all([ana.say("at the"), ben.say("same time")]);
    for (const person of [ana, ben]) {
      await person.sees("at the", "same time");
      await person.settled();
    }
    equal(await ana.texts(), await ben.texts(), "both screens");
    await ana.shot("talk");
    for (const person of [ana, ben]) equal(person.complaints, [], "complaints of the browser");
  },

  async "a line is answered, reacted to, edited and deleted"(opened) {
    const [ana, ben] = await two(opened, "firefox/tools");
    await ana.say("frist");
    await ben.sees("frist");
    // What Ben sees is not here yet, perhaps.
    await until(async () => {
      await ana.page.keyboard.press("ArrowUp");
      return ana.ask(({ shadowRoot }) => shadowRoot.querySelector("textarea").value === "frist");
    }, "Ana edits");
    await ana.page.keyboard.down("Control");
    await ana.page.keyboard.press("a");
    await ana.page.keyboard.up("Control");
    await ana.page.keyboard.type("first");
    await ana.page.keyboard.press("Enter");
    await ben.sees("first");
    await ben.say("a name first");
    await ben.page.locator("tertulia-room >>> .message:not(.own) .bubble").hover();
    await ben.shot("tools");
    await ben.click(".tools .answer");
    await ben.say("second");
    await ana.until(({ shadowRoot }) => shadowRoot.querySelector(".quote b")?.textContent === "Ana", "sees the quote");
    await ben.page.locator("tertulia-room >>> .message:not(.own) .bubble").hover();
    await ben.click(".tools .react");
    await ben.until(({ shadowRoot }) => shadowRoot.activeElement?.matches(".panel input"), "is in the picker");
    await ben.page.keyboard.type("tada");
    await ben.until(({ shadowRoot }) => shadowRoot.querySelector(".grid button")?.textContent === "🎉", "finds it");
    await ben.shot("picker");
    await ben.page.keyboard.press("Enter");
    await ana.until(({ shadowRoot }) => shadowRoot.querySelector(".reaction") !== null, "sees the reaction");
    // In a window that is not in front nothing gets the focus.
    await ana.page.bringToFront();
    await ana.focus(".message.own");
    await ana.page.keyboard.press("Tab");
    await ana.until(({ shadowRoot }) => shadowRoot.activeElement?.matches(".reaction"), "is at the reaction");
    await ana.click(".tools .more");
    await ana.shot("menu");
    await ana.click(".menu .delete");
    await ben.until(({ shadowRoot }) => shadowRoot.querySelector(".is-removed") !== null, "sees it go");
    for (const person of [ana, ben]) equal(person.complaints, [], "complaints of the browser");
  },

  async "who was offline misses nothing, and nothing is said twice"(opened) {
    const [ana, ben] = await two(opened, "firefox/offline");
    await ana.say("before");
    await ben.say("before too");
    for (const person of [ana, ben]) await person.sees("before", "before too");
    await ana.page.setOfflineMode(true);
    await ana.until((room) => room.state === "offline", "is offline");
    await ana.say("written offline");
    await ben.say("missed 1");
    await ben.say("missed 2");
    await ben.sees("missed 1", "missed 2");
    equal((await ana.texts()).includes("missed 1"), false, "offline shows what is new");
    await ana.shot("offline");
    await ana.page.setOfflineMode(false);
    const all = ["before", "before too", "written offline", "missed 1", "missed 2"];
    for (const person of [ana, ben]) await person.sees(...all);
    await ana.settled();
    equal(await ana.texts(), await ben.texts(), "both screens");
    equal((await ana.texts()).length, all.length, "lines");
  },

  async "a server that is killed and comes back loses and doubles nothing"(opened) {
    const [ana, ben] = await two(opened, "firefox/kill");
    await ana.say("a0");
    await ben.say("b0");
    const wanted = ["a0", "b0"];
    for (const person of [ana, ben]) await person.sees(...wanted);
    for (let round = 1; round <= 2; round++) {
      await Promise.all([ana.say(`a${round} before`), ben.say(`b${round} before`)]);
      await server.kill();
      await Promise.all([ana.say(`a${round} while`), ben.say(`b${round} while`)]);
      await server.start();
      wanted.push(`a${round} before`, `b${round} before`, `a${round} while`, `b${round} while`);
      for (const person of [ana, ben]) await person.sees(...wanted);
    }
    for (const person of [ana, ben]) await person.settled();
    equal(await ana.texts(), await ben.texts(), "both screens");
    equal([...(await ana.texts())].sort(), [...wanted].sort(), "what was said");
  },

  async "older pages load on scrolling up, and the line that is read stays where it is"(opened) {
    const ana = await Person.open(opened, embed("firefox/history"), "Ana");
    await ana.say("line 0");
    await ana.sees("line 0");
    await ana.ask(async (room) => {
      for (let i = 1; i < 160; i++) await room.say(`line ${i}\n${"more ".repeat(i % 40)}`);
    });
    await ana.settled();
    await ana.page.reload();
    await ana.live();
    await ana.until(({ shadowRoot }) => shadowRoot.querySelectorAll("[data-key]").length >= 50, "has a page");
    const moved = await ana.ask(scrollUp);
    if (moved > 1) throw new Error(`the line that was read moved by ${moved} px`);
    equal((await ana.texts()).length, 160, "all lines");
  },

  async "rows that the server has written stay, with what is selected in them, and what changes is drawn anew"(opened) {
    const ana = await Person.open(opened, embed("firefox/rows"), "Ana");
    for (const text of ["first of all", "second of all", "third of all"]) await ana.say(text);
    await ana.settled();
    const ben = await ana.context.newPage({ type: "window" });
    await ben.evaluateOnNewDocument(() => {
      const observer = new MutationObserver(() => {
        // The page is whole, and no module has run.
        if (!document.querySelector("#whole")) return;
        observer.disconnect();
        const rows = [...document.querySelectorAll("tertulia-room > article")];
        const text = rows[1].querySelector(".words").firstChild;
        globalThis.rows = rows;
        globalThis.wasDrawn = document.querySelector("tertulia-room").shadowRoot !== null;
        globalThis.places = new Set();
        getSelection().setBaseAndExtent(text, 2, text, 9);
        const look = () => {
          const places = rows.map((row) => `${row.isConnected} ${Math.round(row.getBoundingClientRect().y)}`);
          globalThis.places.add(places.join());
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await ben.goto(embed("firefox/rows"));
    await until(() => ben.evaluate(() => document.querySelector("tertulia-room").state === "live"), "it is live");
    const found = await ben.evaluate(() => {
      const { anchorNode } = getSelection();
      const seen = globalThis.rows.map((row) => {
        const { left, top } = row.querySelector(".words").getBoundingClientRect();
        return row.contains(document.elementFromPoint(left + 3, top + 5));
      });
      return [
        globalThis.wasDrawn,
        globalThis.places.size,
        String(getSelection()),
        globalThis.rows[1].contains(anchorNode),
        seen,
      ];
    });
    equal(found, [false, 1, "cond of", true, [true, true, true]], "drawn before, places, selected, where, seen");
    await ana.ask(async (room) => {
      const { shadowRoot } = room;
      const id = Number(shadowRoot.querySelectorAll(".message")[2].dataset.id);
      await fetch(new URL(`../../v1/rooms/${room.room}/messages/${id}/reactions?emoji=%F0%9F%8E%89`, location.href), {
        method: "PUT",
        headers: {
          Authorization: `Bearer ${JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith("tertulia:guest"))[1]).token}`,
        },
      });
    });
    await until(() => ben.evaluate(() => !globalThis.rows[2].isConnected), "the row with a reaction is drawn anew");
    const left = await ben.evaluate(() => [globalThis.rows.map((row) => row.isConnected), String(getSelection())]);
    equal(left, [[true, true, false], "cond of"], "what is left, and selected");
  },

  async "a reload keeps the guest, and what was begun"(opened) {
    const ana = await Person.open(opened, embed("firefox/reload"), "Ana");
    await ana.say("first");
    await ana.sees("first");
    await ana.settled();
    await ana.focus("textarea");
    await ana.page.keyboard.type("half a sen");
    await ana.page.reload();
    await ana.live();
    await ana.sees("first");
    await ana.until(({ shadowRoot }) => shadowRoot.querySelector("textarea")?.value === "half a sen", "has the draft");
    equal(await ana.ask(({ shadowRoot }) => shadowRoot.querySelectorAll(".message.own").length), 1, "own lines");
    await ana.focus("textarea");
    await ana.page.keyboard.press("End");
    await ana.page.keyboard.type("tence");
    await ana.page.keyboard.press("Enter");
    await ana.sees("half a sentence");
    equal(await ana.ask(({ shadowRoot }) => shadowRoot.querySelectorAll(".message.own").length), 2, "own lines");
  },

  async "a strict page of another site has nothing to report"(opened) {
    const ana = await Person.open(opened, `${site.url}?room=strict/firefox`, "Ana");
    await ana.say("hello from a strict site");
    await ana.sees("hello from a strict site");
    await ana.settled();
    await ana.click(".pick");
    await ana.click(".grid button");
    await ana.click(".presence");
    await ana.click(".panel .close");
    await ana.ask(async (room) => {
      room.density = "line";
      room.lang = "es";
      await room.updateComplete;
    });
    await ana.shot("strict");
    equal(await ana.page.evaluate("globalThis.violations"), [], "violations");
    equal(ana.complaints, [], "complaints of the browser");
    equal(await ana.ask((room) => getComputedStyle(room).display), "flex", "the widget's own style");
  },
};

/** In the page: to the very beginning, page by page; tells by how much the line that is read was moved at most. */
async function scrollUp(room) {
  const log = room.shadowRoot.querySelector(".log");
  const lines = () => [...room.shadowRoot.querySelectorAll("[data-key]")];
  const isAll = () => {
    const edge = room.shadowRoot.querySelector(".edge");
    return edge !== null && edge.children.length === 0 && edge.textContent !== "";
  };
  let moved = 0;
  while (!isAll()) {
    log.scrollTop = 0;
    const top = log.getBoundingClientRect().top;
    const read = lines().find((line) => line.getBoundingClientRect().bottom > top);
    const before = read.getBoundingClientRect().top;
    const first = lines()[0];
    for (let i = 0; i < 3_000 && lines()[0] === first; i++) await new Promise((done) => setTimeout(done, 10));
    if (lines()[0] === first) throw new Error("no older page came");
    moved = Math.max(moved, Math.abs(read.getBoundingClientRect().top - before));
  }
  return moved;
}

await tell("Firefox", stories, async () => {
  await browser.close();
  site.close();
  await server.stop();
});
