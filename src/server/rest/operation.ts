import type { inferRouterInputs } from "@trpc/server";
import { z } from "zod";
import type { ProcedurePath } from "../isolation/probes";
import type { AppRouter } from "../root";
import type { Asking } from "../services/api-session";

/** An operation of the REST API: from the list of them both the handlers and the OpenAPI document are made. */

export const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;
export type Method = (typeof METHODS)[number];
export type Tag = "auth" | "organizations" | "admin";

type Inputs = inferRouterInputs<AppRouter>;
type InputOf<Path> = Path extends `${infer Group}.${infer Name}`
  ? Group extends keyof Inputs
    ? Name extends keyof Inputs[Group]
      ? Inputs[Group][Name]
      : never
    : never
  : never;

/** What came with a request, before it is read. */
export type Raw = { params: Record<string, string>; query: Record<string, unknown>; body: unknown };

/** What an operation asks for, in the three places that a request has for it. */
export type Parts = { params: z.ZodObject; query: z.ZodObject; body: z.ZodType | undefined };

type Described = {
  id: string;
  method: Method;
  path: `/${string}`;
  tag: Tag;
  /** What is answered when it is done. */
  status: 200 | 201 | 204;
  output?: z.ZodType;
  /** A body as the document shows it. */
  example?: Record<string, unknown>;
};

type Read = { success: true; input: (current: unknown) => unknown } | { success: false; error: z.ZodError };

/** An operation that calls one procedure of the application. */
export type ProcedureOperation = Described & {
  kind: "procedure";
  parts: Parts;
  procedure: ProcedurePath;
  /** It happens inside the school of the address: one's own, or for ADMIN any. */
  isInSchool: boolean;
  /** The operation that shows what is changed here: asked for its ETag before, and for the answer after. */
  shows: ProcedureOperation | undefined;
  /** Where what was made is found, by what the procedure answered. */
  madeAt: ((made: unknown) => Record<string, string>) | undefined;
  /** Reads the request; `input` is what the procedure is given, for which it may need what is there now. */
  read: (raw: Raw) => Read;
};

/** An operation before there is anybody to act: it hands out tokens, and takes them back. */
export type TokenOperation = Described & {
  kind: "token";
  parts: Parts;
  run: (raw: Raw, asking: Asking) => Promise<unknown>;
};

export type Operation = ProcedureOperation | TokenOperation;

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

type Definition<Path, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = Described & {
  procedure: Path & ProcedurePath;
  params?: P;
  query?: Q;
  body?: B;
  isInSchool?: boolean;
  shows?: ProcedureOperation;
  madeAt?: z.ZodType<Record<string, string>>;
  input: (given: Given<P, Q, B> & { current: unknown }) => InputOf<Path>;
};

type Given<P, Q, B> = { params: z.output<P>; query: z.output<Q>; body: z.output<B> };

/** Declares an operation; what its procedure is given is checked against that procedure's own input. */
export function operation<
  const Path extends ProcedurePath,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(definition: Definition<Path, P, Q, B>): ProcedureOperation {
  const { input, params, query, body, madeAt, isInSchool = false, shows, ...described } = definition;
  const places = { params: params ?? NOTHING, query: query ?? NOTHING, body: body ?? z.undefined() };
  // What is left out has the type's default, which a value cannot tell the compiler.
  const given = z.object(places) as z.ZodType as z.ZodType<Given<P, Q, B>>;
  return {
    ...described,
    kind: "procedure",
    parts: { ...places, body },
    isInSchool,
    shows,
    madeAt: madeAt && ((made) => madeAt.parse(made)),
    read(raw) {
      const result = given.safeParse(raw);
      if (!result.success) return result;
      return { success: true, input: (current) => input({ ...result.data, current }) };
    },
  };
}

/** Declares an operation on tokens; `run` is given the body as its schema reads it. */
export function tokenOperation<B extends z.ZodType>(
  definition: Described & { body: B; run: (body: z.output<B>, asking: Asking) => Promise<unknown> },
): TokenOperation {
  const { body, run, ...described } = definition;
  const given = z.object({ params: NOTHING, query: NOTHING, body }) as z.ZodType as z.ZodType<
    Given<Nothing, Nothing, B>
  >;
  return {
    ...described,
    kind: "token",
    parts: { params: NOTHING, query: NOTHING, body },
    run: async (raw, asking) => run(given.parse(raw).body, asking),
  };
}
