import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/root";

type ErrorData = NonNullable<TRPCClientError<AppRouter>["data"]>;

/** What the server's error formatter sent along; undefined where no answer came, or none of ours. */
export function errorData(error: unknown): ErrorData | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return isErrorData(data) ? data : undefined;
}

// What has our formatter's marks is its work: the rest of the shape is the server's type.
function isErrorData(data: unknown): data is ErrorData {
  return typeof data === "object" && data !== null && "code" in data && "domain" in data && "fields" in data;
}
