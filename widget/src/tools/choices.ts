// What a line's menu offers, to each what they may.

import type { Words } from "../l10n.js";
import type { Line } from "../lines.js";
import type { Room } from "../room.js";
import type { Message } from "../types.js";
import { MUTE_MINUTES } from "./order.js";
import type { MenuChoice } from "./tools-view.js";

/** What is done when something is chosen. */
export interface Acts {
  edit(message: Message): void;
  copyText(message: Message): void;
  copyLink(message: Message): void;
  ignore(sender: string): void;
  report(message: Message): void;
  delete(message: Message): void;
  restrict(message: Message, kind: "mute" | "kick" | "ban"): void;
  /** Asks first whether that is meant, and does it the second time. */
  deleteAll(message: Message): void;
  /** Whether it was asked. */
  readonly isSure: boolean;
  /** Whether what is put on a guest is to hold for their address, too. */
  readonly withAddress: boolean;
  toggleAddress(): void;
}

export function choicesFor(
  { message, isOwn }: Line,
  room: Room,
  { t }: Words,
  acts: Acts,
  mayWrite: boolean,
): MenuChoice[] {
  const choices: MenuChoice[] = [];
  const add = (isThere: boolean, id: string, label: string, run: () => void, isGrave = false) =>
    isThere && choices.push({ id, label, run, isGrave });
  const sender = message.sender?.id;
  const mayRestrict = !isOwn && sender !== undefined && room.may("restrict");
  const mayDelete = isOwn ? room.may("delete") : room.may("delete_any");
  add(mayWrite && mayEdit(message, room), "edit", t("edit"), () => acts.edit(message));
  add(true, "copy", t("copy-text"), () => acts.copyText(message));
  add(true, "link", t("copy-link"), () => acts.copyLink(message));
  add(!isOwn && sender !== undefined, "ignore", t("ignore"), () => acts.ignore(sender ?? ""));
  add(!isOwn && room.may("report"), "report", t("report"), () => acts.report(message));
  add(mayDelete, "delete", t("delete"), () => acts.delete(message), true);
  if (mayRestrict && message.sender?.guest) {
    const run = () => acts.toggleAddress();
    choices.push({ id: "connection", label: t("also-connection"), isGrave: false, isTicked: acts.withAddress, run });
  }
  const restrict = (kind: "mute" | "kick" | "ban", label: string) =>
    add(mayRestrict, kind, label, () => acts.restrict(message, kind), true);
  restrict("mute", t("mute-for", { count: MUTE_MINUTES }));
  restrict("kick", t("kick"));
  restrict("ban", t("ban"));
  if (mayRestrict && room.may("delete_any")) {
    const { isSure } = acts;
    const label = isSure ? t("delete-all-sure") : t("delete-all");
    choices.push({ id: "delete-all", label, isGrave: true, isKept: true, run: () => acts.deleteAll(message) });
  }
  return choices;
}

/** Whether a message is the reader's own, and not too old to be changed. */
export function mayEdit(message: Message, room: Room): boolean {
  const isOwn = message.sender?.id !== undefined && message.sender.id === room.me?.id;
  const isKind = message.kind === "message" || message.kind === "action";
  const minutes = room.settings?.edit_minutes ?? 0;
  const isOver = room.now - Date.parse(message.created) > minutes * 60_000;
  return isOwn && isKind && !isOver && message.deleted === undefined && room.may("edit");
}
