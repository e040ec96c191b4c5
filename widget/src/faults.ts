// What can come of saying something, beside its being said or refused.

/** A message waits for review: nobody sees it yet, and it may never be shown. */
export class Held extends Error {
  override readonly name = "Held";
}

/** So much waits to be said already that nothing is added. */
export class OutboxFull extends Error {
  override readonly name = "OutboxFull";
}
