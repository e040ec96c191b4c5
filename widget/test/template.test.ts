// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { guard, html, nothing, render, repeat } from "../src/template.js";

const roots: HTMLElement[] = [];
function root(): ShadowRoot {
  const element = document.body.appendChild(document.createElement("div"));
  roots.push(element);
  return element.attachShadow({ mode: "open" });
}
afterEach(() => {
  for (const element of roots.splice(0)) element.remove();
});
const plain = (shadow: ShadowRoot) => shadow.innerHTML.replace(/<!--.*?-->/g, "");

describe("a hole", () => {
  it("takes text, templates, lists and nothing, one after the other", () => {
    const shadow = root();
    const draw = (value: unknown) => {
      render(html`<p>a ${value} b</p>`, shadow, undefined);
      return plain(shadow);
    };
    expect(draw("x")).toBe("<p>a x b</p>");
    expect(draw(html`<b>${1}</b>`)).toBe("<p>a <b>1</b> b</p>");
    expect(draw([html`<i></i>`, "y", nothing])).toBe("<p>a <i></i>y b</p>");
    expect(draw(nothing)).toBe("<p>a  b</p>");
    expect(draw(undefined)).toBe("<p>a  b</p>");
    expect(draw(0)).toBe("<p>a 0 b</p>");
  });

  it("is text whatever is put into it, and no object that came as JSON is a template", () => {
    const shadow = root();
    for (const value of [
      "<img src=x onerror=alert(1)>",
      "<!--x--><b>",
      JSON.parse('{"strings":["<b>"],"values":[]}'),
    ]) {
      render(html`<p title=${value} class="a ${value}">${value}</p>`, shadow, undefined);
      expect(shadow.querySelector("p")?.children.length).toBe(0);
      expect(shadow.querySelector("p")?.textContent).toBe(String(value));
      expect(shadow.querySelector("p")?.getAttribute("title")).toBe(String(value));
      expect(shadow.querySelector("p")?.attributes.length).toBe(2);
    }
  });

  it("keeps its nodes while its template stays", () => {
    const shadow = root();
    const draw = (text: string) => render(html`<p><b>${text}</b></p>`, shadow, undefined);
    draw("one");
    const before = shadow.querySelector("b");
    draw("two");
    expect(shadow.querySelector("b")).toBe(before);
    expect(before?.textContent).toBe("two");
  });

  it("that is guarded is drawn again only when one of its reasons changes", () => {
    const shadow = root();
    let count = 0;
    const draw = (...by: unknown[]) =>
      render(
        guard(by, () => html`<p>${++count}</p>`),
        shadow,
        undefined,
      );
    for (const by of [[1], [1], [1, 2], [1, 2], [2, 2]]) draw(...by);
    expect(plain(shadow)).toBe("<p>3</p>");
    render("free", shadow, undefined);
    draw(2, 2);
    expect(plain(shadow)).toBe("<p>4</p>");
  });
});

it("a tag takes attributes, flags, properties, and handlers that are called on the host", () => {
  const shadow = root();
  const host = { heard: [] as string[] };
  function hear(this: typeof host, event: Event) {
    this.heard.push(event.type);
  }
  const draw = (name: unknown, isOff: boolean, on: unknown) =>
    render(
      html`<input class="a ${name} b" title=${name} ?disabled=${isOff} .value=${name} @click=${on}>`,
      shadow,
      host,
    );
  draw("x", true, hear);
  const input = shadow.querySelector("input") as HTMLInputElement;
  expect([input.className, input.title, input.disabled, input.value]).toEqual(["a x b", "x", true, "x"]);
  input.dispatchEvent(new Event("click"));
  draw(nothing, false, nothing);
  input.dispatchEvent(new Event("click"));
  expect([input.className, input.hasAttribute("title")]).toEqual(["a  b", false]);
  expect(input.disabled).toBe(false);
  expect(host.heard).toEqual(["click"]);
});

it("an empty hole is no flag and no property, whatever was there before", () => {
  const shadow = root();
  const draw = (value: unknown, flag: unknown) =>
    render(html`<input .value=${value} ?disabled=${flag} />`, shadow, undefined);
  draw(nothing, nothing);
  const input = shadow.querySelector("input") as HTMLInputElement;
  expect([input.value, input.disabled]).toEqual(["", false]);
  draw("text", true);
  expect([input.value, input.disabled]).toEqual(["text", true]);
  draw(nothing, nothing);
  expect([input.value, input.disabled]).toEqual(["", false]);
  draw("text", false);
  expect(input.value).toBe("text");
});

it("a list is what it would be if it were drawn afresh, and each one in it keeps its nodes", () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 10 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, (drawn) => {
      const shadow = root();
      const draw = (keys: readonly number[], where: ShadowRoot, turn: number) =>
        render(
          html`<ul>${repeat(
            keys,
            (key) => key,
            (key) => html`<li id=${key}>${key % 3 === turn % 3 ? nothing : html`<b>${turn}</b>`}</li>`,
          )}</ul>`,
          where,
          undefined,
        );
      let before = new Map<string, Element>();
      drawn.forEach((keys, turn) => {
        draw(keys, shadow, turn);
        const fresh = root();
        draw(keys, fresh, turn);
        expect(plain(shadow)).toBe(plain(fresh));
        const now = new Map([...shadow.querySelectorAll("li")].map((each) => [each.id, each as Element]));
        for (const [id, element] of now) if (before.has(id)) expect(element).toBe(before.get(id));
        before = now;
      });
      // Nothing is left behind, however often it was drawn.
      draw([], shadow, 0);
      expect(shadow.querySelector("ul")?.childNodes.length).toBe(2);
    }),
    { numRuns: 200 },
  );
});
