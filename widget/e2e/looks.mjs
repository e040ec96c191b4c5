// The two example sites, and a third that is as hostile as a style sheet can be: the room stands in each, works, takes nothing
// from the page's rules, and leaves the page as it is.
//
//   TERTULIA_BIN   the server to test; without it there is nothing to do
//   E2E_SHOTS      a folder to put pictures into, to be looked at

import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startBinary } from "./servers.mjs";
import { equal, tell } from "./tell.mjs";

if (!process.env.TERTULIA_BIN) {
  console.log("- sites of other styles: skipped: needs TERTULIA_BIN");
  process.exit(0);
}

const folder = new URL("../../examples/sites/", import.meta.url);
const SITES = ["newspaper", "game"];
const TYPES = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8" };
/** Every inherited property that makes words illegible, and what is often said about all elements of a kind. Sizes are in rem, the page's own. */
const HOSTILE = `
body, body * { color: red !important; font: italic 900 30px/3 cursive !important; letter-spacing: 1em !important; word-spacing: 2em !important;
  text-transform: uppercase !important; text-indent: 5em !important; text-align: right !important; white-space: pre !important;
  text-shadow: 4px 4px red !important; hyphens: auto !important; word-break: break-all !important; cursor: wait !important;
  font-variant: small-caps !important; overflow-wrap: normal !important; tab-size: 40 !important; line-height: 4 !important;
  list-style: square !important; caret-color: red !important; -webkit-text-fill-color: red !important;
  -webkit-text-stroke: 3px red !important; text-emphasis: circle red !important; writing-mode: vertical-rl !important;
  line-break: anywhere !important; text-wrap: nowrap !important; text-align-last: right !important; user-select: none !important;
  pointer-events: none !important; }
p, div, span, li, h2, header, footer { padding: 40px !important; border: 9px solid red !important; display: inline !important; }
button, input, textarea, form, a, svg { border: 9px solid red !important; transform: rotate(9deg) !important; opacity: 0.3 !important; }
.message, .bubble, .log, .field, .send, .tools, .menu, #name { display: none !important; }`;

const server = await startBinary(process.env.TERTULIA_BIN);
const page = (style) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title>
<style>${style} tertulia-room { width: 50rem; }</style><script type="module" src="${server.url}widget.js"></script>
<h1>A site</h1><p>Its words.</p><button type="button">Its button</button>
<tertulia-room room="looks/hostile"></tertulia-room></html>`;
const site = createServer((request, answer) => {
  const { pathname, searchParams } = new URL(request.url, "http://site");
  const name = pathname.replace(/^\//, "").replace(/\/$/, "/index.html");
  const made = {
    hostile: page(HOSTILE),
    plain: page("body { font-family: cursive }"),
    scheme: page(searchParams.get("style")),
  }[name];
  answer.setHeader("Content-Type", TYPES[name.split(".")[1]] ?? TYPES.html);
  if (made) return answer.end(made);
  if (!/^\w+\/(index\.html|style\.css)$/.test(name)) return answer.writeHead(404).end();
  let text = readFileSync(new URL(name, folder), "utf8").replaceAll("127.0.0.1:8080", new URL(server.url).host);
  if (searchParams.has("talk"))
    text = text
      .replace('density="line"', `density="${searchParams.get("talk") || "line"}"`)
      .replace(/room="(\w+)\//, 'room="$1/talk-');
  if (searchParams.has("bare")) text = text.replace("style.css", "style.css?room");
  // Its own colours, and what it says to the room: nothing about anything else.
  if (searchParams.has("room")) text = `${/:root \{[^}]*\}/.exec(text)[0]}\n${text.slice(text.indexOf("/* The room"))}`;
  answer.end(text);
});
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}/`;
const browser = await launch();

