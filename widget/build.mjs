// Builds the widget into one file that the crate packs. With --check it only says whether what is committed is fresh.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { checkCatalogues } from "./catalogues.mjs";

const TARGET = ["es2022", "safari16.4"];
const GZIP_MAX_BYTES = 36 * 1024;
const here = dirname(fileURLToPath(import.meta.url));
const crate = join(here, "../crates/tertulia");
const target = join(crate, "assets/widget.js");

const faults = checkCatalogues(join(crate, "locales"), join(here, "src"));
if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["src/index.ts"],
  bundle: true,
  minify: true,
  format: "esm",
  target: TARGET,
  charset: "utf8",
  loader: { ".ftl": "text" },
  legalComments: "none",
  banner: { js: "/* Tertulia. With lit (BSD-3-Clause) and @fluent/bundle (Apache-2.0). */" },
  plugins: [{ name: "small", setup: minifyText }],
  write: false,
});
const built = outputFiles[0].contents;
const gzipBytes = gzipSync(built, { level: 9 }).length;
console.log(`widget.js ${built.length} bytes, gzip ${gzipBytes} bytes (at most ${GZIP_MAX_BYTES})`);
if (gzipBytes > GZIP_MAX_BYTES) process.exit(1);

if (!process.argv.includes("--check")) writeFileSync(target, built);
else if (!Buffer.from(built).equals(readCommitted())) {
  console.error(`${relative(here, target)} is stale: run "npm run build" and commit it`);
  process.exit(1);
}

function readCommitted() {
  try {
    return readFileSync(target);
  } catch {
    return Buffer.of();
  }
}

/** Comments in catalogues, and spaces in style sheets, are for those who write them. */
function minifyText(setup) {
  setup.onLoad({ filter: /\.ftl$/ }, ({ path }) => ({
    loader: "text",
    contents: readFileSync(path, "utf8")
      .replace(/^#.*\n/gm, "")
      .replace(/\n{2,}/g, "\n"),
  }));
  setup.onLoad({ filter: /(-view|-room)\.ts$/ }, ({ path }) => ({
    loader: "ts",
    contents: readFileSync(path, "utf8")
      .replace(/\n\s+(?=<)/g, "\n")
      .replace(/>\n\s+(?=\$\{)/g, ">\n"),
  }));
  setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
    const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: TARGET });
    return { loader: "text", contents: code.trim() };
  });
}
