// The browser tests: real pages in Chromium against a real server. One story each, told by Readers.
//
//   TERTULIA_BIN   the server to test; without it the small server of the unit tests stands in
//   E2E_SHOTS      a folder to put pictures into, to be looked at
//   E2E_WIDGET     the folder of a built widget to put in the place of the one that the server carries
//   CHROMIUM       the browser, where it is not the system's

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { takePictures } from "./pictures.mjs";
import { Reader } from "./reader.mjs";
import { startFake, startServer } from "./servers.mjs";

const server = await startServer();
const browser = await launch();
const embed = (room) => `${server.url}embed/${room}`;
const equal = (a, b, what) => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left !== right) throw new Error(`${what}: ${left} is not ${right}`);
};
const until = async (condition, what) => {
  for (const end = Date.now() + 30_000; !(await condition()); await sleep(50))
    if (Date.now() > end) throw new Error(`never was it so that ${what}`);
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two people in a room of their own, named after the story. */
async function two(room, optionsAna = {}, optionsBen = {}) {
  const ana = await Reader.open(browser, embed(room), "Ana", optionsAna);
  const ben = await Reader.open(browser, embed(room), "Ben", optionsBen);
  await Promise.all([ana.live(), ben.live()]);
  return [ana, ben];
}

const stories = {
  async "two people talk, and see the same in the same order"() {
    const [ana, ben] = await two("e2e/talk");
    await ana.say("hello Ben");
    await ben.sees("hello Ben");
    await ben.say("hello Ana");
    await ana.sees("hello Ana");
    await Promise.all([ana.say("at the"), ben.say("same time")]);
    await Promise.all([ana.sees("at the", "same time"), ben.sees("at the", "same time")]);
    await Promise.all([ana.settled(), ben.settled()]);
    equal(await ana.texts(), await ben.texts(), "both screens");
    equal([...ana.complaints, ...ben.complaints], [], "complaints of the browser");
    return [ana, ben];
  },

  async "an action and the same guest after a reload"() {
    const ana = await Reader.open(browser, embed("e2e/action"), "Ana");
    await ana.live();
    await ana.say("first");
    await ana.sees("first");
    await ana.say("/me dances");
    await ana.sees("dances");
    await ana.page.reload();
    await ana.live();
    await ana.sees("first", "dances");
    equal(await ana.room.evaluate((room) => room.shadowRoot.querySelectorAll(".message.own").length), 1, "own lines");
    await ana.say("no name asked");
    await ana.sees("no name asked");
    equal(await ana.texts(), ["first", "dances", "no name asked"], "the screen");
    return [ana];
  },

  async "a guest whose token comes from another database takes a name again, and goes on"() {
    const stale = { token: "x.y.z", sender: { id: "~old", name: "Old Ana", guest: true } };
    const ana = await Reader.open(browser, embed("e2e/stale"), "Ana", {
      prepare: (page) =>
        page.addInitScript(
          ([key, value]) => localStorage.setItem(key, value),
          [`tertulia:guest:${server.url}`, JSON.stringify(stale)],
        ),
    });
    await ana.live();
    await ana.say("here I am");
    await ana.sees("here I am");
    await ana.settled();
    return [ana];
  },

  async "who was offline misses nothing, and nothing is said twice"() {
    const [ana, ben] = await two("e2e/offline");
    await ana.say("before");
    await ben.say("before too");
    await Promise.all([ana.sees("before", "before too"), ben.sees("before", "before too")]);
    await ana.context.setOffline(true);
    await ana.say("written offline");
    await ben.say("missed 1");
    await ben.say("missed 2");
    await ben.sees("missed 1", "missed 2");
    equal((await ana.texts()).includes("missed 1"), false, "offline shows what is new");
    // Who is here is known as of before: the green point is for now.
    const point = (reader) =>
      reader.room.evaluate(
        ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".presence"), "::before").content,
      );
    await ana.page.waitForFunction(() => document.querySelector("tertulia-room").state === "offline");
    equal([await point(ana), await point(ben)], ["none", '""'], "points");
    await ana.context.setOffline(false);
    const all = ["before", "before too", "written offline", "missed 1", "missed 2"];
    await Promise.all([ana.sees(...all), ben.sees(...all)]);
    await ana.settled();
    equal(await ana.texts(), await ben.texts(), "both screens");
    equal((await ana.texts()).length, all.length, "lines");
    return [ana, ben];
  },

  async "a server that is killed and comes back loses and doubles nothing"() {
    if (!server.isReal) return "skipped: needs TERTULIA_BIN";
    const [ana, ben] = await two("e2e/kill");
    await ana.say("a0");
    await ben.say("b0");
    await Promise.all([ana.sees("a0", "b0"), ben.sees("a0", "b0")]);
    const wanted = ["a0", "b0"];
    for (let round = 1; round <= 3; round++) {
      // Some are said just before the kill, some while it is down.
      await Promise.all([ana.say(`a${round} before`), ben.say(`b${round} before`)]);
      await server.kill();
      await Promise.all([ana.say(`a${round} while`), ben.say(`b${round} while`)]);
      await sleep(700);
      await server.start();
      wanted.push(`a${round} before`, `b${round} before`, `a${round} while`, `b${round} while`);
      await Promise.all([ana.sees(...wanted), ben.sees(...wanted)]);
    }
    await Promise.all([ana.settled(), ben.settled()]);
    const [seenByAna, seenByBen] = [await ana.texts(), await ben.texts()];
    equal(seenByAna, seenByBen, "both screens");
    equal([...seenByAna].sort(), [...wanted].sort(), "what was said");
    const late = await Reader.open(browser, embed("e2e/kill"), "Late");
    await late.live();
    equal(await late.texts(), seenByAna, "a fresh reader's screen");
    return [ana, ben, late];
  },

  async "without WebSocket it falls back and still talks"() {
    const blocked = async (page) => {
      // As a proxy does that knows no upgrade: the handshake fails.
      await page.addInitScript(() => {
        const Real = globalThis.WebSocket;
        globalThis.WebSocket = class extends Real {
          constructor(_url, protocols) {
            super(`ws://${location.host}/healthz`, protocols);
          }
        };
      });
    };
    const [ana, ben] = await two("e2e/fallback", { prepare: blocked });
    await ana.say("over something else");
    await ben.sees("over something else");
    await ben.say("heard you");
    await ana.sees("heard you");
    const remembered = () => Object.entries(localStorage).find(([key]) => key.startsWith("tertulia:transport:"))?.[1];
    equal(JSON.parse(await ana.page.evaluate(remembered)).transport, 1, "the transport that is remembered");
    const tried = ana.sockets.length;
    await ana.page.reload();
    await ana.live();
    equal(ana.sockets.length, tried, "sockets after a reload");
    await ben.settled();
    equal(await ana.texts(), await ben.texts(), "both screens");
    return [ana, ben];
  },

  async "a part that does not come is told of, and comes when it is asked for again"() {
    let isCut = true;
    const tried = [];
    const prepare = async (page) => {
      await page.route(/widget-\w+\.js(\?|$)/, (route) => {
        const { pathname, search } = new URL(route.request().url());
        // What the page itself loads comes; what is fetched later does not.
        if (route.request().headers().referer?.includes("widget-") !== true) return route.fallback();
        tried.push(pathname + search);
        return isCut ? route.abort() : route.fallback();
      });
    };
    const ana = await Reader.open(browser, embed("e2e/cut"), "Ana", { prepare });
    await ana.live();
    const notice = ana.room.locator("[part=notice]", { hasText: "could not be loaded" });
    await ana.room.locator("[part=input]").fill("typed while it was cut");
    await ana.room.locator("[part=input]").press("Enter");
    await notice.waitFor();
    equal(await ana.room.locator("[part=input]").inputValue(), "typed while it was cut", "what is written");
    isCut = false;
    await ana.say("typed while it was cut");
    await ana.sees("typed while it was cut");
    if (!tried.some((path) => path.includes("?"))) throw new Error(`never tried again: ${tried}`);
    equal(
      ana.complaints.filter((line) => line.includes("ncaught")),
      [],
      "complaints of the browser",
    );
    return [ana];
  },

  async "without WebSocket and streams it polls and still talks"() {
    const prepare = async (page) => {
      await page.addInitScript(() => {
        globalThis.WebSocket = class {
          constructor() {
            throw new Error("no WebSocket here");
          }
        };
        const real = globalThis.fetch;
        // As a proxy does that holds a stream back for ever.
        globalThis.fetch = (url, init) =>
          init?.headers?.Accept === "text/event-stream"
            ? new Promise((_, reject) => init.signal.addEventListener("abort", () => reject(new Error("aborted"))))
            : real(url, init);
      });
    };
    const [ana, ben] = await two("e2e/longpoll", { prepare });
    await ana.say("slow but sure");
    await ben.sees("slow but sure");
    await ben.say("heard you too");
    await ana.sees("heard you too");
    await ben.settled();
    equal(await ana.texts(), await ben.texts(), "both screens");
    return [ana, ben];
  },

  async "older pages load on scrolling up, and the line that is read stays where it is"() {
    const ana = await Reader.open(browser, embed("e2e/history"), "Ana");
    await ana.live();
    await ana.say("line 0");
    await ana.sees("line 0");
    await ana.room.evaluate(async (room) => {
      for (let i = 1; i < 160; i++) await room.say(`line ${i}`);
    });
    await ana.settled();
    await ana.sees("line 159");
    await ana.page.reload();
    await ana.live();
    await ana.sees("line 159");
    const before = (await ana.texts()).length;
    if (before >= 150) throw new Error(`the first page has ${before} lines`);
    // Notes where a line stands, scrolls to the top, and looks where it stands when an older page is in.
    const moved = await ana.room.evaluate(async (room) => {
      const log = room.shadowRoot.querySelector(".log");
      const count = () => room.shadowRoot.querySelectorAll(".words").length;
      const first = room.shadowRoot.querySelector(".message");
      log.scrollTop = 0;
      const top = first.getBoundingClientRect().top;
      const lines = count();
      for (let i = 0; i < 1_000 && count() === lines; i++) await new Promise((done) => setTimeout(done, 20));
      return { by: Math.abs(first.getBoundingClientRect().top - top), loaded: count() - lines };
    });
    if (moved.loaded <= 0) throw new Error("no older page came");
    if (moved.by > 1) throw new Error(`the line that was read moved by ${moved.by} px`);
    await until(async () => {
      await ana.room.evaluate((room) => {
        room.shadowRoot.querySelector(".log").scrollTop = 0;
      });
      return (await ana.texts()).length >= 160;
    }, "all lines are there");
    equal((await ana.texts()).length, 160, "all lines");
    return [ana];
  },

  async "who reads above is told of new messages, and not moved"() {
    const [ana, ben] = await two("e2e/above");
    await ana.say("line 0");
    for (let i = 1; i < 40; i++) void ana.room.evaluate((room, text) => room.say(text), `line ${i}`).catch(() => {});
    await ana.settled();
    await ben.sees("line 39");
    await ben.room.evaluate((room) => {
      room.shadowRoot.querySelector(".log").scrollTop = 100;
    });
    await sleep(100);
    await ana.say("news");
    const button = ben.room.locator(".new button.many");
    await button.waitFor();
    equal((await button.textContent()).replace(/[\u2068\u2069]/g, ""), "1 new message", "the button");
    equal(await ben.room.evaluate((room) => room.shadowRoot.querySelector(".log").scrollTop), 100, "where Ben reads");
    await button.click();
    await sleep(100);
    equal(await ben.room.locator(".new").count(), 0, "the button at the end");
    return [ana, ben];
  },

  async "a message is answered, reacted to, edited, and deleted unless that is undone"() {
    const [ana, ben] = await two("e2e/tools");
    await ana.say("frist");
    await ben.sees("frist");
    const field = ana.room.locator("[part=input]");
    // What Ben sees is not here yet, perhaps.
    await until(async () => {
      await field.press("ArrowUp");
      return (await ana.room.locator(".about").count()) > 0;
    }, "it is edited");
    equal(await field.inputValue(), "frist", "what is edited");
    await field.fill("first");
    await field.press("Enter");
    await ben.sees("first");
    await ben.say("a name first");
    await ana.sees("a name first");

    // By mouse: the buttons come with the pointer.
    await ben.room.locator(".message", { hasText: "first" }).first().hover();
    await ben.room.locator(".tools .answer").click();
    await ben.say("second");
    await ana.sees("second");
    equal(await ana.room.locator(".quote b").textContent(), "Ana", "who is answered");
    await ben.room.locator(".message", { hasText: "first" }).first().hover();
    await ben.room.locator(".tools .react").click();
    await ben.room.locator(".panel input").fill("tada");
    await ben.room.locator(".panel .grid button").first().click();
    await ana.room.locator(".reaction").waitFor();
    await ana.room.locator(".reaction").click();
    await ben.room.locator(".reaction:not(.mine) span, .reaction.mine span", { hasText: "2" }).waitFor();

    // By keyboard: up to the line, to its menu, and back.
    await ana.room.locator("[part=log]").press("ArrowUp");
    await ana.room.locator(".message", { hasText: "first" }).first().focus();
    await ana.room.locator(".tools .more").press("Enter");
    await ana.room.locator(".menu .delete").click();
    await ana.room.locator(".undo").press("Enter");
    await ana.sees("first");
    await ana.room.locator(".message", { hasText: "first" }).first().hover();
    await ana.room.locator(".tools .more").click();
    await ana.room.locator(".menu .delete").click();
    await ben.room.locator(".is-removed").first().waitFor();
    equal(
      (await ben.room.locator(".quote").first().textContent()).includes("first"),
      false,
      "the quote of what is gone",
    );
    equal([...ana.complaints, ...ben.complaints], [], "complaints of the browser");
    return [ana, ben];
  },

  async "what is quoted and far above is read, asked for once, and what was begun as an answer is one after a reload"() {
    if (!server.isReal) return [];
    const ana = await Reader.open(browser, embed("e2e/far"), "Ana");
    await ana.live();
    await ana.say("the **first**");
    await ana.settled();
    await ana.room.evaluate(async (room) => {
      for (let i = 0; i < 60; i++) await room.say(`line ${i}`);
    });
    const ben = await Reader.open(browser, embed("e2e/far"), "Ben");
    let asked = 0;
    ben.page.on("request", (request) => {
      if (request.url().endsWith("/messages/1")) asked += 1;
    });
    await ben.live();
    await ana.room.evaluate((room) => room.say("an answer", { replyTo: 1 }));
    await ana.room.evaluate((room) => room.say("another", { replyTo: 1 }));
    await ben.sees("an answer", "another");
    const quotes = () => ben.room.locator(".quote").allTextContents();
    await until(
      async () => (await quotes()).filter((quote) => /Ana\s+the \*\*first\*\*/.test(quote)).length === 2,
      "both quotes are read",
    );
    await ben.say("hello");
    await ana.sees("hello");
    equal(asked, 1, "requests for what is quoted");

    await ben.room.locator(".message", { hasText: "another" }).hover();
    await ben.room.locator(".tools .answer").click();
    await ben.room.locator("[part=input]").fill("half a thought");
    await ben.page.reload();
    await ben.live();
    await ben.room.locator(".about .said", { hasText: "another" }).waitFor();
    equal(await ben.room.locator("[part=input]").inputValue(), "half a thought", "what was begun");
    await ben.room.locator("[part=input]").press("Enter");
    await ana.sees("half a thought");
    const last = ana.room.locator(".message", { hasText: "half a thought" }).locator(".quote span");
    equal(await last.textContent(), "another", "what is answered");
    equal([...ana.complaints, ...ben.complaints], [], "complaints of the browser");
    return [ana, ben];
  },

  async "a browser that has locks and refuses them reads and writes by a line of its own"() {
    const refuse = () => {
      const request = () => Promise.reject(new DOMException("denied", "SecurityError"));
      Object.defineProperty(navigator, "locks", { value: { request, query: request } });
    };
    const prepare = (page) => page.addInitScript(refuse);
    const [ana, ben] = await two("e2e/locks", { prepare });
    await ana.say("hello Ben");
    await ben.sees("hello Ben");
    await ben.say("hello Ana");
    await ana.sees("hello Ana");
    equal([...ana.complaints, ...ben.complaints], [], "complaints of the browser");
    return [ana, ben];
  },

  async "names and emoji are completed, faces and names are drawn"() {
    const [ana, ben] = await two("e2e/complete");
    await ana.say("I am here");
    await ben.sees("I am here");
    await ben.say("me, too");
    const field = ben.room.locator("[part=input]");
    await field.pressSequentially("@an");
    await ben.room.locator(".offers [role=option]").first().waitFor();
    await field.press("Tab");
    equal(await field.inputValue(), "@Ana ", "the completed name");
    await field.pressSequentially(":tad");
    await ben.room.locator(".offers", { hasText: "🎉" }).waitFor();
    await field.press("Enter");
    // What is written as it is meant is nothing to choose of.
    await field.pressSequentially("@Ana :DD");
    await field.press("Enter");
    await ana.room.locator(".words", { hasText: ":DD" }).waitFor();
    equal(await ana.room.locator(".words", { hasText: ":DD" }).textContent(), "@Ana 🎉 @Ana :DD", "what was written");
    await field.pressSequentially("@Ana :tad");
    await ben.room.locator(".offers", { hasText: "🎉" }).waitFor();
    await field.press("Enter");
    await field.pressSequentially(":) at 10:30 :wave:");
    await ben.say(await field.inputValue());
    await ana.room.locator(".words", { hasText: "👋" }).waitFor();
    equal(await ana.room.locator(".words", { hasText: "👋" }).textContent(), "@Ana 🎉 🙂 at 10:30 👋", "what is drawn");
    await ana.room.locator(".calls").last().waitFor();
    return [ana, ben];
  },

  async "a room of 50,000 costs what one of 500 does, and nothing jumps"() {
    const fake = server.isReal ? await startFake() : server;
    const told = {};
    for (const count of [500, 50_000]) {
      const name = `long/n${count}`;
      for (let i = 1; i <= count; i++)
        fake.fake.say(name, { id: "eve", name: "Eve" }, `line ${i}\n${"more ".repeat(i % 40)}`);
      fake.fake.seen.length = 0;
      const ana = await Reader.open(browser, `${fake.url}embed/${name}`, "Ana");
      await ana.live();
      await ana.page.waitForFunction(() =>
        document.querySelector("tertulia-room").shadowRoot.querySelector(".message"),
      );
      const { moved, rows } = await ana.room.evaluate(scrollUp, 6);
      await ana.room.evaluate((room) => room.showMessage(100));
      const isThere = await ana.room.evaluate((room) => {
        const [log, line] = [".log", "[data-id='100']"].map((each) => room.shadowRoot.querySelector(each));
        const [box, at] = [log.getBoundingClientRect(), line.getBoundingClientRect()];
        return at.top >= box.top && at.bottom <= box.bottom;
      });
      equal(isThere, true, "the message that was gone to is in sight");
      await ana.room.locator(".new button").click();
      await ana.page.waitForFunction(
        (last) => document.querySelector("tertulia-room").shadowRoot.querySelector(`[data-id="${last}"]`),
        count,
      );
      const nodes = await ana.room.evaluate((room) => room.shadowRoot.querySelectorAll("*").length);
      // The widget's own files come when there is time.
      const requests = fake.fake.seen.filter((what) => what === "WS" || what.includes("/v1/")).length;
      told[count] = { rows, nodes, requests };
      if (moved > 1) throw new Error(`the line that was read moved by ${moved} px`);
      // And further, by more lines than a page may hold.
      const most = Math.max(rows, (await ana.room.evaluate(scrollUp, 9)).rows);
      if (most > 400) throw new Error(`${most} lines in the page`);
      await ana.close();
    }
    equal(told[50_000], told[500], "lines, nodes and requests");
    if (fake !== server) await fake.stop();
    return [];
  },

  async "emoji are chosen by groups, in a tone of skin, of late, and by what they are called in the reader's language"() {
    const ana = await Reader.open(browser, embed("e2e/emoji"), "Ana");
    await ana.live();
    await ana.say("hello");
    await ana.settled();
    const find = (what) => ana.room.locator(what);
    const react = async () => {
      await find(".message[data-key]").first().hover();
      await find(".tools .react").click();
      await find(".grid button").first().waitFor();
    };
    const shown = () =>
      ana.room.evaluate(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll(".grid button")].map(({ innerText, ariaLabel }) => [innerText, ariaLabel]),
      );
    const reacted = (emoji) =>
      until(
        async () => (await find(".reaction").allInnerTexts()).some((text) => text.startsWith(emoji)),
        `${emoji} is there`,
      );
    // Each that there is can be reached, and stands under its group.
    await react();
    equal(await find(".groups [role=tab]").count(), 9, "groups where nothing was taken yet");
    const seen = [];
    const heads = [];
    for (const tab of await find(".groups [role=tab]").all()) {
      await tab.click();
      heads.push(await find(".group h3").innerText());
      equal(await tab.getAttribute("aria-label"), heads.at(-1), "what the group is called");
      seen.push(...(await shown()).map(([emoji]) => emoji));
    }
    const lines = readFileSync(new URL("../src/emoji.txt", import.meta.url), "utf8").match(/^(?!# ).+$/gm);
    // Those of a newer version are there together, or not, where the machine has no picture for them.
    const versionOf = (line) => / (=[\d.]+) /.exec(line)?.[1] ?? "sure";
    const versions = [...new Set(lines.map(versionOf))].map((each) => [
      each,
      lines.filter((line) => versionOf(line) === each),
    ]);
    const isThere = (line) => seen.includes(/^(.+?)\*? /.exec(line)[1]);
    const there = versions.filter(([version, all]) => version === "sure" || isThere(all[0])).flatMap(([, all]) => all);
    equal([seen.length, new Set(seen).size, new Set(heads).size], [there.length, there.length, 9], "all of them");
    equal(
      there.filter((line) => !isThere(line)),
      [],
      "what is not there",
    );

    // The tone holds for all that have one, for the server, too, and for the next time.
    await find(".tone").selectOption("🏽");
    await find(".groups [role=tab]").nth(1).click();
    equal((await shown())[0], ["👋🏽", "wave (Medium skin tone)"], "the first of the people");
    await find(".grid button").first().click();
    await reacted("👋🏽");
    await react();
    await find(".panel input").fill("handshake");
    equal((await shown())[0][0], "🤝🏽", "what is found");
    await find(".panel input").press("Enter");
    await reacted("🤝🏽");

    // Those of late are first, and stay over a reload, until the reader goes.
    const late = ["🤝🏽", "👋🏽"];
    await react();
    equal(
      (await shown()).map(([emoji]) => emoji),
      late,
      "those of late",
    );
    await find(".panel .close").click();
    await ana.page.reload();
    await ana.live();
    await react();
    equal(await find(".group h3").innerText(), "Recently used", "what comes first");
    equal(
      (await shown()).map(([emoji]) => emoji),
      late,
      "those of late, after a reload",
    );
    equal(await find(".tone").inputValue(), "🏽", "the tone, after a reload");

    // By other names, with the language said.
    const languageOf = () => find(".grid [role=row]").first().getAttribute("lang");
    await ana.room.evaluate((room) => room.setAttribute("lang", "es"));
    await find(".panel input").fill("corazon rojo");
    await until(async () => (await shown())[0]?.[1] === "corazón rojo", "it is found by its Spanish name");
    equal([(await shown())[0][0], await languageOf()], ["❤️", "es"], "what is found, and in which language");
    await ana.room.evaluate((room) => room.setAttribute("lang", "he"));
    await find(".panel input").fill("tada");
    await until(async () => (await languageOf()) === "en", "there are no names in Hebrew");
    equal(await shown(), [["🎉", "tada"]], "what is called so in English");

    const kept = () =>
      ana.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":emoji:")).length);
    equal(await kept(), 1, "what is kept");
    await ana.room.evaluate((room) => room.logout());
    equal(await kept(), 0, "what is kept of who has gone");
    equal(ana.complaints, [], "complaints of the browser");
    return [ana];
  },

  async "what is refused is worded in the language of the page, and not in that of the browser"() {
    if (!server.isReal) return "needs the real server";
    const inSpanish = (page) =>
      page.addInitScript(() => {
        const say = () => {
          for (const room of document.querySelectorAll("tertulia-room:not([lang=es])")) room.setAttribute("lang", "es");
        };
        new MutationObserver(say).observe(document, { subtree: true, childList: true });
      });
    const noSocket = (page) => page.addInitScript(() => delete globalThis.WebSocket);
    const readers = [];
    for (const [name, isBlocked] of [
      ["Ana", false],
      ["Ben", true],
    ]) {
      const reader = await Reader.open(browser, embed("e2e/words"), name, {
        prepare: async (page) => {
          await inSpanish(page);
          if (isBlocked) await noSocket(page);
        },
      });
      readers.push(reader);
      await reader.live();
      await reader.say(`soy ${name}`);
      await reader.settled();
      const sockets = reader.sockets.filter((socket) => !socket.isClosed());
      equal(sockets.length, isBlocked ? 0 : 1, `lines of ${name}`);
      // By the line, or by a request of its own.
      await reader.room.evaluate((room) => void room.say(`a${"\u0301".repeat(40)}`).catch(() => undefined));
      const failure = reader.room.locator(".failure span");
      await failure.waitFor();
      equal(/^Como mucho \S+ signos combinables seguidos\.$/.test(await failure.innerText()), true, `why, to ${name}`);
    }
    const [ana] = readers;
    const kinds = [..."😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😗😚😙"];
    await ana.page.evaluate(async (kinds) => {
      const key = Object.keys(localStorage).find((key) => key.startsWith("tertulia:guest:"));
      const { token } = JSON.parse(localStorage.getItem(key));
      const headers = { Authorization: `Bearer ${token}` };
      for (const kind of kinds) {
        const url = `/v1/rooms/e2e/words/messages/1/reactions?emoji=${encodeURIComponent(kind)}`;
        const answer = await fetch(url, { method: "PUT", headers });
        if (!answer.ok) throw new Error(await answer.text());
      }
    }, kinds);
    await ana.room.locator(".reaction").nth(19).waitFor();
    await ana.room.locator(".message").first().hover();
    await ana.room.locator(".tools .react").click();
    await ana.room.locator(".panel input").fill("tada");
    await ana.room.locator(".panel .grid button").first().click();
    const notice = ana.room.locator(".notice", { hasText: /./ });
    await notice.waitFor();
    equal(await notice.innerText(), "Un mensaje admite como mucho 20 reacciones distintas.", "what the 21st kind says");
    return readers;
  },

  async "five rooms of one page share a line, and the strict policy has nothing to report"() {
    const sockets = [];
    const reader = await Reader.open(browser, server.url, "Ana", {
      viewport: { width: 1280, height: 900 },
      prepare: async (page) => {
        page.on("websocket", (socket) => sockets.push(socket.url()));
        await page.addInitScript(() => {
          globalThis.violations = [];
          addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));
        });
      },
    });
    await reader.page.waitForFunction(() =>
      [...document.querySelectorAll("tertulia-room")].every((room) => room.state === "live"),
    );
    await reader.say("hello project");
    await reader.sees("hello project");
    // One while nobody, one as the guest.
    if (sockets.length > 2) throw new Error(`${sockets.length} connections`);
    equal(await reader.page.evaluate(() => globalThis.violations), [], "violations");
    equal(reader.complaints, [], "complaints of the browser");
    return [reader];
  },

  async "without a script a guest reads and says, and the widget takes over from what stands there"() {
    if (!server.isReal) return "needs the real server";
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(embed("e2e/plain"));
    for (const text of ["first", "second"]) {
      if (text === "first") await page.getByLabel("Your name").fill("Rosa");
      await page.getByLabel("Message").fill(text);
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator("article .words", { hasText: text }).waitFor();
    }
    await page.reload();
    equal(await page.locator("article .words").allTextContents(), ["first", "second"], "the transcript");
    await plain.close();

    const asked = [];
    const prepare = async (tab) => {
      tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await tab.addInitScript(() => {
        globalThis.moved = 0;
        const add = (list) => {
          for (const entry of list.getEntries()) globalThis.moved += entry.value;
        };
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        const look = () => {
          globalThis.row ??= document.querySelector("tertulia-room > article");
          if (!globalThis.row) requestAnimationFrame(look);
        };
        look();
      });
    };
    const reader = await Reader.open(browser, embed("e2e/plain"), "Ana", { prepare });
    await reader.live();
    await reader.sees("first", "second");
    equal(
      await reader.page.evaluate(() => [
        globalThis.moved,
        globalThis.row.isConnected,
        globalThis.row.checkVisibility(),
      ]),
      [0, true, true],
      "moved, and kept",
    );
    equal(
      asked.filter((path) => path.includes("/v1/")),
      [],
      "asked for again",
    );
    equal(reader.complaints, [], "complaints of the browser");
    return [reader];
  },

  async "five tabs of one person read by one line, and go on when the one that has it closes, crashes or is frozen"() {
    const [first, ben] = await two("e2e/tabs");
    await first.say("0");
    await ben.sees("0");
    const isLed = () =>
      navigator.locks.query().then(({ held }) => held.some(({ name }) => name.startsWith("tertulia:line:")));
    await until(() => first.page.evaluate(isLed), "a tab leads");
    const tabs = [first];
    for (let i = 0; i < 4; i++) tabs.push(await first.tab(embed("e2e/tabs")));
    const lines = () => tabs.filter(({ sockets }) => sockets.some((socket) => !socket.isClosed()));
    const wanted = ["0"];
    const talk = async () => {
      for (let i = 0; i < 5; i++) {
        wanted.push(`${wanted.length}`);
        await ben.say(wanted.at(-1));
      }
      await ben.settled();
      for (const tab of tabs) await tab.sees(...wanted);
      for (const tab of tabs) equal(await tab.texts(), wanted, "a tab");
      await until(async () => lines().length === 1, "there is one line");
    };
    await Promise.all(tabs.map((tab) => tab.live()));
    equal(tabs.flatMap(({ sockets }) => sockets).length, first.sockets.length, "lines of the first tab, and of all");
    await talk();
    const lose = async (how) => {
      const [leader] = lines();
      tabs.splice(tabs.indexOf(leader), 1);
      await how(leader.page);
      await talk();
      return leader;
    };
    await lose((page) => page.close());
    await lose(async (page) => {
      const session = await page.context().newCDPSession(page);
      await Promise.race([session.send("Page.crash").catch(() => undefined), sleep(1_000)]);
    });
    let thaw;
    const frozen = await lose(async (page) => {
      // Chromium freezes no page that is looked at, and those of a test all are: a debugger stops it as well.
      const session = await page.context().newCDPSession(page);
      await session.send("Debugger.enable");
      const stopped = new Promise((resolve) => session.once("Debugger.paused", resolve));
      await session.send("Runtime.evaluate", { expression: "setTimeout(() => { debugger; })" });
      await stopped;
      thaw = () => session.send("Debugger.resume");
    });
    await thaw();
    tabs.push(frozen);
    await talk();
    // What is said in a tab that has no line of its own goes out as well.
    const other = tabs.find((tab) => tab !== lines()[0]);
    wanted.push("from another tab");
    await other.say("from another tab");
    await ben.sees("from another tab");
    await talk();
    return [first, ben];
  },
};

