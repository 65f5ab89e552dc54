import { TRPCError } from "@trpc/server";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import type { ProcedurePath } from "@/server/isolation/probes";
import { createCaller } from "@/server/root";

const VISITOR = { ipAddress: null, userAgent: null };

export type Outcome = { ok: true; value: unknown } | { ok: false; code: string; message: string };

/** Calls a procedure as the session, or as a visitor without one. */
export async function call(
  path: ProcedurePath,
  by: { sessionId: string; accountId: string } | undefined,
  input: unknown,
): Promise<Outcome> {
  const session = by && (await findSession(by));
  const caller = createCaller(contextFor(session, VISITOR));
  const [group = "", name = ""] = path.split(".");
  const procedures = Reflect.get(caller, group) as Record<string, (input: unknown) => Promise<unknown>>;
  try {
    return { ok: true, value: await procedures[name]?.(input) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}
