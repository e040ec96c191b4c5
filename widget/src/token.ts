// What a token says of itself. It is read, and not checked: that is the server's.

/** Of a token that is none that can be read: undefined. */
export function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const claims = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/")));
    return claims !== null && typeof claims === "object" ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** For how many milliseconds it is good, by its own times; Infinity where it does not say. */
export function lifetimeOf(token: string): number {
  const { exp, iat } = claimsOf(token) ?? {};
  const ms = (Number(exp ?? Number.NaN) - Number(iat ?? Number.NaN)) * 1_000;
  return Number.isFinite(ms) ? ms : Infinity;
}

/** Whose it is, as far as it says: all that say nothing are one's; undefined is nobody's. */
export function whoseIs(token: string | undefined): unknown {
  return token && (claimsOf(token)?.sub ?? "");
}
