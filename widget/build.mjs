// Builds the widget into the files that the crate packs. With --check it only says whether what is committed is fresh.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";
import { checkCatalogues, partOf, tagsOf } from "./catalogues.mjs";
import { namesOf } from "./emoji-data.mjs";
import { compile } from "./src/ftl.mjs";

const TARGET = ["es2022", "safari17.5"];
/** What esbuild has written small, terser writes smaller. */
const SMALLER = {
  ecma: 2022,
  module: true,
  compress: { passes: 3 },
  format: { comments: false },
};
const FIRST = ["widget", "widget-main"];
/**
 * By what a reader waits for: at most so many bytes of gzip, in these files. Before there is a chat that something can be said
 * in; when a message is first touched; and all that is fetched where nobody touches anything. The server packs 3 % tighter than
 * is done here: what it sends is 25,000 and 15,000 bytes at most, which `tests/binary/sent.rs` holds.
 */
const BUDGETS = {
  "first load": [25_920, FIRST],
  tools: [15_000, ["widget-tools"]],
  "all that comes by itself": [51_000, [...FIRST, "widget-upkeep", "widget-extras", "widget-tools", "widget-sharing"]],
};
/** What is fetched when it is wanted, or when nothing else is to be done. */
const LATE = [
  "tools/tools.ts",
  "review.ts",
  "upkeep.ts",
  "guests.ts",
  "pages.ts",
  "transport/fallback.ts",
  "emoji.ts",
  "pseudo.ts",
  "line-looks.ts",
  "extras.ts",
  "quoted.ts",
  "alerts.ts",
  "complaints.ts",
  "wording.ts",
  "tabs/sharing.ts",
  "takeover.ts",
];
/** What a room's own page has the browser fetch before the element asks for it. */
const TAKEOVER = ["widget-main.js", "widget-takeover.js", "widget-extras.js"];
/** Gzip finds again what it has seen not long ago: as far as they can be, what is loaded first stands in the order that is smallest. */
const ORDER = `
  styles.ts timeline.ts drafts.ts lines.ts times.ts template.ts feed.ts message-view.ts
  ../../crates/tertulia/locales/en/widget.ftl platform.ts token.ts http.ts late.ts languages.ts outbox.ts
  transport/link.ts pattern.ts l10n.ts faults.ts icons.ts transport/ws.ts sending.ts identity.ts composer-view.ts
  room-view.ts tool-box.ts announcer.ts scroll.ts drawn-element.ts feeds.ts seen.ts reading.ts log.ts room.ts
  transport/ways.ts connection.ts client.ts shared.ts writing.ts
`.match(/\S+/g);
/** Names of our own that no page, no server and no storage ever sees: they may be short. */
const INNER = `
  admits askAnew askName askNewTokens connectNow drawAboveField drawBelowField drawClosed drawFailure drawHints drawLeaving
  drawMore drawNew drawPanel drawRow drawTyping endsAt focusField isAtEnd isEditing isFollowing isLeaving
  isNearEnd isNearStart isSeen isWho lineIsDown lineIsUp loadAround mayShare maySend maySpeak mayWrite onFieldInput onFieldKey
  onLogKey onScroll refusals renewAt requestUpdate roleChanged slowSeconds standAlone takePage takeSend tapLeaving tapRefused
  textMax toLine togglePeople togglePicker trimToEnd unreadFrom wantEmoji wantExtras wasAway wasBlocked whyBlocked
  willUpdate calm hasUpdated isFirst isFlag isLast isOwn isShared lacks openAll readHere readThere renderRoot
  failures hasNewer highest isSame keepMax receive reflect renew toEnd touch
  stopAll woke worked afterMs expect extras grown identity isOpen isWanted lastName listener nudge sharing
  tap isFailing adopt catalogue dateTime draw plural renewal renewed strings texts turn unfollow unwatch watch
  properties randomId goOn isOut onError reading timeline timer updated readUpTo markRead whenIdle
  isReady ranges sources stale inUse wanted prepare isFull onWake onStorage isHidden follows takeover keepRow keepDay keepUnread
  isChange isBusy isGrave takeOverAt giveUpAt isAttached meTurn wasOpened toggleAddress withAddress hasRecent mayReact
  isTicked copyText copyLink seeAgain deleteAll mayLock isTaken askAt afterDrawing facts lookAgain inForce isKept typed
  notifies isLive answered isSure pageOf maySay drawWaiting
`.match(/\w+/g);
const here = dirname(fileURLToPath(import.meta.url));
const crate = join(here, "../crates/tertulia");
const assets = join(crate, "assets");

