import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerDownload, PRIVATE } from "../export-answer";

/** A copy of what is kept of who is signed in, as JSON that people can read too. */
export async function GET(request: Request): Promise<Response> {
  return answerDownload(request, async () => {
    const data = await createCaller(await createContext(request.headers)).account.exportData();
    const day = data.exportedAt.toISOString().slice(0, 10);
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        ...PRIVATE,
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="homeroom-${day}.json"`,
      },
    });
  });
}
