import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload } from "../../export/export-answer";

// The address names the picture too, and a new picture has a new one.
const KEPT = { "cache-control": "private, max-age=21600, immutable" };
const SANDBOX = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
};

/** A student's picture, as we drew it, for whoever may see the student at this moment; to others there is none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerDownload(request, async () => {
    const { id } = await params;
    const bytes = await createCaller(await createContext(request.headers)).student.photo({ id });
    return new Response(bytes, {
      headers: {
        ...{ "content-type": "image/webp", "content-length": String(bytes.byteLength) },
        ...{ "content-disposition": "inline", ...SANDBOX, ...KEPT },
      },
    });
  });
}
