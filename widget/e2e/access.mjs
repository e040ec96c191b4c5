// What docs/src/access.md promises to those who don't see, don't hear well, don't use a mouse, or need it large: held in every
// state that a room can be in.
//
//   TERTULIA_BIN   the server to test; without it the small server of the unit tests stands in

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startServer } from "./servers.mjs";
import { reach, STATES } from "./states.mjs";
import { equal, tell, until } from "./tell.mjs";

const server = await startServer();
const browser = await launch();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Stories of what holds in every state. Each state is gone to once for all of them, since that takes longer than to look: `looks`
 * are taken in this order, so those that leave the state other than they found it stand last.
 */
function inEveryState(options, looks) {
  const visitAll = async () => {
    const faults = Object.fromEntries(Object.keys(looks).map((title) => [title, []]));
    const names = Object.keys(STATES);
    const visit = async () => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const reader = await reach(browser, server.url, name, options);
        for (const [title, look] of Object.entries(looks))
          for (const fault of await look(reader, name)) faults[title].push(`${name}: ${fault}`);
        await reader.close();
      }
    };
    // Much of it is waiting.
    await Promise.all([visit(), visit(), visit()]);
    return faults;
  };
  let visited;
  const story = (title) => async () => {
    visited ??= visitAll();
    equal((await visited)[title], [], "faults");
  };
  return Object.fromEntries(Object.keys(looks).map((title) => [title, story(title)]));
}

/** In the page: what can be pressed or written in, and is there to be. */
const CONTROLS = "button, input, textarea, [role=option], [role=menuitem]";

/** In the page: scrolls a line so that only its middle, its end or its start is in sight, and gives a place on what is. */
function layBare({ shadowRoot }, { id, part, x, y }) {
  const log = shadowRoot.querySelector(".log");
  const [line, around] = [shadowRoot.querySelector(`[data-id="${id}"]`), log.getBoundingClientRect()];
  const { top, bottom } = line.getBoundingClientRect();
  const seen = Math.min(24, bottom - top);
  if (part === "start") log.scrollTop += top + seen - around.bottom;
  if (part === "end") log.scrollTop += bottom - seen - around.top;
  if (part === "middle") log.scrollTop += (top + bottom - around.top - around.bottom) / 2;
  const box = line.getBoundingClientRect();
  const [from, to] = [Math.max(box.top, around.top), Math.min(box.bottom, around.bottom)];
  return [box.left + x * box.width, from + y * (to - from)];
}

/** In the page: what is wrong with the buttons and the menu of the line that was touched, as far as there is one. */
function lookAtTools({ shadowRoot }) {
  const find = (selector) => shadowRoot.querySelector(selector);
  const faults = [".panel", ".about"].filter(find).map((selector) => `${selector} has been opened`);
  const around = find(".log").getBoundingClientRect();
  const isIn = ({ left, right, top, bottom }) =>
    left >= around.left && right <= around.right && top >= around.top - 1 && bottom <= around.bottom + 1;
  for (const each of shadowRoot.querySelectorAll(".tools, .menu"))
    if (!isIn(each.getBoundingClientRect())) faults.push(`.${each.className} is cut off`);
  for (const button of shadowRoot.querySelectorAll(".tools button")) {
    button.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = button.getBoundingClientRect();
    const hit = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (Math.min(width, height) < 24) faults.push(`${button.className} is ${width} × ${height} px`);
    // Under an open menu may be what it was opened from.
    if (!button.contains(hit) && !hit?.closest(".menu"))
      faults.push(`${button.className} is covered by ${hit?.className}`);
  }
  return faults;
}

/** Whether the focus is seen, wherever the Tab key brings it. */
async function seeFocus(reader) {
  const faults = new Set();
  await reader.room.evaluate((room) => room.focus());
  // Where the room has not come yet, what comes late comes with the focus.
  await reader.page.keyboard.press("Tab");
  await reader.whole();
  await reader.room.evaluate((room) => room.focus());
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let i = 0; i < 14; i++) {
      await reader.page.keyboard.press(key);
      const fault = await reader.room.evaluate(async (room) => {
        await room.updateComplete;
        const at = room.shadowRoot.activeElement;
        if (!at) return undefined;
        const name = `${at.localName}.${at.className}`;
        const style = getComputedStyle(at);
        // A field's border is of the same colour, and so half of its ring.
        const width = Number.parseFloat(style.outlineWidth) + (at.matches(".field") ? 1 : 0);
        if (style.outlineStyle === "none" || width < 2) return `${name} does not show it`;
        const box = at.getBoundingClientRect();
        const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
        const isSeen = spots.some(([x, y]) => {
          const hit = room.shadowRoot.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return hit !== null && (at.contains(hit) || hit.contains(at));
        });
        return isSeen ? undefined : `${name} is covered`;
      });
      if (fault) faults.add(fault);
    }
  }
  return [...faults];
}

