import { afterEach, expect, it, vi } from "vitest";
import { Unreachable } from "../src/http.js";
import { Identity } from "../src/identity.js";
import { testPlatform, until } from "./helpers.js";

const SERVER = "http://chat.example/";
const file = vi.hoisted(() => ({ isCut: false }));
vi.mock("../src/late.js", async (original) => {
  const { NotFetched, ...real } = await original<typeof import("../src/late.js")>();
  return {
    ...real,
    NotFetched,
    fetchGuests: async () => {
      if (file.isCut) throw new NotFetched("not fetched");
      return import("../src/guests.js");
    },
  };
});
afterEach(() => {
  file.isCut = false;
});

/** A browser of a guest, and a server that renews them or not. */
function guest(renews = true) {
  let made = 0;
  const asked: object[] = [];
  const platform = {
    ...testPlatform(),
    fetch: async (_: unknown, init?: RequestInit) => {
      const { name } = JSON.parse(String(init?.body));
      asked.push({ name, by: new Headers(init?.headers).get("Authorization") });
      if (made > 0 && !renews)
        return Response.json({ code: "token_invalid", title: "no", status: 401 }, { status: 401 });
      made += 1;
      return Response.json({ token: `token-${made}`, sender: { id: "~teo", name, guest: true } });
    },
  };
  return { asked, platform, identity: new Identity(SERVER, {}, platform) };
}
const kept = ({ kept }: { kept: Map<string, string> }) => [...kept.keys()];

it("a name that can't be asked for, since what asks did not come, is taken when it is asked for again", async () => {
  const { identity, asked, platform } = guest();
  file.isCut = true;
  await expect(identity.becomeGuest("Teo", "a/1")).rejects.toThrow(Unreachable);
  expect([asked, identity.guest]).toEqual([[], undefined]);
  file.isCut = false;
  expect(await identity.becomeGuest("Teo", "a/1")).toMatchObject({ id: "~teo", name: "Teo" });
  expect(await identity.token("a/1")).toBe("token-1");
  expect(kept(platform)).toEqual([`tertulia:guest:${SERVER}`]);
});

it("a guest whose token is not taken is the same one by another, and stays them where what renews it did not come", async () => {
  const { identity, asked } = guest();
  await identity.becomeGuest("Teo", "a/1");
  await identity.token("a/1");
  file.isCut = true;
  await expect(identity.refused("a/1")).rejects.toThrow(Unreachable);
  expect(identity.guest?.id).toBe("~teo");
  file.isCut = false;
  await identity.token("a/1");
  await identity.refused("a/1");
  expect(asked.at(-1)).toEqual({ name: "Teo", by: "Bearer token-1" });
  expect(await identity.token("a/1")).toBe("token-2");
});

it("a guest whom the server does not renew is nobody, with the name at hand", async () => {
  const { identity, platform } = guest(false);
  await identity.becomeGuest("Teo", "a/1");
  await identity.token("a/1");
  await identity.refused("a/1");
  expect([identity.guest, identity.lastName, await identity.token("a/1")]).toEqual([undefined, "Teo", undefined]);
  expect(kept(platform)).toEqual([`tertulia:guest:${SERVER}:name`]);
  // A name that is refused to who has one costs nobody the one that they have.
  const other = guest(false);
  await other.identity.becomeGuest("Teo", "a/1");
  await expect(other.identity.becomeGuest("Ana", "a/1")).rejects.toThrow("no");
  expect(other.identity.guest?.name).toBe("Teo");
});

it.each([429, 503])("a guest whom the server does not renew for now (%s) stays who they are", async (status) => {
  const { identity, platform } = guest();
  await identity.becomeGuest("Teo", "a/1");
  await identity.token("a/1");
  const { fetch } = platform;
  platform.fetch = async () => Response.json({ code: "slow_down", title: "later", status, retry_after: 5 }, { status });
  await expect(identity.refused("a/1")).rejects.toThrow("later");
  expect(identity.guest?.id).toBe("~teo");
  platform.fetch = fetch;
  expect(await identity.token("a/1")).toBe("token-1");
});

it("a guest who has signed out while they were renewed is nobody, and leaves no trace", async () => {
  for (const isAsked of [false, true]) {
    const { identity, platform, asked } = guest();
    await identity.becomeGuest("Teo", "a/1");
    await identity.token("a/1");
    let answer: (() => void) | undefined;
    const { fetch } = platform;
    platform.fetch = async (...request) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return fetch(...request);
    };
    const renewing = identity.refused("a/1");
    // While what asks is fetched, and while the server is asked.
    if (isAsked) await until(() => answer !== undefined);
    identity.forget();
    answer?.();
    await expect(renewing).rejects.toThrow(Unreachable);
    expect([identity.guest, kept(platform), asked.length]).toEqual([undefined, [], isAsked ? 2 : 1]);
  }
});
