import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { isReadOnlyRefusal } from "@/db/errors";
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

/** Open to everyone. */
export const publicProcedure = t.procedure.meta({ public: true }).use(mapErrors);

/** A signed-in account, whether or not it has a place in a school. */
export const authedProcedure = t.procedure
  .meta({ account: true })
  .use(mapErrors)
  .use(({ ctx, next }) => {
    if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED", message: "signIn" });
    return next({ ctx: { ...ctx, session: ctx.session } });
  });

const orgProcedure = authedProcedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: "FORBIDDEN", message: "noSchool" });
  // Another tab has entered or left a school: what this page shows, and would save, is not of the school one is in now.
  if (ctx.shownSchoolId !== null && ctx.shownSchoolId !== ctx.actor.organizationId)
    throw new DomainError("conflict", "entered.otherSchool");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/**
 * An active member of an active school whose role has one of the permissions, or who visits the school as its admin;
 * a visit that only looks changes nothing.
 */
export function permit(...permissions: [Permission, ...Permission[]]) {
  return orgProcedure.meta({ permissions }).use(({ ctx, type, next }) => {
    if (!permissions.some((permission) => can(ctx.actor.role, permission)))
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
    if (ctx.session.entered) throw new DomainError("forbidden", "entered.leaveFirst");
    if (ctx.actor.role !== "ADMIN" || !can(ctx.actor.role, permission))
      throw new TRPCError({ code: "FORBIDDEN", message: "forbidden" });
    return next();
  });
}
