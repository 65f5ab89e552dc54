import type { Operation } from "./operation";

/** What an operation answers, as JSON: what its schema does not name is left out. */
export function representationOf({ output }: Pick<Operation, "output">, value: unknown): unknown {
  // Dates are texts from here on, as the document says.
  return output?.parse(JSON.parse(JSON.stringify(value)));
}

/** The answer of an operation that was done. */
export function jsonResponse(
  operation: Pick<Operation, "output" | "status">,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  const { status, output } = operation;
  if (!output) return new Response(null, { status, headers });
  return new Response(JSON.stringify(representationOf(operation, value)), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
