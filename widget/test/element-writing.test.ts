// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { another, count, type Element, find, name, page, plain, show, type } from "./element.helpers.js";
import { MAY, ME, SETTINGS, Socket } from "./fake-socket.js";
import { until } from "./helpers.js";

describe("writing", () => {
  const said = () => Socket.last.frames.filter((frame) => frame.type === "say");

  it("is sent by Enter, and not by Shift+Enter or the Enter of an input method", async () => {
    const element = await show();
    type(element, "zero");
    await until(() => said().length === 1);
    Socket.last.tell({
      type: "said",
      ref: said()[0]?.ref,
      message: { id: 30, version: 30, kind: "message", sender: ME, text: "zero", created: "2026-01-01T12:00:00.000Z" },
    });
    // What sends is here now, and would do it at once.
    type(element, "with Shift", { key: "Enter", shiftKey: true });
    type(element, "composing", { key: "Enter", isComposing: true });
    type(element, "by its code", { key: "Enter", keyCode: 229 });
    type(element, "one");
    await until(() => said().length > 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said()).toHaveLength(2);
    expect(said()[1]).toMatchObject({ room: name, text: "one", kind: "message" });
    await element.updateComplete;
    expect(find(element, ".message.own.sending .words")?.textContent).toBe("one");
  });

  it("is sent by the Enter of a keyboard that names no key, and not by one with Shift", async () => {
    const element = await show();
    const field = find(element, "textarea") as HTMLTextAreaElement;
    const breaks = (shiftKey: boolean, isComposing = false) => {
      type(element, "one", { key: "Unidentified", keyCode: 229, shiftKey });
      const init = { inputType: "insertLineBreak", isComposing, bubbles: true, cancelable: true };
      return field.dispatchEvent(new InputEvent("beforeinput", init));
    };
    expect([breaks(true), breaks(false, true)]).toEqual([true, true]);
    expect(said()).toEqual([]);
    expect(breaks(false)).toBe(false);
    await until(() => said().length === 1);
    expect(said()[0]).toMatchObject({ text: "one" });
  });

  it("before the room is there is sent when it is, if it has stayed as it was", async () => {
    Socket.isHeld = true;
    const open = async () => {
      const element = document.createElement("tertulia-room") as Element;
      element.setAttribute("room", name);
      element.setAttribute("server", `https://early-${another()}.example/`);
      element.setAttribute("lang", "en");
      document.body.append(element);
      return element;
    };
    const before = Socket.last;
    const first = await open();
    await until(() => Socket.last !== before && Socket.last.frames.some((frame) => frame.type === "open"));
    type(first, "hello");
    Socket.last.release();
    await until(() => said().length === 1);
    expect(said()[0]).toMatchObject({ text: "hello" });
    // Now everything that sends is here, and would do it at once.
    first.remove();
    localStorage.clear();
    Socket.isHeld = true;
    const between = Socket.last;
    const second = await open();
    await until(() => Socket.last !== between && Socket.last.frames.some((frame) => frame.type === "open"));
    type(second, "hello");
    type(second, "hello, still wri", { key: "i" });
    Socket.last.release();
    await until(() => second.state === "live");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said()).toEqual([]);
    expect((find(second, "textarea") as HTMLTextAreaElement).value).toBe("hello, still wri");
  });

  it("of an older message is no draft: after it is given up, or at a reload, there is what was there before", async () => {
    Socket.page = page([{ kind: "message", text: "old", sender: ME, created: new Date().toISOString() }], {
      me: { ...ME, level: "say", may: [...MAY, "edit"] },
    });
    const element = await show();
    const field = () => find(element, "textarea") as HTMLTextAreaElement;
    const key = (key: string) => field().dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
    type(element, "", { key: "x" });
    await until(() => {
      key("ArrowUp");
      return find(element, ".about") !== null;
    }, "it is edited");
    type(element, "older", { key: "r" });
    const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith("tertulia:draft:"));
    expect(drafts()).toEqual([]);
    key("Escape");
    await element.updateComplete;
    expect([field().value, drafts()]).toEqual(["", []]);
  });

  it("is gone on with that was begun in the form of a page without a script, and in no other form", async () => {
    const begun = async (content: string) => {
      const element = document.createElement("tertulia-room") as Element;
      element.innerHTML = `<script type="application/json" data-page></script>${content}`;
      element.setAttribute("room", name);
      element.setAttribute("server", `https://begun-${another()}.example/`);
      document.body.append(element);
      await until(() => find(element, "textarea") !== null);
      return (find(element, "textarea") as HTMLTextAreaElement).value;
    };
    const field = "<textarea name=text>begun</textarea>";
    expect(await begun(`<form method=post><input type=hidden name=client_id value=x>${field}</form>`)).toBe("begun");
    expect(await begun(`<div slot=header><form>${field}</form></div>`)).toBe("");
  });

  it("of /me is an action, of nothing is nothing, of too much is not sent", async () => {
    const element = await show();
    type(element, "  ");
    type(element, "x".repeat(21));
    await until(() => plain(find(element, ".count.over")?.textContent) === "1 character too many");
    type(element, "/me dances");
    await until(() => said().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said().map(({ text, kind }) => [text, kind])).toEqual([["dances", "action"]]);
  });

  it("begins where focus puts it: in the field, or in the log where there is none", async () => {
    const element = await show();
    element.focus();
    expect(element.shadowRoot.activeElement?.tagName).toBe("TEXTAREA");
    element.setAttribute("readonly", "");
    await element.updateComplete;
    element.focus();
    expect(element.shadowRoot.activeElement?.className).toBe("log");
  });

  it("can be stopped by the page", async () => {
    const element = await show();
    const asked: string[] = [];
    element.addEventListener("tertulia-before-send", (event) => {
      asked.push((event as CustomEvent).detail.text);
      if (asked.length === 1) event.preventDefault();
    });
    type(element, "no");
    await until(() => asked.length === 1);
    expect((find(element, "textarea") as HTMLTextAreaElement).value).toBe("no");
    type(element, "yes");
    await until(() => said().length > 0);
    expect([asked, said().map(({ text }) => text)]).toEqual([["no", "yes"], ["yes"]]);
  });

  it("that is refused says why, and can be tried again", async () => {
    const element = await show();
    type(element, "hello");
    await until(() => said().length === 1);
    Socket.last.tell({ type: "problem", ref: said()[0]?.ref, title: "Muted", status: 403, code: "muted" });
    await until(() => find(element, ".failure") !== null);
    expect(plain(find(element, ".failure span")?.textContent)).toBe("You can't write here for now.");
    find(element, ".failure .retry")?.click();
    await until(() => said().length === 2);
    expect(said()[1]?.client_id).toBe(said()[0]?.client_id);
  });

  it.each(["message", "action", "system", "notification", "join", "leave", "of_the_future"])(
    "of the kind %s that is refused can be tried again, and given up",
    async (kind) => {
      const element = (await show()) as Element & { say(text: string, options: object): Promise<unknown> };
      const saying = element.say("hello", { kind }).catch((error) => error.name);
      await until(() => said().length === 1);
      Socket.last.tell({ type: "problem", ref: said()[0]?.ref, title: "No", status: 403, code: "not_allowed" });
      await until(() => find(element, ".lines .failure .retry") !== null);
      expect(await saying).toBe("Refused");
      find(element, ".lines .failure .discard")?.click();
      await until(() => find(element, ".failure") === null);
      expect(find(element, ".lines [data-key]")).toBeNull();
    },
  );

  it("is for those who may: others are told why not", async () => {
    Socket.page = page([], { settings: { ...SETTINGS, locked: true }, me: { ...ME, level: "say", may: ["read"] } });
    const element = await show();
    expect(element.state).toBe("locked");
    expect(find(element, "textarea")).toBeNull();
    expect(plain(find(element, ".closed")?.textContent)).toBe("This room is locked. You can read, but not write.");
  });

  it("asks nobody for a name first", async () => {
    Socket.page = page([], { me: { level: "read", may: ["read"] } });
    const element = await show();
    type(element, "hello");
    await until(() => find(element, "#name") !== null);
    expect(said()).toEqual([]);
    expect((find(element, "textarea") as HTMLTextAreaElement).value).toBe("hello");
  });

  it("is for nobody where guests may not write, and is there once they may", async () => {
    const nobody = (guests: string) => ({ level: "read", may: ["read"], guests });
    Socket.page = page([], { me: nobody("read") });
    const element = await show();
    const closed = () => plain(find(element, ".closed")?.textContent);
    await until(() => closed() !== "");
    expect([element.state, closed(), find(element, "textarea")]).toEqual(["live", "Sign in to take part.", null]);
    expect(find(element, ".empty")?.textContent).not.toContain("Be the first");
    Socket.last.tell({ type: "me", room: name, me: nobody("say") });
    await until(() => find(element, "textarea") !== null);
    // A locked room is said to be one.
    const settings = { ...SETTINGS, version: 10, locked: true };
    Socket.last.tell({ type: "change", room: name, cursor: "0123456789abcdef.10", settings });
    Socket.last.tell({ type: "me", room: name, me: nobody("read") });
    await until(() => closed() === "This room is locked. You can read, but not write.");
    expect(element.state).toBe("locked");
  });

  it("is there before it is known who reads, also where a page was brought that nobody might write on", async () => {
    Socket.isHeld = true;
    const brought = page([], { me: { level: "read", may: ["read"], guests: "read" } });
    document.body.innerHTML = `<tertulia-room room="${name}" server="https://chat-${count}.example/" lang="en"
      ><script type="application/json" data-page>${JSON.stringify(brought)}</script></tertulia-room>`;
    const element = document.body.firstElementChild as Element;
    await until(() => find(element, ".empty") !== null);
    expect(find(element, "textarea")).not.toBeNull();
    Socket.page = brought;
    await until(() => Boolean(Socket.last), "the line is asked for");
    Socket.last.release();
    await until(() => find(element, "textarea") === null);
  });
});