/** In the page: loads so many older pages, and tells by how much the line that is read was moved, and how many there were. */
async function scrollUp(room, pages) {
  const log = room.shadowRoot.querySelector(".log");
  const lines = () => [...room.shadowRoot.querySelectorAll("[data-key]")];
  let [moved, rows] = [0, 0];
  for (let page = 0; page < pages; page++) {
    log.scrollTop = 0;
    const top = log.getBoundingClientRect().top;
    const read = lines().find((line) => line.getBoundingClientRect().bottom > top);
    const before = read.getBoundingClientRect().top;
    const first = lines()[0];
    for (let i = 0; i < 500 && lines()[0] === first; i++) await new Promise((done) => setTimeout(done, 10));
    if (lines()[0] === first) throw new Error(`page ${page} of older messages never came`);
    moved = Math.max(moved, Math.abs(read.getBoundingClientRect().top - before));
    rows = Math.max(rows, lines().length);
  }
  return { moved, rows };
}

let passed = 0;
let failed = 0;
const only = process.argv[2];
for (const [name, story] of Object.entries(stories)) {
  if (only && !name.includes(only)) continue;
  const began = Date.now();
  try {
    const readers = await story();
    if (typeof readers === "string") {
      console.log(`- ${name}: ${readers}`);
      continue;
    }
    for (const reader of readers) await reader.close();
    passed += 1;
    console.log(`✓ ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}: ${process.env.E2E_STACK ? error.stack : error.message}`);
    for (const context of browser.contexts()) await context.close();
  }
}
if (process.env.E2E_SHOTS) {
  mkdirSync(process.env.E2E_SHOTS, { recursive: true });
  await takePictures(browser, server, (name) => join(process.env.E2E_SHOTS, `${name}.png`));
}
await browser.close();
await server.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
