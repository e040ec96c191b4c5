// Stable names for the wire: everything else imports from here, so that the generated file can change its shape.

import type { components } from "./wire.js";

/** What is absent is left out, and never null, which the document can't say. Only a sender is null: for nobody. */
type Wire<T> = T extends readonly (infer Item)[]
  ? Wire<Item>[]
  : T extends object
    ? { [Key in keyof T]: Key extends "sender" ? Wire<T[Key]> : Wire<Exclude<T[Key], null>> }
    : T;

type Schemas = { [Name in keyof components["schemas"]]: Wire<components["schemas"][Name]> };

export type Action = Schemas["Action"];
export type ClientFrame = Schemas["ClientFrame"];
export type Code = Schemas["Code"];
export type Guest = Schemas["Guest"];
export type HeldMessage = Schemas["HeldMessage"];
export type HeldPage = Schemas["HeldPage"];
export type Kind = Schemas["Kind"];
export type Me = Schemas["Me"];
export type Message = Schemas["Message"];
export type Page = Schemas["Page"];
export type Present = Schemas["Present"];
export type Reaction = Schemas["Reaction"];
export type ReportedMessage = Schemas["ReportedMessage"];
export type Reports = Schemas["Reports"];
export type Sender = Schemas["Sender"];
export type ServerFrame = Schemas["ServerFrame"];
export type Signal = Schemas["Signal"];
export type Restriction = Schemas["RestrictionKind"];
/** What is in force on somebody. */
export type RestrictionInForce = Schemas["Restriction"];
export type Settings = Schemas["Settings"];

/** A refusal as the server words it; `code` is what programs decide by. */
export type Problem = Omit<Schemas["Problem"], "type">;

/** Why something was not said: the server's word, or `given_up` after a day of trying. */
export type Failure = Problem | (Omit<Problem, "code"> & { readonly code: "given_up" });

/** What is said, as the sender gives it. `clientId` makes a retry the same message. */
export interface Say {
  readonly clientId: string;
  readonly text: string;
  readonly kind: Kind;
  readonly replyTo?: number | undefined;
}