const FOCUS = "what has the focus shows it, and is not covered by anything";

const inWindow = inEveryState(
  {},
  {
    "who wants less motion gets none but what slowly says that something is on its way": (reader) =>
      reader.room.evaluate((room) => {
        const moving = [...room.shadowRoot.querySelectorAll("*")].flatMap((each) => each.getAnimations());
        return moving
          .filter((each) => each.effect.getTiming().duration < 4_000 && each.playState === "running")
          .map((each) => each.animationName ?? each.transitionProperty);
      }),

    "whatever can be pressed is 24 pixels high and wide at least": (reader) =>
      reader.room.evaluate((room, controls) => {
        const small = (each) => {
          const { width, height } = each.getBoundingClientRect();
          return width > 0 && (width < 24 || height < 24);
        };
        return [...room.shadowRoot.querySelectorAll(controls)]
          .filter(small)
          .map(
            (each) =>
              `${each.className} ${each.getBoundingClientRect().width} × ${each.getBoundingClientRect().height}`,
          );
      }, CONTROLS),

    "with lines, words and letters apart as far as anybody needs nothing is cut off": (reader) =>
      reader.room.evaluate(async (room) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
        );
        room.shadowRoot.adoptedStyleSheets.push(sheet);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const isCut = (each) => {
          const style = getComputedStyle(each);
          if (each.matches(".sr, .log, textarea, svg, svg *") || style.overflow === "visible") return false;
          const scrolls = (value) => value === "auto" || value === "scroll";
          return (
            (!scrolls(style.overflowX) && each.scrollWidth > each.clientWidth + 1) ||
            (!scrolls(style.overflowY) && each.scrollHeight > each.clientHeight + 1)
          );
        };
        const over = room.shadowRoot.querySelector(".log");
        const faults = [...room.shadowRoot.querySelectorAll("*")]
          .filter(isCut)
          .map((each) => `${each.localName}.${each.className} is cut`);
        if (over.scrollWidth > over.clientWidth) faults.push("the log is wider");
        sheet.replaceSync("");
        return faults;
      }),

    async "axe finds nothing in any state, in light and dark, in both densities, from either side"(reader) {
      const faults = [];
      await reader.page.evaluate(axe);
      for (const [theme, density, dir] of [
        ["light", "bubble", "ltr"],
        ["dark", "bubble", "rtl"],
        ["light", "line", "rtl"],
        ["dark", "line", "ltr"],
      ]) {
        const found = await reader.room.evaluate(
          async (room, [theme, density, dir]) => {
            Object.assign(room, { theme, density, dir });
            await room.updateComplete;
            await new Promise((done) => setTimeout(done, 60));
            return globalThis.axe.run(room, { rules: { "target-size": { enabled: true } } });
          },
          [theme, density, dir],
        );
        for (const { id, nodes } of found.violations)
          faults.push(`${theme} ${density} ${dir}: ${id} at ${nodes.map((node) => node.target.at(-1)).join(" and ")}`);
      }
      await reader.room.evaluate((room) => Object.assign(room, { theme: "auto", density: "bubble", dir: "" }));
      return faults;
    },

    [FOCUS]: seeFocus,
  },
);

const inLittle = inEveryState(
  { viewport: { width: 320, height: 568 } },
  {
    async "at 320 pixels, and with a fourth of a window's height, nothing has to be scrolled sideways"(reader) {
      const faults = [];
      for (const height of [568, 256]) {
        await reader.page.setViewportSize({ width: 320, height });
        faults.push(
          await reader.room.evaluate(async (room, controls) => {
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const log = room.shadowRoot.querySelector(".log");
            const faults = [];
            if (document.scrollingElement.scrollWidth > innerWidth) faults.push("the page is wider");
            if (log.scrollWidth > log.clientWidth) faults.push("the log is wider");
            for (const each of room.shadowRoot.querySelectorAll(`${controls}, .closed, .notice, .bubble, .panel`)) {
              const { left, right, width } = each.getBoundingClientRect();
              if (width > 0 && (left < -1 || right > innerWidth + 1)) faults.push(`${each.className} runs over`);
            }
            return faults;
          }, CONTROLS),
        );
      }
      return faults.flat();
    },

    async [FOCUS](reader) {
      await reader.page.setViewportSize({ width: 320, height: 480 });
      return seeFocus(reader);
    },
  },
);

