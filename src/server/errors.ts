import { TRPCError } from "@trpc/server";
import type { StaleField } from "@/domain/stale";

const STATUS = {
  not_found: "NOT_FOUND",
  forbidden: "FORBIDDEN",
  unauthorized: "UNAUTHORIZED",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  too_many: "TOO_MANY_REQUESTS",
} as const;

/**
 * What a service says no with. `key` names the sentence under `errors` in the messages; `values` fill its gaps;
 * `field` is the input that it is about; `stale` are fields that somebody else saved meanwhile.
 */
export class DomainError extends Error {
  readonly kind: keyof typeof STATUS;
  readonly key: string;
  readonly values: Record<string, string | number>;
  readonly field: string | undefined;
  readonly stale: readonly StaleField[];

  constructor(
    kind: keyof typeof STATUS,
    key: string,
    more: {
      values?: Record<string, string | number>;
      field?: string;
      stale?: readonly StaleField[];
    } = {},
  ) {
    super(key);
    this.name = "DomainError";
    this.kind = kind;
    this.key = key;
    this.values = more.values ?? {};
    this.field = more.field;
    this.stale = more.stale ?? [];
  }
}

/** The one answer for a missing thing and for another school's. */
export function notFound(): DomainError {
  return new DomainError("not_found", "notFound");
}

/** The error as tRPC answers it; anything that is not a domain error stays an internal one. */
export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: STATUS[error.kind], message: error.key, cause: error });
}
