import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { PROBES, type Probe, type ProbeTarget, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter } from "@/server/root";
import { checksumOfSchool } from "../support/checksum";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { call, type Outcome } from "./call";
import { makeTarget, type Target } from "./target";

// Every procedure of the root router is tried against another school, shared and apart.

const { urls } = await useTestDatabase();

const reader = connect(urls.operator);
afterAll(() => reader.end());

/** Ids of the right form that nothing has. */
function absent(target: Target): ProbeTarget {
  // The master is there for everybody.
  const ids = Object.keys(target).filter((key) => key.endsWith("Id") && key !== "masterId");
  const made = Object.fromEntries(ids.map((key) => [key, newId()]));
  const links = [
    "invitationToken",
    "accountToken",
    "resetToken",
    "emailChangeToken",
    "handOffToken",
    "joinToken",
    "joinedToken",
    "transferToken",
  ].map((key) => [key, createToken().token]);
  return {
    ...target,
    slug: `absent-${newId().slice(-12)}`,
    domainHost: `${newId()}.example`,
    ...made,
    ...Object.fromEntries(links),
  };
}

function expectNothingOf(target: Target, outcome: Outcome, asked: unknown): void {
  const seen = JSON.stringify(outcome) ?? "";
  // What we named ourselves may be repeated to us; only what we did not know would be a leak.
  const known = JSON.stringify(asked) ?? "";
  for (const canary of target.canaries.filter((word) => !known.includes(word)))
    expect(seen).not.toContain(canary);
}

/** Who only read, or was refused, left a school as it was made: it serves again. What was used makes way. */
let kept: { ours: Target; sums: string[] } | undefined;
let unspent: { placement: string; theirs: Target } | undefined;

/** Ours: it tries what belongs to others, and is the same again unless that changed something of its own. */
async function ourSchool(): Promise<Target> {
  const sums = kept && (await checksumOfSchool(reader, kept.ours.school));
  if (kept && isDeepStrictEqual(sums, kept.sums)) return kept.ours;
  const ours = await makeTarget(urls.operator, "app");
  // What only says that somebody was here is said already.
  for (const session of Object.values(ours.sessions)) await call("account.preferences", session, undefined);
  kept = { ours, sums: await checksumOfSchool(reader, ours.school) };
  return ours;
}

/** Theirs: of what is only read, the one that was only read before serves again. */
async function theirSchool(placement: string, isRead: boolean): Promise<Target> {
  const theirs =
    unspent?.placement === placement ? unspent.theirs : await makeTarget(urls.operator, placement);
  unspent = isRead ? { placement, theirs } : undefined;
  return theirs;
}

const procedures = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(
    ([path, procedure]): [string, { type: string; meta: object | undefined }] => [
      path,
      Reflect.get(procedure, "_def"),
    ],
  ),
);

const NOT_FOUND = { ok: false, code: "NOT_FOUND", message: "notFound" };

describe.each([
  ["shared", "app"],
  ["apart", APART],
])("a school that is %s", (_, placement) => {
  const paths = Object.keys(PROBES) as ProcedurePath[];

  test.each(paths)("%s", async (path) => {
    const probe: Probe = PROBES[path];
    const ours = await ourSchool();
    const theirs = await theirSchool(placement, procedures[path]?.type === "query");
    const input = probe.input?.(theirs);
    const whose = probe.by ?? "ORG_ADMIN";
    const before = await checksumOfSchool(reader, theirs.school);

    if (probe.expect === "missing") {
      expect(await call(path, ours.sessions[whose], input)).toEqual(NOT_FOUND);
      expect(await call(path, ours.sessions[whose], probe.input?.(absent(theirs)))).toEqual(NOT_FOUND);
    } else if (probe.expect === "unseen") {
      const outcome = await call(path, ours.sessions[whose], input);
      expectNothingOf(theirs, outcome, input);
    } else if (probe.expect === "platform") {
      expect(await call(path, ours.sessions.ORG_ADMIN, input)).toMatchObject({
        ok: false,
        code: "FORBIDDEN",
      });
    } else {
      expect((await call(path, undefined, probe.input?.(absent(theirs)))).ok).toBe(false);
    }
    expect(await checksumOfSchool(reader, theirs.school)).toEqual(before);

    // The same call is a good one for whom it belongs to.
    const by = probe.expect === "platform" ? ours.sessions.ADMIN : theirs.sessions[whose];
    const own = await call(path, probe.expect === "capability" ? undefined : by, input);
    expect(own).toMatchObject({ ok: true });
    if (probe.shown)
      expect(theirs.canaries.some((canary) => JSON.stringify(own).includes(canary))).toBe(true);
  });
});

describe("the root router", () => {
  test("has a probe for each procedure, and no probe without one", () => {
    expect(Object.keys(procedures).sort()).toEqual(Object.keys(PROBES).sort());
  });

  test("has no procedure without a permission that does not say that it is open", () => {
    for (const [path, { meta }] of Object.entries(procedures)) expect(meta, path).toBeDefined();
  });

  test("opens to visitors only what must be", async () => {
    const open = Object.entries(procedures).filter(([, { meta }]) => meta !== undefined && "public" in meta);
    expect(open.map(([path]) => path).sort()).toEqual([
      "account.confirmEmailChange",
      "account.openEmailChange",
      "account.openHandOff",
      "account.register",
      "account.requestPasswordReset",
      "account.resetPassword",
      "account.signedOutSchool",
      "account.stopEmailChange",
      "account.verifyEmail",
      "invitation.accept",
      "invitation.open",
      "onboarding.accept",
      "onboarding.checkSlug",
      "onboarding.open",
      "onboarding.progress",
      "organization.public",
      "studentTransfer.answer",
      "studentTransfer.open",
    ]);
    const target = await makeTarget(urls.operator, "app");
    for (const path of Object.keys(PROBES) as ProcedurePath[]) {
      if (open.some(([name]) => name === path)) continue;
      const outcome = await call(path, undefined, PROBES[path].input?.(target));
      expect(outcome, path).toMatchObject({ ok: false, code: "UNAUTHORIZED" });
    }
  });
});

beforeAll(async () => {
  // The first school is the master and the default; the probes are about the guests.
  await makeTarget(urls.operator, "app");
});
