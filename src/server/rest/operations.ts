import type { Method, Operation } from "./operation";
import { ADMIN_OPERATIONS } from "./operations/admin";
import { AUTH_OPERATIONS } from "./operations/auth";
import { ORGANIZATION_OPERATIONS } from "./operations/organizations";

/** Every operation of the REST API, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  ...AUTH_OPERATIONS,
  ...ORGANIZATION_OPERATIONS,
  ...ADMIN_OPERATIONS,
];

type Route = { operation: Operation; params: Record<string, string> };

/** What is found at a path below /api/v1, by method; empty where there is nothing. */
export function routesAt(path: string): Map<Method, Route> {
  const matches = OPERATIONS.flatMap((operation) => {
    const params = matchPath(operation.path, path);
    return params ? [{ operation, params }] : [];
  });
  // A path that is written out goes before one with a gap: `me` is no id.
  const [most] = matches.map(({ params }) => Object.keys(params).length).toSorted((a, b) => a - b);
  const nearest = matches.filter(({ params }) => Object.keys(params).length === most);
  return new Map(nearest.map((route) => [route.operation.method, route]));
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [n, part] of wanted.entries()) {
    const text = given[n] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined && text !== "") params[name] = text;
    else if (text !== part) return undefined;
  }
  return params;
}