/** Languages that are fetched by those who read them: English alone is everybody's. */
const FETCHED = tagsOf(join(crate, "locales")).filter((tag) => tag !== "en");

const faults = checkCatalogues(join(crate, "locales"), join(here, "src"));
if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

for (const file of [...readdirSync(join(here, "src"), { recursive: true }), "../custom-elements.json"]) {
  if (!/\.(ts|json)$/.test(file)) continue;
  const text = readFileSync(join(here, "src", file), "utf8");
  // Others know the names of the wire, and of the element; and what is written as text has no other name.
  const words = new Set(text.match(/wire\.ts$|json$/.test(file) ? /\w+/g : /(?<=")\w+(?=")/g));
  // What is fetched late gives what it has by name.
  const given = LATE.includes(file) ? text.match(/^export (\{.*\}|\w+ \w+)/gm) : undefined;
  for (const name of given?.join().match(/\w+/g) ?? []) words.add(name);
  const seen = INNER.filter((name) => words.has(name));
  if (seen.length > 0) throw new Error(`${seen} in ${file} keeps its name`);
}

const languages = await Promise.all(FETCHED.map(async (tag) => [tag, await languageFile(tag)]));
const wordsHash = createHash("sha256").update(JSON.stringify(languages)).digest("hex").slice(0, 8);

const { outputFiles, metafile } = await build({
  absWorkingDir: here,
  entryPoints: { widget: "src/index.ts" },
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  mangleProps: new RegExp(`^(${INNER.join("|")})$`),
  format: "esm",
  target: TARGET,
  charset: "utf8",
  loader: { ".txt": "text" },
  legalComments: "none",
  plugins: [{ name: "small", setup: minifyText }],
  write: false,
  outdir: "out",
  chunkNames: "widget-[hash]",
  // Names are made before all that is done here: so that of other content there is another name, they hang on this, too.
  banner: { js: `/* ${howItIsMade()} */` },
});

