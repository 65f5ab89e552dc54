import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { can } from "@/domain/permissions";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { createContext } from "@/server/context";
import { DomainError } from "@/server/errors";
import { logger } from "@/server/logger";
import { isSameOrigin } from "@/server/origin";
import { createCaller } from "@/server/root";

const HEADERS = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/**
 * Takes a file of students, as it is, under the name in the address. What is too large is refused by what it declares,
 * and else after as many bytes as a file may have. Answers with the import's id, or with the key of an error message.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal(403, "forbidden");
  if (Number(request.headers.get("content-length")) > IMPORT_LIMITS.bytes) return tooLarge();
  const context = await createContext(request.headers);
  // Before the bytes of who may not.
  if (!context.actor) return refusal(401, "signIn");
  if (!can(context.actor.role, "student:import")) return refusal(403, "forbidden");
  const bytes = await readAtMost(request, IMPORT_LIMITS.bytes);
  if (!bytes) return tooLarge();
  const fileName = new URL(request.url).searchParams.get("name") ?? "";
  try {
    const caller = createCaller(context);
    const { id } = await caller.studentImport.upload({ fileName, content: bytes.toString("base64") });
    return Response.json({ id }, { headers: HEADERS });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const status = getHTTPStatusCodeFromError(error);
    if (status >= 500) logger().error({ err: error.cause ?? error }, "upload failed");
    const { cause } = error;
    if (cause instanceof DomainError) return refusal(status, cause.key, cause.values);
    return refusal(status, status >= 500 ? "internal" : "importFile.notASpreadsheet");
  }
}

function refusal(status: number, key: string, values: Record<string, string | number> = {}): Response {
  return Response.json({ error: { key, values } }, { status, headers: HEADERS });
}

// The rest of it is not waited for.
function tooLarge(): Response {
  const answer = refusal(413, "importFile.tooLarge");
  answer.headers.set("connection", "close");
  return answer;
}

/** The bytes of the body; undefined where there are more than `max`, of which no more are read. */
async function readAtMost(request: Request, max: number): Promise<Buffer | undefined> {
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > max) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
