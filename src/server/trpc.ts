import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { isReadOnlyRefusal } from "@/db/errors";
import type { OrganizationActor } from "@/db/scope";
import { can, type Permission } from "@/domain/permissions";
import { CursorError } from "@/lib/cursor";
import type { Context } from "./context";
import { DomainError, toTrpcError } from "./errors";

/** What a procedure asks of its caller: nothing (`public`), a session (`account`), or one of the permissions. */
export type ProcedureMeta = { public: true } | { account: true } | { permissions: readonly Permission[] };

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter({ shape, error }) {
      const { cause } = error;
      const internal = error.code === "INTERNAL_SERVER_ERROR";
      return {
        ...shape,
        message: internal ? "internal" : shape.message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          domain:
            cause instanceof DomainError
              ? { key: cause.key, values: cause.values, field: cause.field, stale: cause.stale }
              : null,
          fields: cause instanceof z.ZodError ? z.flattenError(cause).fieldErrors : null,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const mapErrors = t.middleware(async ({ ctx, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof DomainError) throw toTrpcError(cause);
  // What asks for nothing to be changed may still write, as an export that is recorded.
  if (ctx.actor?.readOnly && isReadOnlyRefusal(cause))
    throw toTrpcError(new DomainError("forbidden", "entered.readOnly"));
  if (cause instanceof CursorError)
    throw toTrpcError(new DomainError("invalid", "cursor", { field: "cursor" }));
  return result;
});

/** At an address that no school has there is nothing; at a closed school's, only for who visits it. */
const atOpenDoor = t.middleware(({ ctx: { place, session }, next }) => {
  if (place.kind === "unknown") throw new TRPCError({ code: "NOT_FOUND", message: "notFound" });
  if (place.school && place.school.status !== "active" && !session)
    throw new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "schoolClosed" });
  return next();
});

/** Open to everyone, at a closed school's address too: for the way in of who visits it. */
export const thresholdProcedure = t.procedure.meta({ public: true }).use(mapErrors);

/** Open to everyone. */
export const publicProcedure = thresholdProcedure.use(atOpenDoor);

/** A signed-in account, whether or not it has a place in a school. */
export const authedProcedure = t.procedure
  .meta({ account: true })
  .use(mapErrors)
  .use(({ ctx, next }) => {
    if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED", message: "signIn" });
    return next({ ctx: { ...ctx, session: ctx.session } });
  });

// A key for other programs has an actor and no session: what is an account's own is not open to it.
const orgProcedure = t.procedure.use(mapErrors).use(({ ctx, next }) => {
  if (!ctx.session && !ctx.permissions) throw new TRPCError({ code: "UNAUTHORIZED", message: "signIn" });
  if (!ctx.actor) throw new TRPCError({ code: "FORBIDDEN", message: "noSchool" });
  // Another tab has entered or left a school: what this page shows, and would save, is not of the school one is in now.
  if (ctx.shownSchoolId !== null && ctx.shownSchoolId !== ctx.actor.organizationId)
    throw new DomainError("conflict", "entered.otherSchool");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** Whether the caller has the permission: by role, and where a key is used, by what the key was given too. */
function holds(
  { actor, permissions }: Context & { actor: OrganizationActor },
  permission: Permission,
): boolean {
  return can(actor.role, permission) && (permissions?.has(permission) ?? true);
}

/** Refuses whoever lacks the permission that what they ask for needs beside the procedure's own. */
export function requireAlso(ctx: Context & { actor: OrganizationActor }, permission: Permission): void {
  if (!holds(ctx, permission)) throw new TRPCError({ code: "FORBIDDEN", message: "forbidden" });
}

/**
 * An active member of an active school whose role has one of the permissions, or who visits the school as its admin;
 * a visit that only looks changes nothing.
 */
export function permit(...permissions: [Permission, ...Permission[]]) {
  return orgProcedure.meta({ permissions }).use(({ ctx, type, next }) => {
    if (!permissions.some((permission) => holds(ctx, permission)))
      throw new TRPCError({ code: "FORBIDDEN", message: "forbidden" });
    if (type === "mutation" && ctx.actor.readOnly) throw new DomainError("forbidden", "entered.readOnly");
    return next();
  });
}

/**
 * An act on the platform: the permission is one that ADMIN alone has, and the organization is named in the input. Who
 * visits a school leaves it first.
 */
export function platformProcedure(permission: Permission) {
  return orgProcedure.meta({ permissions: [permission] }).use(({ ctx, next }) => {
    const { session } = ctx;
    if (session?.entered) throw new DomainError("forbidden", "entered.leaveFirst");
    if (!session || ctx.actor.role !== "ADMIN" || !holds(ctx, permission))
      throw new TRPCError({ code: "FORBIDDEN", message: "forbidden" });
    return next({ ctx: { ...ctx, session } });
  });
}