// A browser may remember that a file did not come: with each try its address is another one.
for (const file of outputFiles) {
  const text = file.text.replace(/([\w$]+)=>import\(("\.\/widget-\w+\.js")\)/g, "$1=>import($2+$1)");
  if (/import\("[^"]*"\)/.test(text)) throw new Error(`${file.path} fetches a file that it can't fetch again`);
  const { code } = await minify(text, SMALLER);
  const isFluent = Object.keys(metafile.outputs[nameIn(file)].inputs).some((input) => input.includes("@fluent/bundle"));
  file.contents = Buffer.from(isFluent ? `/* With @fluent/bundle (Apache-2.0). */\n${code}` : code);
}

// A file is served under the name that esbuild gave it, with a hash of its content, and kept under one that stays.
const parts = outputFiles.map(({ path, contents }) => {
  const name = basename(path);
  return { name, contents, file: fileName(name, metafile.outputs[nameIn({ path })]) };
});
for (const [tag, contents] of languages)
  parts.push({ name: `widget-${tag}-${wordsHash}.js`, contents: Buffer.from(contents), file: `widget-${tag}.js` });
parts.sort((a, b) => (a.file < b.file ? -1 : 1));
if (parts.length !== new Set(parts.map(({ file }) => file)).size) throw new Error("what is shared is not in one file");
const main = parts.find(({ file }) => file === "widget-main.js");
let isOver = false;
for (const [part, [max, names]] of Object.entries(BUDGETS)) {
  const files = parts.filter(({ file }) => names.includes(file.replace(/\.js$/, "")));
  if (files.length !== names.length) throw new Error(`of ${names} there are only ${files.map(({ file }) => file)}`);
  const bytes = files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  console.log(`${part}: gzip ${bytes} bytes (at most ${max})`);
  isOver ||= bytes > max;
}
if (isOver) process.exit(1);

// What the server's own page has of the widget: its looks, and what is put in before it is seen.
const looks = await pageLooks();
const first = await pageScript();
const hashOf = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;
const integrity = hashOf(main.contents);
const preloaded = TAKEOVER.map((file) => parts.find((part) => part.file === file).name);
const index = `// Made by widget/build.mjs: under which names the widget's files are served, and what they hold.

pub(super) const WIDGET: &[(&str, &str)] = &[
${parts.map(({ name, file }) => `    ("${name}", include_str!("${file}")),`).join("\n")}
];
pub(super) const WIDGET_MAIN: &str = "${main.name}";
pub(super) const WIDGET_INTEGRITY: &str = "${integrity}";
`;
const page = `// Made by widget/build.mjs: what a room's own page has of the widget.

pub(super) const TAKEOVER: &[&str] = &[${preloaded.map((name) => `"${name}"`).join(", ")}];
pub(super) const FIRST_HASH: &str = "${hashOf(first)}";
`;
const wanted = [
  ...parts.map(({ file, contents }) => [file, Buffer.from(contents)]),
  ["widget.rs", Buffer.from(index)],
  ["embed.css", Buffer.from(looks)],
  ["first.js", Buffer.from(first)],
  ["first.rs", Buffer.from(page)],
];
const isOurs = (file) => /^widget(-[\w-]+)?\.(js|rs)$/.test(file);
const left = readdirSync(assets).filter((file) => isOurs(file) && !wanted.some(([name]) => name === file));

if (!process.argv.includes("--check")) {
  for (const [file, contents] of wanted) writeFileSync(join(assets, file), contents);
  for (const file of left) unlinkSync(join(assets, file));
} else if (left.length > 0 || wanted.some(([file, contents]) => !contents.equals(readCommitted(file)))) {
  console.error('the widget that is committed is stale: run "npm run build" and commit it');
  process.exit(1);
}

function howItIsMade() {
  const locked = readFileSync(join(here, "package-lock.json"));
  return createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(locked)
    .digest("hex");
}

function nameIn({ path }) {
  return Object.keys(metafile.outputs).find((output) => basename(output) === basename(path));
}

/** What a part is for: the entry, what is shared by all, or what is fetched when it is needed. */
function fileName(name, { entryPoint }) {
  if (name === "widget.js") return name;
  if (entryPoint === undefined) return "widget-main.js";
  const [, language] = /emojibase-data\/(\w+)\/data\.json/.exec(entryPoint) ?? [];
  if (language !== undefined) return `widget-emoji-${language}.js`;
  return `widget-${basename(entryPoint).replace(/\.\w+$/, "")}.js`;
}

async function languageFile(tag) {
  const words = compile(readFileSync(join(crate, "locales", tag, "widget.ftl"), "utf8"));
  const { code } = await transform(`export default ${JSON.stringify(words)}`, {
    minify: true,
    charset: "utf8",
    target: TARGET,
  });
  return code;
}

/** What stands for `src/languages.ts`: a variable keeps esbuild from looking for the files, which are not there yet. */
function languagesModule() {
  return `export const LANGUAGES = ${JSON.stringify(["en", ...FETCHED].join(" "))}.split(" ");
    export function catalogueFile(tag, again) { const file = "./widget-" + tag + "-${wordsHash}.js" + again; return import(file); }`;
}

/** The element's own style sheet, for the same structure in a page: `.room` is there what the element is here. */
async function pageLooks() {
  const read = (file) => readFileSync(join(here, "src", file), "utf8");
  const hues = Array.from({ length: 12 }, (_, index) => `.hue-${index} { --hue: ${index * 30 + 8}; }`).join("\n");
  const ours = [read("styles.css"), hues, read("late.css"), read("line.css"), read("extras.css")].join("\n");
  const looks = ours
    .replace(/:host\(((?:[^()]|\([^()]*\))*)\)/g, (_, which) => `.room${which.replace(/\[(?=\w)/g, "[data-")}`)
    .replaceAll(":host", ".room");
  const { code } = await transform(looks + read("embed.css"), { loader: "css", minify: true, target: TARGET });
  return code;
}

/** Stands in a page, so it may not end what it stands in. */
async function pageScript() {
  const built = await build({
    absWorkingDir: here,
    entryPoints: ["src/first.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    write: false,
  });
  const { code: text } = await minify(built.outputFiles[0].text, { ...SMALLER, module: false });
  if (/<\/?script|<!--/i.test(text)) throw new Error("first.js would end the element that it stands in");
  console.log(`first.js: gzip ${gzipSync(text, { level: 9 }).length} bytes`);
  return text;
}

function readCommitted(file) {
  try {
    return readFileSync(join(assets, file));
  } catch {
    return Buffer.of();
  }
}

/** The language of catalogues, and spaces in style sheets and templates, are for those who write them. */
function minifyText(setup) {
  const parts = partOf(join(here, "src"));
  setup.onResolve({ filter: /\.ftl\?\w+$/ }, ({ path, resolveDir }) => ({
    path: join(resolveDir, path.split("?")[0]),
    suffix: `?${path.split("?")[1]}`,
  }));
  setup.onResolve({ filter: /\?names$/ }, ({ path }) => ({
    path: createRequire(import.meta.url).resolve(path.split("?")[0]),
    suffix: "?names",
  }));
  setup.onLoad({ filter: /\/data\.json$/ }, ({ path }) => ({
    loader: "js",
    contents: `export default ${JSON.stringify(namesOf(JSON.parse(readFileSync(path, "utf8"))))}`,
  }));
  setup.onLoad({ filter: /\.ftl$/ }, ({ path, suffix }) => {
    // English is everybody's, so it comes in parts.
    const isWanted = (id) => ["?whole", "?keys"].includes(suffix) || parts.get(id).includes(suffix.slice(1));
    const patterns = Object.entries(compile(readFileSync(path, "utf8"))).filter(([id]) => isWanted(id));
    const found = suffix === "?keys" ? patterns.map(([id]) => [id, ""]) : patterns;
    return { loader: "js", contents: `export default ${JSON.stringify(Object.fromEntries(found))}` };
  });
  setup.onLoad({ filter: /\/src\/languages\.ts$/ }, () => ({ loader: "js", contents: languagesModule() }));
  setup.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
    // What comes late imports the main file, and so do all: then whatever two of them share is in that one.
    const isLate = LATE.includes(relative(join(here, "src"), path));
    const isMain = path === join(here, "src/main.ts");
    const before = isLate ? ["main.ts"] : isMain ? ORDER : [];
    const imports = before.map((file) => `import ${JSON.stringify(join(here, "src", file))};`).join("");
    return { loader: "ts", contents: imports + minifyTemplates(readFileSync(path, "utf8")) };
  });
  setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
    const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: TARGET });
    // What a property of one's own is worth is left as it is written.
    return { loader: "text", contents: code.trim().replace(/(?<=--[\w-]+:|,) /g, "") };
  });
}

function minifyTemplates(source) {
  if (!source.includes("html`")) return source;
  return source.replace(/\n\s+(?=<|[\w.?@-]+=[$"])/g, "\n").replace(/>\n\s+(?=\$\{|`)/g, ">\n");
}
