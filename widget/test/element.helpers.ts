// What the tests of the element share.

import { afterEach, beforeAll, beforeEach } from "vitest";
import { Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  await import("../src/index.js");
});

export let count = 0;
/** A number that no other test has had. */
export const another = () => ++count;
export let name: string;
beforeEach(() => {
  name = `project/${another()}`;
  Socket.begin(name);
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

export const page = Socket.pageOf;

export type Element = HTMLElement & { state: string; updateComplete: Promise<unknown>; shadowRoot: ShadowRoot };

export async function show(lang = "en"): Promise<Element> {
  const element = document.createElement("tertulia-room") as Element;
  element.setAttribute("room", name);
  element.setAttribute("server", `https://chat-${count}.example/`);
  element.setAttribute("lang", lang);
  document.body.append(element);
  await until(() => element.state !== "connecting");
  await element.updateComplete;
  return element;
}

export const plain = (text: string | null | undefined) =>
  (text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
export const find = (element: Element, selector: string) => element.shadowRoot.querySelector<HTMLElement>(selector);

export const type = (element: Element, text: string, key: KeyboardEventInit = { key: "Enter" }) => {
  const field = find(element, "textarea") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
};

export const openMenu = async (element: Element, line: string) => {
  find(element, line)?.dispatchEvent(new Event("pointerover", { bubbles: true, composed: true }));
  await until(() => find(element, `${line} .tools .more`) !== null);
  find(element, `${line} .tools .more`)?.click();
  await until(() => find(element, `${line} .menu`) !== null);
};
