// The line that is read stays where it is to a pixel, whatever happens above it or around: told against the small server of
// the unit tests, which does what it is asked to at once.

import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startFake } from "./servers.mjs";
import { tell, until } from "./tell.mjs";

const { fake, url, stop } = await startFake();
const browser = await launch();
const EVE = { id: "eve", name: "Eve" };
const words = (count) => "some more words ".repeat(count).trim();

/** In a room of many lines of different heights, in the middle of what is there. */
async function readingAbove(opened, name, options = {}) {
  for (let i = 1; i <= 120; i++) fake.say(name, { ...EVE, ...options.sender?.(i) }, `line ${i} ${words((i * 7) % 23)}`);
  const reader = await Reader.open(browser, `${url}embed/${name}`, "Ana", options);
  opened.push(reader);
  await reader.live();
  await reader.room.locator(".message").first().waitFor();
  if (options.style) {
    const put = ([selector, style]) => {
      document.querySelector(selector).style.cssText = style;
    };
    await reader.page.evaluate(put, options.style);
  }
  if (options.rtl) await reader.page.evaluate(() => (document.documentElement.dir = "rtl"));
  await reader.room.evaluate(async (room) => {
    await room.updateComplete;
    const log = room.shadowRoot.querySelector(".log");
    log.scrollTop = Math.max(450, log.scrollHeight - 1_700);
  });
  await settle(reader);
  return reader;
}

