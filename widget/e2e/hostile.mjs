// Whatever a person, a host, or a server that lets everything through can fill in: nothing of it runs, nothing asks anybody for
// anything, and nothing leaves its box. The frames are made up here, so that no check of the server's stands before the widget.

import { launch } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { startServer } from "./servers.mjs";
import { MAY, ME, stand } from "./states.mjs";
import { equal, tell } from "./tell.mjs";

const server = await startServer();
const browser = await launch();

const NASTY = {
  markup: `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><style>*{display:none}</style>`,
  attributes: `" onmouseover="globalThis.ran=1" autofocus onfocus="globalThis.ran=1" x='`,
  templates: `\${globalThis.ran=1} {{globalThis.ran=1}} { $name } <!----> &lt;b&gt; javascript:globalThis.ran=1`,
  links: `https://a.example/${"x".repeat(400)} [x](javascript:globalThis.ran=1) data:text/html,<script>globalThis.ran=1</script>`,
  wide: "W".repeat(600),
  turned: `\u202e\u2067\u202egnikool-ddo ${"\u202e".repeat(40)}`,
  tall: `Z${"\u0301".repeat(400)}${"\ufdfd".repeat(20)}`,
  lines: "a\n".repeat(40),
};

/** Each field of each kind of line, filled with it. */
function messages(nasty) {
  const sender = (id, more) => ({ id, name: nasty, ...more });
  const base = { text: nasty, created: new Date().toISOString() };
  const reactions = [nasty, `${nasty} `].map((emoji) => ({ emoji, count: 2, by: [] }));
  return [
    { kind: "message", sender: sender("a", { avatar: nasty }) },
    {
      kind: "message",
      sender: sender("b", { avatar: `https://a.example/x.png" onerror="globalThis.ran=1`, guest: true }),
      reactions,
    },
    { kind: "message", sender: sender("c", { avatar: "javascript:globalThis.ran=1" }), reply_to: 1 },
    { kind: "message", sender: ME, reply_to: 2, reactions },
    { kind: "action", sender: sender("d"), reactions },
    { kind: "join", sender: sender("e") },
    { kind: "leave", sender: sender("f") },
    { kind: "system", sender: null },
    { kind: "notification", sender: null, reactions },
    { kind: "notification", sender: null, data: { key: "joined", args: { name: nasty, [nasty]: nasty } } },
    { kind: "notification", sender: null, data: { key: nasty, args: nasty } },
    { kind: nasty, sender: sender("g") },
    { kind: "message", sender: sender("h"), deleted: base.created, deleted_by: nasty },
  ].map((message, index) => ({ ...base, id: index + 1, version: index + 1, ...message }));
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><meta name="viewport" content="width=device-width">
<script type="module" src="widget.js"></script><tertulia-room room="e2e/hostile" fill></tertulia-room></html>`;

async function open(opened, nasty, head = {}, options = {}) {
  const asked = [];
  const reader = await Reader.open(browser, `${server.url}hostile.html`, "Rosa", {
    ...options,
    prepare: async (page) => {
      await page.route("**/hostile.html", (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: PAGE }),
      );
      let main;
      if (options.isEarly)
        await page.route(/widget-[\w-]+\.js/, (route) => {
          main ??= route.request().url();
          return main === route.request().url() ? route.fallback() : route.abort();
        });
      await page.route("https://a.example/**", (route) => {
        asked.push(route.request().resourceType());
        return route.abort();
      });
      if (head.banned)
        await page.route("**/messages?last=1", (route) =>
          route.fulfill({ status: 403, contentType: "application/problem+json", json: head.banned }),
        );
      page.on("dialog", (dialog) => asked.push(`dialog: ${dialog.message()}`));
      const people = ["x", "y"].map((id) => ({ id, name: nasty }));
      await stand(page, "e2e/hostile", {
        messages: messages(nasty),
        settings: { title: nasty, comment: nasty },
        present: { count: 3, people, typing: people },
        ...head,
      });
    },
  });
  opened.push(reader);
  await reader.page.waitForFunction(() => document.querySelector("tertulia-room").state !== "connecting");
  return { reader, asked };
}

/** In the page: what has run, what is there that is not ours, and what is larger than the box it stands in. */
function harm(room) {
  const root = room.shadowRoot;
  const all = [...root.querySelectorAll("*")];
  const faults = [];
  if (globalThis.ran !== undefined) faults.push("it ran");
  for (const each of all) {
    if (/^(script|style|iframe|object|embed|link|base|meta)$/.test(each.localName)) faults.push(`a ${each.localName}`);
    for (const { name, value } of each.attributes) {
      if (/^on|^autofocus|^srcdoc|^formaction/.test(name)) faults.push(`${each.localName} has ${name}`);
      if (/^(href|src)$/.test(name) && !/^https?:\/\//.test(value))
        faults.push(`${each.localName} leads to ${value.slice(0, 30)}`);
    }
  }
  const log = root.querySelector(".log");
  if (log.scrollWidth > log.clientWidth) {
    const { left, right } = log.getBoundingClientRect();
    const isOver = (box) => box.left < left - 1 || box.right > right + 1;
    const over = [...log.querySelectorAll("*")].filter((each) => isOver(each.getBoundingClientRect()));
    faults.push(`the log is wider, by ${over.map((each) => `${each.localName}.${each.className}`).slice(0, 3)}`);
  }
  if (document.scrollingElement.scrollWidth > innerWidth) faults.push("the page is wider");
  const whole = room.getBoundingClientRect();
  for (const each of all) {
    const { left, right, width } = each.getBoundingClientRect();
    const isClipped = (at) =>
      at !== null && at !== log && (getComputedStyle(at).overflowX !== "visible" || isClipped(at.parentElement));
    if (width === 0 || each.matches(".sr, .sr *, svg *") || isClipped(each.parentElement)) continue;
    if (left < whole.left - 1 || right > whole.right + 1) faults.push(`${each.localName}.${each.className} runs over`);
  }
  // A mark of direction in one of them turns nothing beside it.
  for (const each of root.querySelectorAll(
    ".words, .sender bdi, .quote bdi, .quote span, .title, .people bdi, .review bdi, .review p, .closed bdi",
  )) {
    if (!/isolate|plaintext/.test(getComputedStyle(each).unicodeBidi))
      faults.push(`${each.className || each.localName} turns what stands beside it`);
  }
  return faults.slice(0, 8);
}

const LOOKS = [
  [{ viewport: { width: 900, height: 700 } }, "bubble", "ltr"],
  [{ viewport: { width: 320, height: 500 } }, "bubble", "rtl"],
  [{ viewport: { width: 320, height: 500 } }, "line", "ltr"],
];

const stories = {};
for (const [index, [name, nasty]] of Object.entries(NASTY).entries()) {
  stories[`${name}, in all that can be filled in, is text, and stays in its box`] = async (opened) => {
    for (const [at, [options, density, dir]] of LOOKS.entries()) {
      const look = async (reader, what) => {
        await reader.room.evaluate(async (room) => {
          await room.updateComplete;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        });
        equal(
          await reader.room.evaluate(harm),
          [],
          `what came of it, ${what}, ${options.viewport.width} ${density} ${dir}`,
        );
      };
      const said = (frame) => ({
        type: "problem",
        title: nasty,
        detail: nasty,
        status: 422,
        code: "invalid",
        ref: frame.ref,
      });
      const { reader, asked } = await open(
        opened,
        nasty,
        { said, me: { name: nasty, level: "moderate", may: MAY }, awaited: nasty },
        options,
      );
      await reader.room.evaluate((room, more) => Object.assign(room, more), { density, dir });
      await look(reader, "as it comes");
      const early = await open(opened, nasty, {}, { ...options, isEarly: true });
      await early.reader.room.evaluate((room, more) => Object.assign(room, more), { density, dir });
      await early.reader.room.locator(".plain").first().waitFor();
      await look(early.reader, "before what comes late");
      await reader.room.locator(".presence").click();
      await reader.room.locator(".people").waitFor();
      await look(reader, "with who is here");
      await reader.page.keyboard.press("Escape");
      await reader.room.locator(".waiting button").click();
      await reader.room.locator(".review li").last().waitFor();
      await look(reader, "with what waits for review");
      await reader.page.keyboard.press("Escape");
      const field = reader.room.locator("[part=input]");
      await field.fill("@");
      await field.press("End");
      await look(reader, "with names to complete");
      await reader.page.keyboard.press("Escape");
      await field.fill(nasty.slice(0, 1_000));
      await field.press("Enter");
      await reader.room.locator(".failure").waitFor();
      await look(reader, "with what was not taken");
      await reader.room.locator(".message:not(.own) .bubble").first().hover();
      await reader.room.locator(".tools .answer").click();
      await reader.room.locator(".about").waitFor();
      await look(reader, "when it is answered");
      equal(
        asked.filter((what) => what !== "image"),
        [],
        "what was asked for",
      );
      // What has fewer fields is seen with each text in one of the looks, and in each look with some of the texts.
      if (at === index % LOOKS.length) await further({ opened, nasty, options, density, look });
      for (const each of opened.splice(0)) await each.close();
    }
  };
}

/** What a held line, a restriction, and the end of a room say. */
async function further({ opened, nasty, options, density, look }) {
  const held = await open(opened, nasty, { said: ({ client_id }) => ({ type: "held", held: 1, client_id }) }, options);
  await held.reader.room.locator("[part=input]").fill(nasty.slice(0, 1_000));
  await held.reader.room.locator("[part=input]").press("Enter");
  await held.reader.page.waitForFunction(() =>
    /review/.test(document.querySelector("tertulia-room").shadowRoot.textContent),
  );
  await look(held.reader, "held");
  for (const kind of ["mute", "ban"]) {
    const me = {
      name: nasty,
      level: "say",
      may: ["read"],
      restricted: { kind, why: nasty, until: "2099-01-01T00:00:00.000Z" },
    };
    const closed = await open(opened, nasty, { me }, options);
    await closed.reader.room.locator(".closed").waitFor();
    await look(closed.reader, `restricted: ${kind.slice(0, 9)}`);
  }
  await rarer({ opened, nasty, options, density, look });
  // The line ends with a code, and what is asked then is refused with all of it.
  const banned = { title: nasty, detail: nasty, status: 403, code: "banned", why: nasty };
  const after = (send) => send({ type: "ended", room: "e2e/hostile", ...banned });
  const out = await open(opened, nasty, { after, banned }, options);
  await out.reader.room.locator(".closed bdi", { hasText: "Reason" }).waitFor();
  await look(out.reader, "banned");
}

/** Places where less can be filled in: a report's panel, why a room ended, a host's wording, and a guest's name. */
async function rarer({ opened, nasty, options, density, look }) {
  const moderator = { name: nasty, level: "moderate", may: MAY };
  const reporting = await open(opened, nasty, { me: moderator }, options);
  await reporting.reader.room.evaluate((room, more) => Object.assign(room, more), {
    density,
    wording: { write: nasty, "people-here": nasty, "room-title": nasty, report: nasty, joined: nasty, [nasty]: nasty },
  });
  await reporting.reader.room.locator(".message:not(.own) .bubble").first().hover();
  await reporting.reader.room.locator(".tools .more").click();
  await look(reporting.reader, "with a menu in the host's words");
  await reporting.reader.room.locator(".menu .report").click();
  await reporting.reader.room.locator(".panel textarea").fill(nasty.slice(0, 300));
  await look(reporting.reader, "with a report");
  const after = (send) => send({ type: "ended", room: "e2e/hostile", code: "refused", title: nasty, detail: nasty });
  const ended = await open(opened, nasty, { me: moderator, after }, options);
  await look(ended.reader, "where the room ended");

  const nobody = await open(opened, nasty, { isNobody: true }, options);
  await nobody.reader.page.route("**/v1/guests", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      json: { type: "problem", title: nasty, detail: nasty, status: 409, code: "name_taken", proposal: nasty },
    }),
  );
  await nobody.reader.room.locator("[part=input]").fill("hello");
  await nobody.reader.room.locator("[part=input]").press("Enter");
  const name = nobody.reader.room.locator("#name");
  await name.fill(nasty.slice(0, 40));
  await look(nobody.reader, "with a guest's name");
  await name.press("Enter");
  await nobody.reader.room.getByText("This name would pass for the site's own.").waitFor();
  await look(nobody.reader, "with a name that is proposed");
  equal(
    [...nobody.asked, ...ended.asked, ...reporting.asked].filter((what) => what !== "image"),
    [],
    "what was asked for",
  );
}

await tell("hostile content", stories, async () => {
  await browser.close();
  await server.stop();
});
