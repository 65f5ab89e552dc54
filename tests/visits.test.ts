import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { can, type Permission } from "@/domain/permissions";
import { PROBES, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter, type createCaller } from "@/server/root";
import { makeTarget, type Target } from "./isolation/target";
import { APART } from "./support/cluster";
import { useTestDatabase } from "./support/database";
import { makeSchool } from "./support/schools";
import { callerOf, openSession } from "./support/sessions";

// A visit that only looks, walked through the whole API: no procedure changes anything of the school.

const { urls } = await useTestDatabase();

type Caller = ReturnType<typeof createCaller>;

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = Reflect.get(procedure, "_def") as {
    type: "query" | "mutation";
    meta: { permissions?: readonly Permission[] };
  };
  const { permissions } = meta;
  const ofPlatform = permissions?.every((each) => !can("ORG_ADMIN", each)) ?? false;
  return { path: path as ProcedurePath, type, permissions, ofPlatform };
});
/** Queries whose reading is itself written into the log, besides what takes something out. */
const RECORDED: readonly ProcedurePath[] = [
  ...(["document.download", "guardian.income", "health.get", "health.care", "incident.list"] as const),
];
const ofSchool = procedures.filter(({ permissions }) => permissions !== undefined);
const mutations = ofSchool.filter(({ type }) => type === "mutation");
const queries = ofSchool
  .filter(({ type, ofPlatform }) => type === "query" && !ofPlatform)
  .map(({ path }) => path);

async function answerOf(caller: Caller, path: ProcedurePath, input: unknown): Promise<string> {
  const [group = "", name = ""] = path.split(".");
  const verbs = Reflect.get(caller, group) as Record<string, (input: unknown) => Promise<unknown>>;
  try {
    await verbs[name]?.(input);
    return "yes";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

describe.each(["app", APART])("a school placed in %s, visited to look only", (placement) => {
  let target: Target;
  let caller: Caller;

  beforeAll(async () => {
    const home = await makeSchool(urls.operator);
    target = await makeTarget(urls.operator, placement);
    const claims = await openSession(urls.operator, home.people.ADMIN);
    await (await callerOf(claims)).caller.platform.enterOrganization({
      organizationId: target.organizationId,
      reason: "A look around",
    });
    ({ caller } = await callerOf(claims));
  });

  test.each(mutations)("refuses $path", async ({ path, ofPlatform }) => {
    expect(await answerOf(caller, path, PROBES[path].input?.(target))).toBe(
      ofPlatform ? "FORBIDDEN entered.leaveFirst" : "FORBIDDEN entered.readOnly",
    );
  });

  test.each(queries)("answers %s", async (path) => {
    // What takes something out is recorded, and so is a change: both have to be refused.
    const recorded = RECORDED.includes(path) || /export|preview/i.test(path);
    expect(["yes", ...(recorded ? ["FORBIDDEN entered.readOnly"] : [])]).toContain(
      await answerOf(caller, path, PROBES[path].input?.(target)),
    );
  });
});