async function open(opened, path, name = "Ana", options = {}) {
  const reader = await Reader.open(browser, origin + path, name, {
    ...options,
    prepare: async (tab) => {
      await tab.addInitScript(() => {
        globalThis.violations = [];
        addEventListener("securitypolicyviolation", (event) =>
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await tab.addInitScript(`globalThis.looksOf = ${looksOf}`);
      await options.prepare?.(tab);
    },
  });
  opened.push(reader);
  return reader;
}

/** In the page: how elements look, but for sizes and places, which hang on what stands beside them. */
function looksOf(elements) {
  const SIZES =
    /^(width|height|inline-size|block-size|(min|max)-.*size|.*-origin|top|left|right|bottom|inset.*|margin.*|grid-template.*)$/;
  return elements.flatMap((element) => {
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
    return [...style]
      .filter((property) => !SIZES.test(property) && !property.startsWith("--"))
      .map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
  });
}

/** How everything in the room looks. */
const shadowLooks = async (reader) => {
  // With what comes late it has more rules.
  await reader.whole();
  return reader.room.evaluate(async (room) => {
    await new Promise((done) => setTimeout(done, 300));
    return globalThis.looksOf([...room.shadowRoot.querySelectorAll("*")]);
  });
};

/** Of two lists what only one has; the first few. */
function differences(a, b) {
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter((each) => !right.has(each)), ...b.filter((each) => !left.has(each))].slice(0, 12);
}

/** In the page: what is the host's own. The room and what stands in its slots are looked at elsewhere. */
function hostState() {
  const own = [...document.querySelectorAll("*")].filter((element) => !element.closest("tertulia-room"));
  return {
    styles: globalThis.looksOf(own),
    elements: own.map((element) => element.outerHTML.slice(0, 60)),
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => !/^\d+$/.test(name)),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    cookie: document.cookie,
  };
}

const stories = {};
for (const name of SITES) {
  stories[`the ${name}: one says something and another sees it, and the page has nothing to report`] = async (
    opened,
  ) => {
    const ana = await open(opened, `${name}/`);
    const ben = await open(opened, `${name}/`, "Ben");
    for (const reader of [ana, ben]) await reader.live();
    await ana.say("hello from here");
    await ben.sees("hello from here");
    await ben.say("and hello from there");
    await ana.sees("and hello from there");
    await ana.room.locator(".message", { hasText: "and hello" }).hover();
    await ana.room.locator(".tools .more").click();
    await ana.page.keyboard.press("Escape");
    await ana.room.locator(".pick").click();
    await ana.room.locator(".grid button").first().waitFor();
    for (const reader of [ana, ben]) {
      equal(await reader.page.evaluate(() => globalThis.violations), [], "violations");
      equal(
        reader.complaints.filter((line) => !line.includes("favicon")),
        [],
        "complaints of the browser",
      );
    }
  };

  stories[`the ${name}: nothing of the page's own changes`] = async (opened) => {
    const without = await open(opened, `${name}/`, "Ana", {
      prepare: (tab) => tab.route("**/widget.js", (route) => route.abort()),
    });
    const before = await without.page.evaluate(hostState);
    const nora = await open(opened, `${name}/`, "Nora");
    await nora.live();
    await nora.say("here I am");
    await nora.sees("here I am");
    await nora.room.locator(".presence").click();
    const after = await nora.page.evaluate(hostState);
    equal(differences(before.styles, after.styles), [], "styles");
    for (const what of ["elements", "globals", "sheets", "cookie"]) equal(after[what], before[what], what);
  };

  stories[`the ${name}: of its rules only those for the room reach it`] = async (opened) => {
    const [full, bare] = [await open(opened, `${name}/`), await open(opened, `${name}/?bare`)];
    for (const reader of [full, bare]) await reader.live();
    equal(differences(await shadowLooks(full), await shadowLooks(bare)), [], "what differs");
  };
}

Object.assign(stories, {
  async "where a page has no corners, the room has none but round faces"(opened) {
    const reader = await open(opened, "newspaper/", "Noa");
    await reader.live();
    await reader.say("square `code`");
    await reader.sees("square code");
    await reader.room.locator(".message.own").last().hover();
    await reader.room.locator(".tools .react").click();
    await reader.room.locator(".grid button").first().click();
    await reader.room.locator(".reaction").first().waitFor();
    await reader.page.mouse.move(0, 0);
    await reader.room.locator(".message.own").last().hover();
    await reader.room.locator(".tools .more").click();
    await reader.room.evaluate((room) => room.shadowRoot.querySelector(".pick").click());
    await reader.room.locator(".grid button").first().waitFor();
    for (const density of ["line", "bubble"]) {
      const rounded = await reader.room.evaluate(async (room, wanted) => {
        room.density = wanted;
        await room.updateComplete;
        const all = [...room.shadowRoot.querySelectorAll("*:not(.avatar)")];
        // What a slot would show if the page had put nothing there is not drawn, and has no look.
        return all
          .filter((each) => !/^(0px)?$/.test(getComputedStyle(each).borderRadius))
          .map((each) => each.className);
      }, density);
      equal(rounded, [], `corners, ${density}`);
    }
  },

  async "a page that says the worst about all elements does not reach the room"(opened) {
    const [hostile, plain] = [await open(opened, "hostile"), await open(opened, "plain")];
    for (const reader of [hostile, plain]) {
      await reader.live();
      await reader.room.evaluate((room) => room.focus());
      await reader.room.evaluate((room) => room.shadowRoot.querySelector(".pick").click());
      await reader.room.locator(".grid button").first().waitFor();
      await reader.page.mouse.move(0, 0);
    }
    equal(differences(await shadowLooks(hostile), await shadowLooks(plain)), [], "what differs");
  },
});

stories["light and dark are as the page says, else light, and the font is the page's"] = async (opened) => {
  const said = { none: "", light: "color-scheme: light", dark: "color-scheme: dark", both: "color-scheme: light dark" };
  const seen = {};
  for (const colorScheme of ["light", "dark"]) {
    for (const [page, style] of Object.entries(said)) {
      const reader = await open(
        opened,
        `scheme?style=${encodeURIComponent(`:root { font-family: monospace; ${style} }`)}`,
        "Ana",
        {
          colorScheme,
        },
      );
      await reader.live();
      for (const theme of ["auto", "light", "dark"]) {
        const { isDark, font } = await reader.room.evaluate(async (room, theme) => {
          room.theme = theme;
          await room.updateComplete;
          const { backgroundColor, fontFamily } = getComputedStyle(room);
          return { isDark: backgroundColor !== "rgb(255, 255, 255)", font: fontFamily };
        }, theme);
        equal(font, "monospace", "the font");
        if (process.env.E2E_SHOTS && theme === "auto")
          await reader.page.screenshot({ path: join(process.env.E2E_SHOTS, `scheme-${page}-${colorScheme}.png`) });
        const isWanted =
          { light: false, dark: true }[theme] ?? { dark: true, both: colorScheme === "dark" }[page] ?? false;
        if (isDark !== isWanted) seen[`page ${page}, system ${colorScheme}, theme ${theme}`] = isDark;
      }
    }
  }
  equal(seen, {}, "dark where it should not be, or not where it should");
};

const LOOKS = {
  wide: { viewport: { width: 1180, height: 860 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1180, height: 860 }, colorScheme: "dark" },
  bubbles: { viewport: { width: 1180, height: 860 } },
};
const TALK = {
  newspaper: [
    [
      "Ana Benítez",
      "My mother learnt to read on that boat. It smelt of diesel and of paper, and nobody was ever in a hurry.",
    ],
    ["T. Olmedo", "A longer pier is no roof. Who asked for a longer pier?"],
    ["Ana Benítez", "The council did. See the minutes: https://council.example/minutes/412 (page 9)."],
    ["Rosa", "I have the key on Thursdays. Come and ask **me**, not the council."],
  ],
  game: [
    ["Velvet", "you fly like a *sock*"],
    ["Duskwing", "says the one who hit the lamp TWICE :D"],
    ["Velvet", "the lamp hit me"],
    ["Rosa", "40 seconds, everybody back to `lane 3` 🎉"],
  ],
};

async function takePictures() {
  mkdirSync(process.env.E2E_SHOTS, { recursive: true });
  for (const name of SITES) {
    const people = new Map();
    const opened = [];
    for (const [who, text] of TALK[name]) {
      if (!people.has(who)) people.set(who, await open(opened, `${name}/?talk`, who, LOOKS.wide));
      const reader = people.get(who);
      await reader.live();
      await reader.say(text);
      await reader.settled();
    }
    const rosa = people.get("Rosa");
    await rosa.room.locator(".message").nth(1).hover();
    await rosa.room.locator(".tools .react").click();
    await rosa.room.locator(".panel input").fill("heart");
    await rosa.room.locator(".panel .grid button").first().click();
    await rosa.room.locator(".reaction").waitFor();
    const kept = await rosa.context.storageState();
    for (const [look, options] of Object.entries(LOOKS)) {
      const reader = await open(opened, `${name}/?talk=${look === "bubbles" ? "bubble" : ""}`, "Rosa", {
        ...options,
        storageState: kept,
      });
      await reader.live();
      await reader.room.locator(".message").first().waitFor();
      const take = async (what) => {
        await reader.page.waitForTimeout(400);
        await reader.page.screenshot({
          path: join(process.env.E2E_SHOTS, `${name}-${what}.png`),
          fullPage: look === "phone",
        });
      };
      await reader.page.waitForTimeout(900);
      await take(look);
      await reader.room.locator(".message").nth(1).hover();
      await reader.room.locator(".tools .more").click();
      await take(`${look}-menu`);
      await reader.page.keyboard.press("Escape");
      await reader.room.locator(".pick").click();
      await reader.room.locator(".grid button").first().waitFor();
      await take(`${look}-picker`);
    }
    for (const each of opened) await each.close();
  }
}

await tell("sites of other styles", stories, async () => {
  if (process.env.E2E_SHOTS) await takePictures();
  await browser.close();
  site.close();
  await server.stop();
});
