// What a page that a room stands in can count on: when it connects, which script runs, what of it can be styled and filled,
// and that neither a wrong clock nor a tab that is looked at no more costs a line.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { everything, ME, stand } from "./states.mjs";
import { equal, tell, until } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- what pages count on: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const server = await startBinary(process.env.TERTULIA_BIN);
/** A page of another origin, with whatever a story puts into it. */
const pages = {};
const site = createServer((request, answer) => {
  if (request.url === "/favicon.ico") return answer.writeHead(204).end();
  const page = pages[request.url.slice(1)];
  answer.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
  answer.end(page && `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${page}</html>`);
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}/`;
const browser = await launch();
const script = `<script type="module" src="${server.url}widget.js"></script>`;

async function open(opened, url, name = "Ana", options = {}) {
  const reader = await Reader.open(browser, url, name, options);
  opened.push(reader);
  return reader;
}

/** Which elements each part is, in the states that the story goes through. */
const PARTS = {
  header: "header",
  log: "[role=log]",
  day: ".log > .day, .log .day",
  "unread-line": ".unread",
  message: "[data-key]",
  own: "[data-key].own",
  sender: ".message.first:not(.own) .sender",
  time: "time",
  quote: "button.quote",
  reactions: ".reaction",
  presence: "button.presence",
  typing: ".typing",
  "new-button": ".new button",
  composer: "form:has(textarea)",
  input: "textarea.field",
  send: "button[type=submit].send",
  menu: "[role=menu], [role=dialog]",
  notice: ".notice, .closed",
};

/** In the page: what a rule for a part reaches and should not, or does not reach and should, by what it is. */
function strays(room, [part, selector]) {
  const all = [...room.shadowRoot.querySelectorAll("*")];
  const wanted = new Set(room.shadowRoot.querySelectorAll(selector));
  // Reactions are one part, around them all.
  const reached = all.filter((each) => getComputedStyle(each).outlineColor === "rgb(1, 2, 3)");
  const of = (each) => `${each.localName}.${each.className}`;
  if (part === "reactions") {
    const holds = reached.flatMap((each) => [...each.querySelectorAll(selector)]);
    return { seen: reached.length, wrong: [...wanted].filter((each) => !holds.includes(each)).map(of) };
  }
  const wrong = [...wanted]
    .filter((each) => !reached.includes(each))
    .concat(reached.filter((each) => !wanted.has(each)));
  return { seen: reached.length, wrong: wrong.map(of) };
}

/** A browser whose clock is so many hours ahead, or as many as `hours` in the storage says by then. */
const askew = (hours) => ({
  prepare: (page) =>
    page.context().addInitScript((given) => {
      const Real = Date;
      const by = Number(localStorage.getItem("hours") ?? given) * 3_600_000;
      globalThis.Date = class extends Real {
        constructor(...parts) {
          if (parts.length > 0) super(...parts);
          else super(Real.now() + by);
        }
        static now() {
          return Real.now() + by;
        }
      };
    }, hours),
});

const stories = {
  async "the book's example of a page without the element reads and speaks"(opened) {
    const chapter = readFileSync(new URL("../../docs/src/widget.md", import.meta.url), "utf8");
    const example = /```js\n(import \{ Client \}[^`]+)```/.exec(chapter)?.[1];
    const guest = await fetch(`${server.url}v1/guests`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "Ana" }),
    });
    const { token } = await guest.json();
    pages.bare = `<button id="say">Say</button><pre id="chat"></pre><tertulia-room room="project/42"></tertulia-room>
      <script type="module">${example.replaceAll("https://chat.example/", server.url)}</script>`;
    const prepare = (page) => page.route("**/chat-token?*", (route) => route.fulfill({ json: { token } }));
    const reader = await open(opened, `${origin}bare`, "Ana", { prepare });
    const shows = (text) =>
      until(async () => (await reader.page.locator("#chat").textContent()) === text, `${text} is shown`);
    await reader.page.locator("#say").click();
    await shows("hola");
    const other = await open(opened, `${server.url}embed/project/42`, "Ben");
    await other.say("qué tal");
    await shows("hola\nqué tal");
    equal(reader.complaints, [], "complaints");
  },

  async "a lazy room connects when it comes into sight, and not before"(opened) {
    pages.lazy = `${script}<div style="block-size: 5000px"></div><tertulia-room room="hosts/lazy" loading="lazy"></tertulia-room>`;
    const asked = [];
    const prepare = (page) => page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const ana = await open(opened, `${origin}lazy`, "Ana", { prepare });
    await ana.page.waitForFunction(() => customElements.get("tertulia-room"));
    await ana.page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
    const lines = () => [ana.sockets.length, asked.filter((path) => path.startsWith("/v1/")).length];
    equal(lines(), [0, 0], "lines and requests out of sight");
    await ana.room.evaluate((room) => room.scrollIntoView());
    await ana.live();
    await ana.say("in sight");
    await ana.sees("in sight");
    equal(
      ana.complaints.filter((line) => !line.includes("favicon")),
      [],
      "complaints of the browser",
    );
  },

  async "the one version with its hash runs from another site, and another script does not"(opened) {
    const { file, integrity } = await (await fetch(`${server.url}widget.json`)).json();
    const tag = (hash) =>
      `<script type="module" src="${server.url}${file}" integrity="${hash}" crossorigin="anonymous"></script>`;
    pages.right = `${tag(integrity)}<tertulia-room room="hosts/hash"></tertulia-room>`;
    const wrong = integrity.replace(/.{8}$/, integrity.endsWith("AAAAAAAA") ? "BBBBBBBB" : "AAAAAAAA");
    pages.wrong = `${tag(wrong)}<tertulia-room room="hosts/hash">no room</tertulia-room>`;
    const ana = await open(opened, `${origin}right`);
    await ana.live();
    await ana.say("checked");
    await ana.sees("checked");
    const refused = await open(opened, `${origin}wrong`);
    await until(async () => refused.complaints.some((line) => line.includes("integrity")), "the browser refuses it");
    equal(
      await refused.page.evaluate(() => customElements.get("tertulia-room") === undefined),
      true,
      "nothing is defined",
    );
  },

  async "two whose clocks are more than a day apart see the same, in its order and of today"(opened) {
    const ana = await open(opened, `${server.url}embed/hosts/clock`, "Ana", askew(30));
    const ben = await open(opened, `${server.url}embed/hosts/clock`, "Ben", askew(-30));
    const cleo = await open(opened, `${server.url}embed/hosts/clock`, "Cleo");
    const all = [ana, ben, cleo];
    for (const reader of all) await reader.live();
    const wanted = [];
    for (const [who, text] of [
      [ana, "one"],
      [ben, "two"],
      [cleo, "three"],
      [ben, "four"],
      [ana, "five"],
    ]) {
      await who.say(text);
      wanted.push(text);
      for (const reader of all) await reader.sees(...wanted);
    }
    const screen = (reader) =>
      reader.room.evaluate(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll(".day, .words, time")].map((each) => each.textContent),
      );
    for (const reader of all) await reader.settled();
    const right = await screen(cleo);
    for (const reader of [ana, ben]) equal(await screen(reader), right, `the screen of ${reader.name}`);
    equal(right.filter((text) => text === "Today").length, 1, "days");
    // What is new may be edited, also where the page thinks that it is of yesterday or of tomorrow.
    for (const [who, text] of [
      [ana, "five"],
      [ben, "four"],
    ]) {
      await who.room.locator("[part=input]").press("ArrowUp");
      await who.room.locator(".about").waitFor();
      await who.say(`${text} again`);
      for (const reader of all) await reader.sees(`${text} again`);
    }
    // A guest who comes back, and who was away, still reads and writes.
    await ben.page.reload();
    await ben.live();
    await ana.context.setOffline(true);
    await ben.say("six");
    await ben.sees("six");
    await ana.context.setOffline(false);
    await ana.sees("six");
    equal(await ana.texts(), await ben.texts(), "both screens");
  },

  async "what could not be sent for a day says so, and is sent when that is asked for"(opened) {
    const url = `${server.url}embed/hosts/late`;
    const ana = await open(opened, url, "Ana", askew(0));
    await ana.live();
    await ana.say("in time");
    await ana.settled();
    await ana.context.setOffline(true);
    await ana.say("too late");
    await ana.room.locator(".message.sending").waitFor();
    await ana.page.evaluate(() => localStorage.setItem("hours", "25"));
    await ana.page.close();
    await ana.context.setOffline(false);
    const later = await ana.tab(url);
    await later.room.getByText("Not sent within a day.").waitFor();
    equal(await later.texts(), ["in time"], "what was sent by itself");
    await later.room.locator(".failure button").first().click();
    await later.settled();
    await later.sees("in time", "too late");
    equal((await later.texts()).length, 2, "lines");
  },

  async "each part is what it is called, and a page's rule for it reaches that alone"(opened) {
    const messages = everything();
    const more = Array.from({ length: 40 }, (_, at) => messages.length + 1 + at);
    const head = {
      messages: [...messages, ...more.map((id) => ({ ...messages[0], id, version: id }))],
      me: { read: messages.length - 2 },
    };
    for (const part of Object.keys(PARTS))
      pages[part] =
        `${script}<style>tertulia-room::part(${part}) { outline: 3px solid rgb(1, 2, 3) }</style><tertulia-room room="hosts/parts"></tertulia-room>`;
    for (const [part, selector] of Object.entries(PARTS)) {
      const reader = await open(opened, `${origin}${part}`, "Rosa", {
        prepare: (page) => stand(page, "hosts/parts", head),
      });
      await reader.live();
      await reader.room.locator(".quote, .reactions, .unread").first().waitFor({ state: "attached" });
      await reader.room.evaluate((room) => {
        room.shadowRoot.querySelector(".log").scrollTop = 0;
      });
      await reader.room.locator(".message", { hasText: "important" }).first().hover();
      await reader.room.locator(".tools .more").first().click();
      await reader.room.locator(".menu").waitFor();
      await reader.room.locator(".new button").waitFor();
      const { seen, wrong } = await reader.room.evaluate(strays, [part, selector]);
      equal(wrong, [], `where ${part} is not what it is called`);
      if (seen === 0) throw new Error(`nothing is ${part}`);
      await reader.close();
      opened.pop();
    }
  },

  async "a room that the page gives no width is as wide as a room should be, and no wider than there is room"(opened) {
    const layouts = {
      "beside a main": ["display: flex", "<main>A page with words</main>ROOM"],
      "in the middle of a grid": ["display: grid; place-items: center", "ROOM"],
      "at a place of its own": ["", '<div style="position: absolute; inset-inline-end: 0">ROOM</div>'],
      "in a box as wide as what is in it": ["display: flex", '<div id="app" style="margin: 0 auto">ROOM</div>'],
      "in a float": ["", '<div style="float: left">ROOM</div>'],
    };
    for (const [name, [style, body]] of Object.entries(layouts)) {
      const room = '<tertulia-room room="hosts/width"></tertulia-room>';
      pages.width = `${script}<body style="margin: 0; ${style}">${body.replace("ROOM", room)}</body>`;
      for (const width of [1_000, 300]) {
        const ana = await open(opened, `${origin}width`, "Ana", { viewport: { width, height: 700 } });
        await ana.live();
        const box = await ana.room.boundingBox();
        const least = width === 300 && !name.startsWith("beside") ? 240 : 150;
        if (box.width < (width === 300 ? least : 380)) throw new Error(`${name}, ${width} px: ${box.width} px wide`);
        if (box.x < 0 || box.x + box.width > width)
          throw new Error(`${name}, ${width} px: from ${box.x} to ${box.x + box.width}`);
        await ana.close();
        opened.pop();
      }
    }
  },

  async "no page with a room has to be scrolled sideways on a phone"(opened) {
    const example = (name) => {
      const read = (file) => readFileSync(new URL(`../../examples/sites/${name}/${file}`, import.meta.url), "utf8");
      const [, page] = read("index.html").split(/<meta http-equiv[^>]*>/);
      return page
        .replace(/<link [^>]*>/, `<style>${read("style.css")}</style>`)
        .replaceAll("http://127.0.0.1:8080/", server.url);
    };
    const room = '<tertulia-room room="hosts/narrow"></tertulia-room>';
    const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
    pages.newspaper = viewport + example("newspaper");
    pages.game = viewport + example("game");
    pages.grid = `${viewport}${script}<style>main { display: grid; padding: 1rem }</style><main><section>${room}</section></main>`;
    const wide = [];
    for (const page of ["newspaper", "game", "grid"])
      for (const width of [390, 320, 280]) {
        const ana = await open(opened, `${origin}${page}`, "Ana", { viewport: { width, height: 700 } });
        await ana.live();
        const found = await ana.page.evaluate(() => document.documentElement.scrollWidth);
        if (found > width) wide.push(`${page}, ${width} px: ${found}`);
        await ana.close();
        opened.pop();
      }
    equal(wide, [], "what is wider than its window");
  },

  async "a page that keeps the room's place free, as the book says and the examples do, does not move"(opened) {
    const chapter = readFileSync(new URL("../../docs/src/widget.md", import.meta.url), "utf8");
    const rule = /```css,place\n([^`]+)```/.exec(chapter)?.[1];
    const style = (name) => {
      const sheet = readFileSync(new URL(`../../examples/sites/${name}/style.css`, import.meta.url), "utf8");
      return sheet.slice(sheet.indexOf("/* The room"));
    };
    const moves = {};
    for (const [name, css] of Object.entries({ rule, newspaper: style("newspaper"), game: style("game") })) {
      pages[name] = `<style>${css}</style>${script}<tertulia-room room="hosts/place"></tertulia-room><p>Below it.</p>`;
      const prepare = async (page) => {
        await page.addInitScript(() => {
          globalThis.moved = 0;
          new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) globalThis.moved += value;
          }).observe({ type: "layout-shift", buffered: true });
        });
        // Seen before the script is here.
        await page.route("**/widget.js", async (route) => {
          await new Promise((done) => setTimeout(done, 600));
          await route.fallback();
        });
      };
      const ana = await open(opened, `${origin}${name}`, "Ana", { prepare });
      await ana.live();
      await ana.page.waitForTimeout(300);
      moves[name] = await ana.page.evaluate(() => globalThis.moved);
    }
    equal(moves, { rule: 0, newspaper: 0, game: 0 }, "how far what stands below it moves");
  },

  async "each slot shows what the page puts into it"(opened) {
    const fill = ["header", "empty", "notice", "avatar"].map((slot) => `<b slot="${slot}">our ${slot}</b>`).join("");
    pages.slots = `${script}<tertulia-room room="hosts/slots">${fill}</tertulia-room>`;
    const ana = await open(opened, `${origin}slots`);
    await ana.live();
    for (const slot of ["header", "empty", "notice", "avatar"]) {
      await ana.page.getByText(`our ${slot}`).waitFor();
      const place = await ana.page
        .locator(`b[slot=${slot}]`)
        .evaluate((each) => each.assignedSlot?.parentElement?.className ?? "");
      const wanted = { header: "header", empty: "empty", avatar: "composer", notice: "" }[slot];
      equal(place, wanted, `where ${slot} stands`);
    }
    equal(await ana.room.locator(".title").isVisible(), false, "the title that a header takes the place of");
    await ana.page.context().setOffline(true);
    await ana.room.getByText("No connection").waitFor();
    equal(await ana.page.getByText("our notice").isVisible(), true, "what the page says stands beside it");
    await ana.page.context().setOffline(false);
    await ana.live();
    await ana.say("not empty");
    await ana.sees("not empty");
    equal(await ana.page.getByText("our empty").count(), 1, "what the page put there is kept");
    equal(await ana.page.getByText("our empty").isVisible(), false, "and not shown where there are messages");
  },

  async "each custom property is what it says, on the element or around it"(opened) {
    const values = {
      accent: "rgb(200, 10, 20)",
      text: "rgb(10, 20, 30)",
      muted: "rgb(40, 50, 60)",
      surface: "rgb(250, 240, 230)",
      line: "rgb(70, 80, 90)",
      radius: "7px",
      gap: "21px",
      font: "Courier",
      "font-size": "19px",
    };
    const said = Object.entries(values)
      .map(([name, value]) => `--tertulia-${name}: ${value};`)
      .join(" ");
    pages.on = `${script}<style>tertulia-room { ${said} }</style><tertulia-room theme="light" room="hosts/looks"></tertulia-room>`;
    pages.around = `${script}<style>:root { ${said} }</style><tertulia-room theme="dark" room="hosts/looks"></tertulia-room>`;
    for (const page of ["on", "around"]) {
      const ana = await open(opened, `${origin}${page}`, "Rosa", {
        prepare: (tab) => stand(tab, "hosts/looks", { me: ME }),
      });
      await ana.live();
      await ana.room.locator("time").first().waitFor();
      await ana.room.locator("[part=input]").fill("something");
      const looks = await ana.room.evaluate((room) => {
        const of = (selector) => getComputedStyle(room.shadowRoot.querySelector(selector));
        const own = getComputedStyle(room);
        return {
          accent: of(".send").backgroundColor,
          text: of(".message:not(.own) .words").color,
          muted: of(".message:not(.own) time").color,
          surface: own.backgroundColor,
          line: own.borderTopColor,
          radius: own.borderTopLeftRadius,
          gap: of("[data-key] + .message.first").marginBlockStart,
          font: of(".words").fontFamily,
          "font-size": of(".words").fontSize,
        };
      });
      equal(looks, values, `looks, said ${page}`);
      // Nothing that says these a second time: what is muted, and what has a line, is so everywhere.
      const fonts = await ana.room.evaluate((room) =>
        [...room.shadowRoot.querySelectorAll("*:not(code)")]
          .filter((each) => getComputedStyle(each).fontFamily !== "Courier")
          .map((each) => each.className),
      );
      equal(fonts, [], "what has another font");
    }
  },

  async "the line of a tab that is looked at no more goes to one that is, and none is lost"(opened) {
    const url = `${server.url}embed/hosts/hidden`;
    const ana = await open(opened, url);
    const ben = await open(opened, url, "Ben");
    for (const reader of [ana, ben]) await reader.live();
    await ana.say("0");
    await ben.sees("0");
    const isLed = () =>
      navigator.locks.query().then(({ held }) => held.some(({ name }) => name.startsWith("tertulia:line:")));
    await until(() => ana.page.evaluate(isLed), "a tab leads");
    const other = await ana.tab(url);
    await other.live();
    const hasLine = (reader) => reader.sockets.some((socket) => !socket.isClosed());
    equal([hasLine(ana), hasLine(other)], [true, false], "who has the line");
    const look = (reader, state) =>
      reader.page.evaluate((seen) => {
        Object.defineProperty(document, "visibilityState", { value: seen, configurable: true });
        Object.defineProperty(document, "hidden", { value: seen === "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await look(ana, "hidden");
    const wanted = ["0"];
    const talk = async () => {
      for (let i = 0; i < 3; i++) {
        wanted.push(`${wanted.length}`);
        await ben.say(wanted.at(-1));
      }
      for (const reader of [ana, other]) await reader.sees(...wanted);
      for (const reader of [ana, other]) equal(await reader.texts(), wanted, "a tab");
    };
    await talk();
    await until(() => hasLine(other) && !hasLine(ana), "the line is where somebody looks");
    await talk();
    await look(ana, "visible");
    await look(other, "hidden");
    await until(() => hasLine(ana) && !hasLine(other), "it comes back");
    await talk();
  },
};

await tell("what pages count on", stories, async () => {
  await browser.close();
  site.close();
  await server.stop();
});
