// All browser tests, two files at a time: they wait more than they work. What each has printed comes in one piece, and all are
// told whether one fails or not.
//
// A file that failed is told once more with nothing beside it: where two browsers and whatever else the machine does share two
// processors, one can take longer than anybody waits. What fails twice is wrong; what does not is named as unsteady, to be mended.
//
//   TERTULIA_BIN   the server to test; see each file

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The longest first, so that none of them is waited for alone. */
const FILES = [
  "access",
  "takeover",
  "hostile",
  "languages",
  "run",
  "signed-in",
  "hosts",
  "looks",
  "scroll",
  "mistakes",
  "visits",
  "back",
  "firefox",
];
const LANES = 2;

/** Whether all of its stories went well. */
function passes(file, how = "") {
  const began = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${file}.mjs`, import.meta.url))]);
  const printed = [];
  child.stdout.on("data", (piece) => printed.push(piece));
  child.stderr.on("data", (piece) => printed.push(piece));
  return new Promise((done) => {
    child.on("close", (code) => {
      console.log(
        `── ${file}${how}, ${Math.round((Date.now() - began) / 1000)} s\n${Buffer.concat(printed).toString().trim()}`,
      );
      done(code === 0);
    });
  });
}

const waiting = [...FILES];
const failed = [];
const lane = async () => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
    if (!(await passes(file))) failed.push(file);
};
await Promise.all(Array.from({ length: LANES }, lane));
const wrong = [];
for (const file of failed) if (!(await passes(file, " by itself"))) wrong.push(file);
const unsteady = failed.filter((file) => !wrong.includes(file));
if (unsteady.length > 0) console.log(`unsteady: ${unsteady.join(", ")}`);
if (wrong.length > 0) console.log(`failed: ${wrong.join(", ")}`);
process.exit(wrong.length === 0 ? 0 : 1);
