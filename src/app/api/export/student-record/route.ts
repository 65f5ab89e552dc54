import { loadRecordFileUrl } from "@/components/student-exports/export-url";
import { fullName } from "@/domain/student-list";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, fileName, PRIVATE } from "../export-answer";

/** A copy of one student's record, as JSON that people can read too. */
export async function GET(request: Request): Promise<Response> {
  const { id, sections } = loadRecordFileUrl(request);
  if (!id) return new Response("id: the student's", { status: 400 });
  return answerDownload(request, async () => {
    const caller = createCaller(await createContext(request.headers));
    const copy = await caller.studentExport.record({ id, sections, format: "json" });
    const name = fileName(fullName(copy.name), copy.exportedAt.toISOString().slice(0, 10));
    return new Response(JSON.stringify(copy, null, 2), {
      headers: {
        ...PRIVATE,
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${name}.json"`,
      },
    });
  });
}
