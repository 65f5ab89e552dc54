import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { MAX_DOCUMENT_BYTES } from "@/domain/student-document-list";
import { createContext } from "@/server/context";
import { DomainError } from "@/server/errors";
import { logger } from "@/server/logger";
import { isSameOrigin } from "@/server/origin";
import { createCaller } from "@/server/root";

const PRIVATE = { "cache-control": "private, no-store" };

/**
 * Takes in one document of a student: its bytes are the body, and whose it is, its kind and its name are in the address.
 * Who may not do that is told before a byte of it is read, and more than may be kept is read by nobody.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal(403, "failed");
  const context = await createContext(request.headers);
  if (!context.session) return refusal(401, "failed");
  if (!context.actor || !can(context.actor.role, "student:manage")) return refusal(403, "failed");
  if (Number(request.headers.get("content-length")) > MAX_DOCUMENT_BYTES)
    return refusal(413, "document.tooLarge");
  const content = await bytesOf(request);
  if (!content) return refusal(413, "document.tooLarge");
  const { searchParams } = new URL(request.url);
  const [studentId, kind, name] = ["studentId", "kind", "name"].map((key) => searchParams.get(key) ?? "");
  try {
    // Whatever the address says: the procedure judges it.
    const input = { studentId, kind, name, content } as Parameters<Caller["document"]["upload"]>[0];
    const made = await createCaller(context).document.upload(input);
    return Response.json(made, { status: 201, headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const status = getHTTPStatusCodeFromError(error);
    if (status >= 500) logger().error({ err: error.cause }, "upload failed");
    const { cause } = error;
    if (cause instanceof DomainError) return refusal(status, cause.key, cause.values);
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    return refusal(status, issue?.message ?? (status === 404 ? "notFound" : "failed"));
  }
}

type Caller = ReturnType<typeof createCaller>;

/** The body; undefined, and no more of it read, where it is longer than may be kept. */
async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_DOCUMENT_BYTES) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** `key` names the sentence under `errors` in the messages. */
function refusal(status: number, key: string, values: Record<string, string | number> = {}): Response {
  return Response.json({ error: { key, values } }, { status, headers: PRIVATE });
}
