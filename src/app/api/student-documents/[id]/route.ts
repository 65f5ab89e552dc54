import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, PRIVATE } from "../../export/export-answer";

/** Leads to the bytes of one document, by an address that works for a minute or two: who took it out is recorded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerDownload(request, async () => {
    const { id } = await params;
    const { url } = await createCaller(await createContext(request.headers)).document.download({ id });
    return new Response(null, { status: 303, headers: { ...PRIVATE, location: url } });
  });
}