const withForcedColours = inEveryState(
  { forcedColors: "active" },
  {
    async "with forced colours the focus is seen, and what is chosen"(reader) {
      const faults = new Set();
      await reader.room.evaluate((room) => room.focus());
      for (let i = 0; i < 12; i++) {
        const fault = await reader.room.evaluate((room) => {
          const at = room.shadowRoot.activeElement;
          if (!at) return undefined;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
          const isSeen =
            outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
          return isSeen
            ? undefined
            : `${at.localName}.${at.className}: ${outlineStyle} ${outlineWidth} ${outlineColor}`;
        });
        if (fault) faults.add(fault);
        await reader.page.keyboard.press("Tab");
      }
      return [...faults];
    },
  },
);

const stories = {
  ...inWindow,
  ...inLittle,
  ...withForcedColours,

  async [FOCUS]() {
    await inWindow[FOCUS]();
    await inLittle[FOCUS]();
  },

  async "with letters up to four times as large those that stand for a name are whole"() {
    const reader = await reach(browser, server.url, "usual", { viewport: { width: 390, height: 844 } });
    const cut = await reader.room.evaluate(async (room) => {
      const faults = [];
      for (const size of ["16px", "32px", "64px"]) {
        document.documentElement.style.fontSize = size;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        for (const face of room.shadowRoot.querySelectorAll(".avatar")) {
          const range = document.createRange();
          range.selectNodeContents(face);
          const [box, text] = [face.getBoundingClientRect(), range.getBoundingClientRect()];
          if (text.left < box.left || text.right > box.right || box.width !== box.height || box.width < 32)
            faults.push(`${size}: ${text.width} px of letters on ${box.width} × ${box.height}`);
        }
      }
      return faults;
    });
    equal(cut, [], "what is cut off");
    await reader.close();
  },

  async "who is typing is to be read beside the way to what is new"() {
    const reader = await reach(browser, server.url, "reading above, with news below", {
      viewport: { width: 360, height: 640 },
    });
    await reader.room.evaluate((room) => {
      room.shadowRoot.querySelector(".typing").textContent = "Somebody is typing";
    });
    const [button, typing] = await reader.room.evaluate((room) =>
      [".new button", ".typing"].map((each) => room.shadowRoot.querySelector(each).getBoundingClientRect().toJSON()),
    );
    if (button.bottom > typing.top) throw new Error(`the button ends ${button.bottom - typing.top} px below its top`);
    await reader.close();
  },

  async "a title stands at the start of its line, whatever it is written in"() {
    for (const dir of ["ltr", "rtl"]) {
      const reader = await reach(browser, server.url, "usual");
      const starts = await reader.room.evaluate(async (room, dir) => {
        room.dir = dir;
        const title = room.shadowRoot.querySelector(".title");
        const texts = [];
        const range = document.createRange();
        for (const text of ["Community garden", "حديقة الحي"]) {
          const inner = title.querySelector("bdi") ?? title;
          inner.textContent = text;
          range.selectNodeContents(inner);
          const [around, words] = [title.getBoundingClientRect(), range.getBoundingClientRect()];
          texts.push(Math.round(dir === "ltr" ? words.left - around.left : around.right - words.right));
        }
        return texts;
      }, dir);
      equal(starts, [0, 0], `how far from the start, ${dir}`);
      await reader.close();
    }
  },

  async "where there is little height a row of emoji can be seen all the same"() {
    const reader = await reach(browser, server.url, "the choice of emoji is open", {
      viewport: { width: 320, height: 256 },
    });
    await until(
      () =>
        reader.room.evaluate((room) => {
          const [panel, grid, first] = [".panel", ".grid", ".grid button"].map((each) =>
            room.shadowRoot.querySelector(each)?.getBoundingClientRect(),
          );
          const isIn = (around) => first.top >= around.top - 1 && first.bottom <= around.bottom + 1;
          return first !== undefined && isIn(panel) && isIn(grid) && panel.top >= 0 && panel.bottom <= innerHeight;
        }),
      "a whole emoji is in sight",
    );
    await reader.close();
  },

  async "borders, icons and rings stand out by three to one, in light and dark"() {
    for (const theme of ["light", "dark"]) {
      const reader = await reach(browser, server.url, "a line is touched");
      const faults = await reader.room.evaluate(async (room, theme) => {
        room.theme = theme;
        await room.updateComplete;
        const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
        const bytes = (...colors) => {
          canvas.clearRect(0, 0, 1, 1);
          for (const color of colors) {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
          }
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const light = (rgb) =>
          rgb
            .map((byte) => byte / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const contrast = (a, b) => {
          const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
          return (bright + 0.05) / (dark + 0.05);
        };
        const find = (selector) => room.shadowRoot.querySelector(selector);
        const of = (selector, property, pseudo) => getComputedStyle(find(selector), pseudo)[property];
        const surface = getComputedStyle(room).backgroundColor;
        const tool = of(".tools > button", "color");
        room.focus();
        const ring = of("textarea", "borderTopColor");
        find(".log").focus();
        const field = find("textarea");
        field.value = "x";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await room.updateComplete;
        const pairs = {
          "the field": [of("textarea", "borderTopColor"), surface],
          "the field in use": [ring, surface],
          "a ring": [of(".log", "outlineColor"), surface],
          "who is here": [of(".presence", "backgroundColor", "::before"), surface],
          "the smile": [of(".pick", "color"), surface],
          "the button": [of(".send", "backgroundColor"), surface],
          "its arrow": [of(".send", "color"), of(".send", "backgroundColor")],
          "a tool": [tool, surface],
          "a reaction of mine": [of(".reaction.mine", "borderTopColor"), surface],
        };
        return Object.entries(pairs)
          .map(([what, [a, b]]) => [what, contrast(bytes(surface, b, a), bytes(surface, b))])
          .filter(([, found]) => found < 3)
          .map(([what, found]) => `${what} ${found.toFixed(2)}`);
      }, theme);
      equal(faults, [], `what is too faint in ${theme}`);
      await reader.close();
    }
  },

  async "what comes with the pointer goes with Escape, wherever the focus is"() {
    const reader = await reach(browser, server.url, "a line is touched");
    equal(await reader.room.locator(".tools").count(), 1, "tools");
    // They stay while the pointer goes over to them, and lies there.
    const { x, y, width, height } = await reader.room.locator(".tools .more").boundingBox();
    await reader.page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
    await reader.page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    equal(await reader.room.locator(".tools .more").isVisible(), true, "the tools under the pointer");
    await reader.page.keyboard.press("Escape");
    await reader.room.locator(".tools").waitFor({ state: "detached" });
    // They go with the mouse.
    await reader.room.locator(".message").last().hover();
    await reader.room.locator(".tools").waitFor();
    await reader.room.locator("[part=header]").hover();
    await reader.room.locator(".tools").waitFor({ state: "detached" });
    // The focus that goes on to another line brings that one's.
    await reader.room.locator("[part=log]").focus();
    await reader.page.keyboard.press("ArrowUp");
    await reader.room.locator(".tools").waitFor();
    await reader.page.keyboard.press("Escape");
    await reader.room.locator(".tools").waitFor({ state: "detached" });
    await reader.page.keyboard.press("ArrowUp");
    await reader.room.locator(".tools").waitFor();
    await reader.close();
  },

  async "what is pressed by mistake can be left: nothing happens before the finger or button is up"() {
    const reader = await reach(browser, server.url, "a name is completed");
    const offer = await reader.room.locator(".offers [role=option]").first().boundingBox();
    await reader.page.mouse.move(offer.x + 5, offer.y + 5);
    await reader.page.mouse.down();
    equal(await reader.room.locator("[part=input]").inputValue(), "@an", "what is written while it is down");
    await reader.page.mouse.move(5, 5);
    await reader.page.mouse.up();
    equal(await reader.room.locator("[part=input]").inputValue(), "@an", "what is written after it was left");
    // Safari tells by this code alone that Enter chooses a word of an input method, and not what is offered.
    await reader.room.evaluate(({ shadowRoot }) => {
      const init = { key: "Enter", keyCode: 229, bubbles: true, cancelable: true };
      shadowRoot.querySelector("[part=input]").dispatchEvent(new KeyboardEvent("keydown", init));
    });
    equal(
      await reader.room.locator("[part=input]").inputValue(),
      "@an",
      "what is written after an input method's Enter",
    );
    await reader.room.locator(".offers [role=option]").first().click();
    equal(await reader.room.locator("[part=input]").inputValue(), "@Ana Benítez ", "what is written after a press");
    equal(await reader.room.evaluate((room) => room.shadowRoot.activeElement?.localName), "textarea", "the focus");
    await reader.close();
  },

  async "what is offered while one writes is told to who does not see it"() {
    const reader = await reach(browser, server.url, "a name is completed");
    const chosen = () =>
      reader.room.evaluate(({ shadowRoot }) => {
        const field = shadowRoot.querySelector("textarea");
        const option = shadowRoot.getElementById(field.getAttribute("aria-activedescendant"));
        const list = shadowRoot.getElementById(field.getAttribute("aria-controls"));
        return [
          field.getAttribute("aria-autocomplete"),
          list?.role,
          option?.getAttribute("aria-selected"),
          option?.textContent,
        ];
      });
    equal(await chosen(), ["list", "listbox", "true", "Ana Benítez"], "what is chosen");
    await reader.page.keyboard.press("Escape");
    await reader.room.locator(".offers").waitFor({ state: "detached" });
    equal(await chosen(), [null, undefined, undefined, undefined], "what is chosen when nothing is");
    await reader.close();
  },

  async "our own words say in which language they are, on a page in one that we don't have"() {
    const reader = await reach(browser, server.url, "usual", { locale: "es-PY", lang: "fi" });
    const langs = await reader.room.evaluate((room) =>
      [".foot", "[role=status].sr"].map((each) => room.shadowRoot.querySelector(each).lang.slice(0, 2)),
    );
    equal(langs, ["es", "es"], "languages");
    await reader.close();
  },

  async "the focus comes back to where it was from whatever has been opened"() {
    const reader = await reach(browser, server.url, "usual");
    const at = () => reader.room.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.className.split(" ")[0]);
    const press = async (...keys) => {
      for (const key of keys) await reader.page.keyboard.press(key);
    };
    await reader.room.locator(".presence").focus();
    await press("Enter");
    await until(async () => (await at()) === "close", "the panel has the focus");
    await press("Escape");
    await until(async () => (await at()) === "presence", "the button has it again");
    await reader.room.locator(".pick").focus();
    await press("Enter");
    await until(async () => (await at()) === "field", "the search has the focus");
    await press("Escape");
    await until(async () => (await at()) === "pick", "the smile has it again");
    await reader.room.locator("[part=log]").focus();
    await press("ArrowUp");
    await until(async () => (await at()) === "message", "a line has it");
    await reader.room.locator(".tools .react").focus();
    await press("Enter");
    await until(async () => (await at()) === "field", "the search has the focus");
    await press("Escape");
    await until(async () => ["react", "message"].includes(await at()), "the line has it again");
    await reader.close();
  },

  async "the choice of emoji is one stop of the Tab key, gone through by arrows, and the focus is seen"() {
    for (const [lang, forth, back] of [
      ["en", "ArrowRight", "ArrowLeft"],
      ["ar", "ArrowLeft", "ArrowRight"],
    ]) {
      const reader = await reach(browser, server.url, "the choice of emoji is open", { lang });
      const keys = reader.page.keyboard;
      // Row and column of what has the focus, whether it is the one stop, and seen as what one is at.
      const at = () =>
        reader.room.evaluate(({ shadowRoot }) => {
          const cell = shadowRoot.activeElement;
          const [grid, row] = [cell.closest("[role=grid]"), cell.closest("[role=row]")];
          if (!grid) return cell.localName;
          const stops = [...grid.querySelectorAll("[role=gridcell]")].filter((each) => each.tabIndex === 0);
          const { outlineStyle, outlineWidth } = getComputedStyle(cell);
          const [box, around] = [cell.getBoundingClientRect(), grid.getBoundingClientRect()];
          const isIn = box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
          const isSeen = outlineStyle === "solid" && outlineWidth === "2px" && isIn;
          const place = [[...grid.children].indexOf(row), [...row.children].indexOf(cell)];
          return stops.length === 1 && stops[0] === cell && isSeen ? place : "not the one stop, or not seen";
        });
      const press = async (key) => {
        await keys.press(key);
        await reader.room.evaluate((room) => room.updateComplete);
      };
      await press("Tab");
      equal(await at(), "select", `${lang}: the tone of skin`);
      await press("Tab");
      equal(await at(), [0, 0], `${lang}: Tab`);
      // How many there are hangs on what this machine can draw.
      const last = await reader.room.evaluate((room) => {
        const rows = [...room.shadowRoot.querySelector('[role="grid"]').children];
        return [rows.length - 1, rows.at(-1).children.length - 1];
      });
      const steps = [
        [forth, [0, 1]],
        ["ArrowDown", [1, 1]],
        ["End", [1, 7]],
        [forth, [2, 0]],
        [back, [1, 7]],
        ["Home", [1, 0]],
        ["ArrowUp", [0, 0]],
        ["ArrowUp", [0, 0]],
        [back, [0, 0]],
        ["Control+End", last],
        ["ArrowDown", last],
        ["Control+Home", [0, 0]],
        ["ArrowDown", [1, 0]],
      ];
      for (const [key, place] of steps) {
        await press(key);
        equal(await at(), place, `${lang}: ${key}`);
      }
      await press("Tab");
      equal(
        await reader.room.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest(".grid") ?? null),
        null,
        "one stop",
      );
      // Behind it are the groups: one stop, too, and what arrows lead to is shown.
      const shown = () =>
        reader.room.evaluate(({ shadowRoot }) => {
          const tabs = [...shadowRoot.querySelectorAll("[role=tab]")];
          const stops = tabs.filter((tab) => tab.tabIndex === 0);
          const isOne = stops.length === 1 && stops[0] === shadowRoot.activeElement && stops[0].ariaSelected === "true";
          const isNamed = stops[0].ariaLabel === shadowRoot.querySelector("[role=tabpanel] h3").innerText;
          return isOne && isNamed ? tabs.indexOf(stops[0]) : "not the one stop, or not shown";
        });
      for (const [key, place] of [
        [forth, 1],
        ["End", 8],
        [forth, 0],
        [back, 8],
        ["Home", 0],
      ]) {
        await press(key);
        equal(await shown(), place, `${lang}: ${key} in the groups`);
      }
      await press("Shift+Tab");
      equal(await at(), [0, 0], `${lang}: back by Tab`);
      // A search begins anew, from its field, and what is found is fewer than a row.
      await press("Shift+Tab");
      await press("Shift+Tab");
      equal(await at(), "input", "the field");
      await keys.type("firefighter");
      await press("ArrowDown");
      equal(await at(), [0, 0], `${lang}: into what was found`);
      await press("ArrowDown");
      equal(await at(), [0, 0], `${lang}: there is one row`);
      await press("Enter");
      await until(
        async () => (await reader.room.locator("[part=input]").inputValue()) === "🧑‍🚒",
        "it is in the field",
      );
      await reader.close();
    }
  },

  async "by touch a line's buttons and menu are whole, wherever the line is cut off, and the tap that brings them presses none"() {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    for (const [density, lang] of [
      ["bubble", "en"],
      ["line", "ar"],
    ]) {
      const faults = new Set();
      const reader = await reach(browser, server.url, "usual", { ...phone, lang });
      await reader.room.evaluate(async (room, density) => {
        room.density = density;
        const sheet = new CSSStyleSheet();
        // So much that there is something to scroll, and nothing in a line that does something else by a tap.
        sheet.replaceSync(".lines { padding-block: 900px !important } .reactions, .quote { display: none !important }");
        await room.updateComplete;
        room.shadowRoot.adoptedStyleSheets.push(sheet);
      }, density);
      const isThere = (selector) =>
        reader.room.evaluate(({ shadowRoot }, each) => !!shadowRoot.querySelector(each), selector);
      const look = async (where) => {
        for (const fault of await reader.room.evaluate(lookAtTools)) faults.add(`${where}: ${fault}`);
      };
      // Somebody else's, one's own, and an action: each touched in its midst, and where its buttons are going to be.
      for (const [id, end] of [
        [1, 0.94],
        [4, 0.06],
        [7, 0.94],
      ])
        for (const part of ["start", "middle", "end"])
          for (const [x, y] of [
            [0.25, 0.5],
            // Not at the very edge of the log, where a finger may mean what stands above it.
            [lang === "ar" ? 1 - end : end, part === "end" ? 0.6 : 0.1],
          ]) {
            const where = `${id}, ${part} ${x}`;
            await reader.page.touchscreen.tap(...(await reader.room.evaluate(layBare, { id, part, x, y })));
            await until(() => isThere(`[data-id="${id}"] .tools .more`), `${where}: there are buttons`);
            await look(where);
            if (x === 0.25) {
              await reader.room.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".tools .more").click());
              await until(() => isThere(".item:focus"), `${where}: there is a menu`);
              await look(`${where}, menu`);
              await reader.page.keyboard.press("Escape");
            }
            await reader.page.keyboard.press("Escape");
            await until(async () => !(await isThere(".tools, .panel, .menu")), `${where}: it is gone`);
          }
      equal([...faults], [], `faults, ${density} ${lang}`);
      await reader.close();
    }
  },

  async "a line's buttons stand beside what was said, and cover nothing of a short line; who types is said below the lines"() {
    const boxes = async (density, text, lang) => {
      const reader = await reach(browser, server.url, "usual", { viewport: { width: 1180, height: 700 }, lang });
      await reader.room.evaluate(async (room, density) => {
        room.density = density;
        await room.updateComplete;
      }, density);
      await reader.room.locator(".message", { hasText: text }).first().hover();
      await reader.room.locator(".tools .more").waitFor();
      const found = await reader.room.evaluate((room) => {
        const { shadowRoot } = room;
        const line = shadowRoot.querySelector(".message:has(.tools)");
        const of = (each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          const { left, right } = range.getBoundingClientRect();
          return { left, right };
        };
        return {
          tools: of(line.querySelector(".tools")),
          bubble: of(line.querySelector(".bubble")),
          words: of(line.querySelector(".words")),
          name: of(line.querySelector(".sender, .sr")),
          typing: of(shadowRoot.querySelector(".typing")),
          first: of(shadowRoot.querySelector(".bubble .words")),
          all: of(shadowRoot.querySelector(".lines")),
        };
      });
      await reader.close();
      return found;
    };
    const gap = (one, other) => Math.max(one.left - other.right, other.left - one.right);
    for (const lang of ["en", "ar"])
      for (const text of ["Did they arrive", "See you on Saturday"]) {
        const { tools, bubble, typing, all } = await boxes("bubble", text, lang);
        const away = gap(tools, bubble);
        if (away < 0 || away > 24) throw new Error(`${lang}, ${text}: the buttons are ${away} px away`);
        const isIn = typing.left >= all.left && typing.right <= all.right;
        equal(isIn, true, `${lang}: who types is said where the lines are`);
        const line = await boxes("line", text, lang);
        // Words that run the other way begin at the other end.
        for (const what of lang === "ar" ? ["name"] : ["words", "name"])
          if (gap(line.tools, line[what]) < 0) throw new Error(`${lang}, ${text}, line: the buttons cover the ${what}`);
      }
  },

  async "for a finger what can be pressed is larger, no line moves for it, and what is grave stays so under it"() {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const reader = await reach(browser, server.url, "usual", phone);
    await reader.whole();
    const measure = (room, selectors) =>
      selectors.flatMap((selector) => {
        const found = [...room.shadowRoot.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
        if (found.length === 0) return [`there is no ${selector}`];
        const least = selector === ".reaction" ? 36 : 44;
        const small = found.find(({ width, height }) => Math.min(width, height) < least);
        return small ? [`${selector} is ${small.width} × ${small.height} px`] : [];
      });
    const tops = () =>
      reader.room.evaluate(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll("[data-key], .header, .presence span")].map((each) =>
          Math.round(each.getBoundingClientRect().top),
        ),
      );
    const before = await tops();
    await reader.room.locator(".message", { hasText: "important" }).first().tap();
    await reader.room.locator(".tools .more").tap();
    await reader.room.locator(".menu").waitFor();
    const wanted = [".tools > button", ".presence", ".menu .item", ".reaction"];
    equal(await reader.room.evaluate(measure, wanted), [], "what is too small");
    equal(await tops(), before, "where the lines are");
    const header = await reader.room.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".header").offsetHeight);
    equal(header, 46, "how high the header is");
    const colour = () =>
      reader.room.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".delete-all")).color);
    const red = await colour();
    await reader.room.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".delete-all").focus());
    equal(await colour(), red, "what is grave, with the focus");
    await reader.room.locator(".delete-all").tap();
    await reader.room.getByText("Really delete all of it?").waitFor();
    await reader.room.locator(".delete-all").hover();
    equal(await colour(), red, "what is grave, when it is asked whether it is meant");
    await reader.close();
  },

  async "everything is done by keyboard alone"(opened) {
    const ana = await Reader.open(browser, `${server.url}embed/e2e/keys`, "Ana");
    const ben = await Reader.open(browser, `${server.url}embed/e2e/keys`, "Ben");
    opened.push(ana, ben);
    await Promise.all([ana.live(), ben.live()]);
    const keys = ana.page.keyboard;
    const at = (selector) =>
      until(
        () =>
          ana.room.evaluate(({ shadowRoot }, wanted) => shadowRoot.activeElement?.matches(wanted) ?? false, selector),
        `the focus is at ${selector}`,
      );
    const tabTo = async (selector, key = "Tab") => {
      for (let i = 0; i < 30; i++) {
        if (await ana.room.evaluate(({ shadowRoot }, wanted) => shadowRoot.activeElement?.matches(wanted), selector))
          return;
        await keys.press(key);
        await ana.room.evaluate((room) => room.updateComplete);
      }
      throw new Error(`no Tab leads to ${selector}`);
    };
    // By Tab alone it goes in the order in which things are read, and nothing is sent, opened or left.
    const places = [];
    for (let i = 0; i < 12; i++) {
      await keys.press("Tab");
      const place = await ana.room.evaluate(({ shadowRoot }) => {
        const at = shadowRoot.activeElement;
        if (at === null || at.dataset.visited) return undefined;
        at.dataset.visited = "yes";
        return [...shadowRoot.querySelectorAll("header, .log, .foot")].findIndex((each) => each.contains(at));
      });
      // After the last it begins again.
      if (place === undefined && places.length > 0) break;
      if (place !== undefined) places.push(place);
    }
    equal(places, [...places].sort(), "the order of what Tab leads to");
    equal([places.includes(1), places.includes(2)], [true, true], "that it leads to the log and to the field");
    equal(await ana.texts(), [], "what was sent");
    equal(await ana.room.locator(".panel, .menu, #name").count(), 0, "what was opened");
    await ana.page.evaluate(() => document.activeElement?.blur());
    // Comes in, writes, takes a name.
    await tabTo("textarea");
    await keys.type("hello");
    await keys.press("Enter");
    await at("#name");
    await keys.type("Ana");
    await keys.press("Enter");
    await ben.sees("hello");
    await at("textarea");
    await ben.say("hi Ana");
    await ana.sees("hi Ana");
    // Edits what was said last.
    await keys.press("ArrowUp");
    await until(async () => (await ana.room.locator("[part=input]").inputValue()) === "hello", "it is edited");
    await keys.press("End");
    await keys.type(" all");
    await keys.press("Enter");
    await ben.sees("hello all");
    // Goes up to a line, answers it, reacts to it.
    await tabTo("[part=log]", "Shift+Tab");
    await keys.press("ArrowUp");
    await at(".message:not(.own)");
    await tabTo(".tools .answer");
    await keys.press("Enter");
    await at("textarea");
    await keys.type("hi Ben");
    await keys.press("Enter");
    await ben.room.locator(".quote").waitFor();
    await tabTo("[part=log]", "Shift+Tab");
    await keys.press("ArrowUp");
    await keys.press("ArrowUp");
    await at(".message:not(.own)");
    await tabTo(".tools .react");
    await keys.press("Enter");
    await at(".panel input");
    await keys.type("tada");
    await ana.room.locator(".grid button", { hasText: "🎉" }).first().waitFor();
    await keys.press("Enter");
    await ben.room.locator(".reaction").waitFor();
    // Deletes, and takes it back; jumps to who is answered.
    await tabTo("[part=log]", "Shift+Tab");
    await keys.press("ArrowUp");
    await at(".message.own");
    await tabTo(".quote");
    await keys.press("Enter");
    await ana.room.locator(".shown").waitFor();
    await tabTo("[part=log]", "Shift+Tab");
    await keys.press("ArrowUp");
    await tabTo(".tools .more");
    await keys.press("Enter");
    await at(".menu [role=menuitem]");
    await keys.press("End");
    await keys.press("Enter");
    await at(".undo");
    await keys.press("Enter");
    await ana.sees("hi Ben");
    // Sees who is here, and goes back; takes another name; picks an emoji.
    await tabTo(".presence", "Shift+Tab");
    await keys.press("Enter");
    await at(".panel .close");
    await keys.press("Escape");
    await at(".presence");
    await tabTo(".as");
    await keys.press("Enter");
    await at("#name");
    await keys.press("Escape");
    await at("textarea");
    await keys.press("Tab");
    await at(".pick");
    await keys.press("Enter");
    await at(".panel input");
    await ana.room.locator(".grid button").first().waitFor();
    await tabTo(".grid button");
    await keys.press("Enter");
    await until(async () => (await ana.room.locator("[part=input]").inputValue()) !== "", "the emoji is in the field");
  },
};

await tell("access", stories, async () => {
  await browser.close();
  await server.stop();
});
