import { describe, expect, it } from "vitest";
import { hue, initials, toLines } from "../src/lines.js";
import type { Message } from "../src/types.js";

const ANA = { id: "ana", name: "Ana" };
const BEN = { id: "ben", name: "Ben" };
const at = (minute: number, day = 1) => new Date(2026, 0, day, 12, minute).toISOString();
let id = 0;
const message = (sender: typeof ANA | null, created: string, more: Partial<Message> = {}): Message => {
  id += 1;
  return { id, version: id, kind: "message", sender, text: "t", created, ...more };
};
const shape = (messages: Message[]) =>
  toLines(messages, [], undefined)
    .map(
      (line) =>
        `${line.day ? "|" : ""}${line.isFirst ? "(" : ""}${line.message.sender?.id ?? "-"}${line.isLast ? ")" : ""}`,
    )
    .join(" ");

describe("lines", () => {
  it("of one sender stand together for a while, and begin anew with each day", () => {
    expect(shape([message(ANA, at(0)), message(ANA, at(1)), message(BEN, at(2)), message(BEN, at(9))])).toBe(
      "|(ana ana) (ben) (ben)",
    );
    expect(shape([message(ANA, at(0)), message(ANA, at(0, 2))])).toBe("|(ana) |(ana)");
  });

  it("of other kinds come between", () => {
    expect(shape([message(ANA, at(0)), message(ANA, at(0), { kind: "action" }), message(ANA, at(0))])).toBe(
      "|(ana) (ana) (ana)",
    );
  });

  it("keep their key from the outbox to the room", () => {
    const draft = {
      clientId: "c-1",
      text: "hi",
      kind: "message" as const,
      at: 0,
      state: "sending" as const,
      sender: ANA,
    };
    const [before] = toLines([], [draft], ANA);
    const [after] = toLines([message(ANA, at(0), { client_id: "c-1" })], [], ANA);
    expect(before?.key).toBe(after?.key);
    const [theirs] = toLines([message(BEN, at(0), { client_id: "c-1" })], [], ANA);
    expect(theirs?.key).not.toBe(after?.key);
  });
});

it("a name has initials in any script, and a sender one hue", () => {
  expect(["Ana", "ana maría benítez", "李", "👩‍🌾 Rosa", " "].map(initials)).toEqual(["A", "AB", "李", "👩R", ""]);
  expect(hue(ANA)).toBe(hue({ id: "ana", name: "Another" }));
  expect(hue(null)).toBeLessThan(12);
});
