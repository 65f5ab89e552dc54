import { SignJWT } from "jose";
import { expect, test, vi } from "vitest";
import { newId } from "@/lib/ids";

const ONE = "a-first-secret-that-signs-access-tokens";
const TWO = "a-second-secret-that-signs-access-tokens";
const claims = { sessionId: newId(), accountId: newId(), organizationId: newId() };

/** The module as a process with these settings has it. */
async function tokens(secrets: string, appUrl = "https://school.example") {
  vi.resetModules();
  vi.stubEnv("JWT_SECRET", secrets);
  vi.stubEnv("APP_URL", appUrl);
  vi.stubEnv("DATABASE_URL", "postgres://app:x@127.0.0.1/x");
  vi.stubEnv("WORKER_DATABASE_URL", "postgres://worker:x@127.0.0.1/x");
  return import("./access-token");
}

test("a token says who, in which session, for which school", async () => {
  const { signAccessToken, readAccessToken } = await tokens(ONE);
  expect(await readAccessToken(await signAccessToken(claims))).toEqual(claims);
});

test("the first secret signs, all of them are good, and one that is gone is not", async () => {
  const old = await (await tokens(ONE)).signAccessToken(claims);
  const both = await tokens(`${TWO} ${ONE}`);
  const young = await both.signAccessToken(claims);
  expect(await both.readAccessToken(old)).toEqual(claims);
  const after = await tokens(TWO);
  expect(await after.readAccessToken(young)).toEqual(claims);
  expect(await after.readAccessToken(old)).toBeUndefined();
});

test("a short secret is told at the start", async () => {
  const { signAccessToken } = await tokens(`${ONE} short`);
  await expect(signAccessToken(claims)).rejects.toThrow("JWT_SECRET");
});

test("nothing passes that is expired, of another place, or of another kind", async () => {
  const { readAccessToken, signAccessToken } = await tokens(ONE);
  const kid = JSON.parse(atob((await signAccessToken(claims)).split(".")[0] ?? "")).kid as string;
  const key = new TextEncoder().encode(ONE);
  const make = (header: Record<string, string>, over: Record<string, unknown> = {}) =>
    new SignJWT({ sid: claims.sessionId, ...over })
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid, ...header })
      .setSubject(claims.accountId)
      .setAudience(claims.organizationId)
      .setIssuer("https://school.example")
      .setExpirationTime("15m");
  expect(await readAccessToken(await make({}).sign(key))).toEqual(claims);
  expect(await readAccessToken(await make({}).setExpirationTime("-1s").sign(key))).toBeUndefined();
  expect(await readAccessToken(await make({}).setIssuer("https://other.example").sign(key))).toBeUndefined();
  expect(await readAccessToken(await make({ typ: "JWT" }).sign(key))).toBeUndefined();
  expect(await readAccessToken(await make({ kid: "unknown" }).sign(key))).toBeUndefined();
  expect(await readAccessToken(await make({}, { sid: "x" }).sign(key))).toBeUndefined();
  expect(await readAccessToken(await make({}).sign(new TextEncoder().encode(TWO)))).toBeUndefined();
  const [, payload] = (await make({}).sign(key)).split(".");
  const none = btoa(JSON.stringify({ alg: "none", typ: "at+jwt", kid })).replace(/=+$/, "");
  expect(await readAccessToken(`${none}.${payload}.`)).toBeUndefined();
  expect(await readAccessToken("x")).toBeUndefined();
});
