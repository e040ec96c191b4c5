// Tells the stories of a browser test one by one, and ends with a code that says whether all went well.
//
// An argument picks the stories that have it in their names.

/** Each story is given a list, and puts into it what is to be closed after it; `clean` is for what it has left behind. */
export async function tell(title, stories, clean = async () => {}) {
  let [passed, failed] = [0, 0];
  for (const [name, story] of Object.entries(stories)) {
    if (process.argv[2] && !name.includes(process.argv[2])) continue;
    const began = Date.now();
    const opened = [];
    try {
      await story(opened);
      passed += 1;
      console.log(`✓ ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${name}: ${process.env.E2E_STACK ? error.stack : error.message}`);
    }
    for (const each of opened) await each.close().catch(() => undefined);
  }
  await clean();
  console.log(`${title}: ${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

export function equal(a, b, what) {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left !== right) throw new Error(`${what}: ${left} is not ${right}`);
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(condition, what) {
  for (const end = Date.now() + 30_000; !(await condition()); await sleep(50))
    if (Date.now() > end) throw new Error(`never was it so that ${what}`);
}
