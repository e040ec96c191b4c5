// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { page, plain, show } from "./element.helpers.js";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

const gate = vi.hoisted(() => {
  let open = () => {};
  return { isShut: new Promise<void>((done) => (open = done)), open: () => open() };
});
vi.mock("../src/quoted.js", async (original) => {
  await gate.isShut;
  return original();
});
afterEach(() => void vi.unstubAllGlobals());

it("a quote is asked for also where what asks comes after all lines have been drawn with all else", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const { pathname } = new URL(address);
    asked.push(pathname);
    const sender = { id: "eve", name: "Eve" };
    return Response.json({
      id: 7,
      version: 7,
      kind: "message",
      sender,
      text: "early",
      created: "2026-01-01T11:00:00Z",
    });
  });
  Socket.page = page([{ id: 101, version: 101, kind: "message", text: "so", reply_to: 7 }], { more: true });
  const element = await show();
  const quote = () => plain(element.shadowRoot.querySelector(".quote")?.textContent);
  await until(() => quote() === "An earlier message");
  // Until nothing is drawn any more.
  for (let drawn = ""; drawn !== element.shadowRoot.innerHTML; await new Promise((done) => setTimeout(done, 300)))
    drawn = element.shadowRoot.innerHTML;
  gate.open();
  await until(() => quote() === "Eve early");
  expect(asked.filter((path) => path.endsWith("/messages/7"))).toHaveLength(1);
});
