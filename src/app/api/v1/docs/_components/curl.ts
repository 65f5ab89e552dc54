import { BASE } from "@/server/rest/base";
import type { Operation } from "@/server/rest/operation";

/** A command that calls the operation, ready to be copied into a terminal. */
export function curlOf({ kind, method, path, example, parts }: Operation, origin: string): string {
  const headers = [
    ...(kind === "procedure" ? ['"Authorization: Bearer $TOKEN"'] : []),
    ...(method === "PUT" ? [`'If-Match: "…"'`] : []),
    ...(kind === "procedure" && method === "POST" ? ['"Idempotency-Key: $(uuidgen)"'] : []),
    ...(parts.body ? ['"Content-Type: application/json"'] : []),
  ];
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} ${origin}${BASE}${path.replace(/\{(\w+)\}/g, "$$$1")}`,
    ...headers.map((header) => `-H ${header}`),
    ...(example ? [`-d '${JSON.stringify(example)}'`] : []),
  ];
  return lines.join(" \\\n  ");
}