/** Until everything that was to be drawn has been, and has been laid out. */
const settle = (reader) =>
  reader.room.evaluate(async (room) => {
    for (let i = 0; i < 3; i++) {
      await room.updateComplete;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  });

/** Which line is read, and where it stands in the element. */
const place = (reader, key) =>
  reader.room.evaluate((room, wanted) => {
    const top = room.shadowRoot.querySelector(".log").getBoundingClientRect().top;
    const line = [...room.shadowRoot.querySelectorAll("[data-key]")].find((each) =>
      wanted === undefined ? each.getBoundingClientRect().bottom > top : each.dataset.key === wanted,
    );
    const { y } = line.getBoundingClientRect();
    return { key: line.dataset.key, id: Number(line.dataset.id), y: y - room.getBoundingClientRect().y };
  }, key);

/** Does something, waits until it is there, and says by how much the line that was read has moved. */
async function moves(reader, what, act, isDone) {
  const before = await place(reader);
  await act(before);
  if (isDone) await until(isDone, `${what} is there`);
  await settle(reader);
  const after = await place(reader, before.key);
  const by = Math.abs(after.y - before.y);
  if (by > 1) throw new Error(`${what} moved the line that was read by ${by.toFixed(2)} px`);
}

const edit = (name, id, more) => {
  const message = fake.room(name).messages.get(id);
  return fake.room(name).commit({ ...message, edited: new Date().toISOString(), ...more });
};
const heightOf = (reader) => reader.room.evaluate((room) => room.shadowRoot.querySelector(".log").scrollHeight);

/** What can happen above, each as often as errors need to add up. */
async function everythingAbove(reader, name) {
  const changes = [
    ["an edit", (id) => edit(name, id, { text: words(60) })],
    ["a shorter edit", (id) => edit(name, id, { text: "short" })],
    ["a reaction", (id) => edit(name, id, { reactions: [{ emoji: "🎉", count: 2, by: ["eve"] }] })],
    ["a deletion", (id) => edit(name, id, { deleted: new Date().toISOString(), deleted_by: "sender" })],
  ];
  for (const [what, change] of changes) {
    for (let above = 1; above <= 4; above++) {
      const height = await heightOf(reader);
      await moves(
        reader,
        what,
        ({ id }) => change(id - above),
        async () => (await heightOf(reader)) !== height,
      );
    }
  }
}

const LOOKS = {
  usual: {},
  "at a zoom of 1.25": { deviceScaleFactor: 1.25, viewport: { width: 720, height: 560 } },
  "from right to left": { rtl: true },
  "line by line": { dense: true },
};

const stories = {};
for (const [look, options] of Object.entries(LOOKS)) {
  const name = `scroll/${look.replaceAll(/[^a-z]/g, "")}`;
  stories[`edits, reactions and deletions above leave it where it is, ${look}`] = async (opened) => {
    const reader = await readingAbove(opened, name, options);
    if (options.dense) {
      await moves(reader, "another density", () =>
        reader.room.evaluate((room) => {
          room.density = "line";
        }),
      );
    }
    await everythingAbove(reader, name);
  };

  stories[`older pages leave it where it is, ${look}`] = async (opened) => {
    const reader = await readingAbove(opened, `${name}-old`, options);
    const by = await movedByOlder(reader);
    if (by > 1) throw new Error(`older pages moved the line that was read by ${by.toFixed(2)} px`);
  };
}

/** In the pixels of the screen: by how much older pages move the line that is read. */
const movedByOlder = (reader) =>
  reader.room.evaluate(async (room) => {
    const lines = () => [...room.shadowRoot.querySelectorAll("[data-key]")];
    const log = room.shadowRoot.querySelector(".log");
    const count = lines().length;
    log.scrollTop = 130.4;
    const top = log.getBoundingClientRect().top;
    const read = lines().find((each) => each.getBoundingClientRect().bottom > top);
    const before = read.getBoundingClientRect().top;
    for (let i = 0; i < 500 && lines().length === count; i++) await new Promise((done) => setTimeout(done, 10));
    if (lines().length === count) throw new Error("no older page came");
    await new Promise((done) => setTimeout(done, 100));
    return Math.abs(read.getBoundingClientRect().top - before);
  });

Object.assign(stories, {
  async "on a page that is zoomed, by its style or as a whole, it stays where it is, and a jump ends where it should"(
    opened,
  ) {
    const zooms = [
      ["html", "zoom: 1.5"],
      ["body", "zoom: 1.25"],
      ["tertulia-room", "zoom: 0.8"],
      ["tertulia-room", "transform: scale(0.8)"],
    ];
    for (const [n, style] of zooms.entries()) {
      const reader = await readingAbove(opened, `scroll/zoom-${n}`, { style });
      const by = await movedByOlder(reader);
      if (by > 1.5) throw new Error(`${style}: older pages moved the line that was read by ${by.toFixed(2)} px`);
      const off = await reader.room.evaluate(async (room) => {
        await room.showMessage(60);
        const middle = (each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return (top + bottom) / 2;
        };
        const log = room.shadowRoot.querySelector(".log");
        return Math.abs(middle(room.shadowRoot.querySelector('[data-id="60"]')) - middle(log));
      });
      if (off > 3) throw new Error(`${style}: what was gone to is ${off.toFixed(2)} px from the middle`);
      await reader.close();
      opened.pop();
    }
  },

  async "a window that gets narrower, wider, lower and higher leaves it where it is"(opened) {
    const reader = await readingAbove(opened, "scroll/window");
    for (const [width, height] of [
      [500, 700],
      [340, 700],
      [340, 420],
      [1100, 420],
      [900, 700],
    ])
      await moves(reader, `${width} by ${height}`, () => reader.page.setViewportSize({ width, height }));
  },

  async "a field that grows, and what stands above it, leave it where it is"(opened) {
    const reader = await readingAbove(opened, "scroll/field");
    const field = reader.room.locator("[part=input]");
    await moves(reader, "five lines in the field", () => field.fill("a\nb\nc\nd\ne"));
    await moves(reader, "an empty field", () => field.fill(""));
    await moves(reader, "the question for a name", async () => {
      await field.fill("hello");
      await field.press("Enter");
      await reader.room.locator("#name").waitFor();
    });
  },

  async "letters that come late, pictures of senders that do, and a notice leave it where it is"(opened) {
    let release;
    const isReleased = new Promise((resolve) => {
      release = resolve;
    });
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"><rect width="3000" height="3000"/></svg>`;
    const reader = await readingAbove(opened, "scroll/late", {
      sender: (i) => ({ id: `eve${i % 7}`, avatar: `https://pictures.example/${i % 7}.svg` }),
      prepare: (page) =>
        page.route("https://pictures.example/**", async (route) => {
          await isReleased;
          await route.fulfill({ contentType: "image/svg+xml", body: picture });
        }),
    });
    await moves(reader, "pictures", release, () =>
      reader.room.evaluate((room) =>
        [...room.shadowRoot.querySelectorAll("img")].some((each) => each.naturalWidth > 0),
      ),
    );
    await moves(reader, "larger letters", () =>
      reader.page.evaluate(() => {
        document.documentElement.style.fontSize = "19px";
      }),
    );
    await moves(
      reader,
      "a lost line",
      () => {
        fake.interfere = (_, __, answer) => {
          answer.destroy();
          return true;
        };
        fake.cut();
      },
      () => reader.room.evaluate((room) => room.state === "offline"),
    );
    fake.interfere = () => false;
    await moves(
      reader,
      "a line that is back",
      () => reader.room.evaluate((room) => room.reconnect()),
      () => reader.room.evaluate((room) => room.state === "live"),
    );
  },

  async "when the person whose line it is goes out of sight, the next line stays where it is"(opened) {
    const reader = await readingAbove(opened, "scroll/ignored", {
      sender: (i) => ({ id: `eve${i % 2}`, name: `Eve ${i % 2}` }),
    });
    const read = await place(reader);
    await reader.room.locator(`[data-id="${read.id}"]`).evaluate((line) => line.focus({ preventScroll: true }));
    await reader.room.locator(".tools .more").press("Enter");
    await settle(reader);
    const before = await place(reader);
    const held = await place(
      reader,
      await reader.room.evaluate((room, key) => {
        const keys = [...room.shadowRoot.querySelectorAll("[data-key]")].map((each) => each.dataset.key);
        return keys[keys.indexOf(key) + 1];
      }, before.key),
    );
    await reader.room.locator(".menu .ignore").press("Enter");
    await reader.room.locator(`[data-id="${read.id}"]`).waitFor({ state: "detached" });
    await settle(reader);
    const after = await place(reader, held.key);
    if (Math.abs(after.y - held.y) > 1) throw new Error(`moved by ${after.y - held.y} px`);
  },

  async "who is at the end stays there, whatever grows or shrinks"(opened) {
    const name = "scroll/end";
    for (let i = 1; i <= 80; i++) fake.say(name, EVE, `line ${i} ${words(i % 13)}`);
    const reader = await Reader.open(browser, `${url}embed/${name}`, "Ana");
    opened.push(reader);
    await reader.live();
    await reader.room.locator(".message").first().waitFor();
    const isAtEnd = async (what) => {
      await settle(reader);
      const left = await reader.room.evaluate((room) => {
        const log = room.shadowRoot.querySelector(".log");
        return log.scrollHeight - log.scrollTop - log.clientHeight;
      });
      if (left > 1) throw new Error(`after ${what} the end is ${left} px away`);
    };
    await isAtEnd("coming in");
    await reader.room.locator("[part=input]").fill("a\nb\nc\nd\ne\nf");
    await isAtEnd("a field that grows");
    await reader.page.setViewportSize({ width: 360, height: 420 });
    await isAtEnd("a smaller window");
    edit(name, 70, { text: words(80) });
    await isAtEnd("an edit");
    await reader.page.setViewportSize({ width: 1000, height: 900 });
    await isAtEnd("a larger window");
    fake.say(name, EVE, words(90));
    await reader.sees(words(90));
    await isAtEnd("a long line");
  },
});

await tell("scrolling", stories, async () => {
  await browser.close();
  await stop();
});
