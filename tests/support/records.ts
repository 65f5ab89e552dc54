import { setTimeout } from "node:timers/promises";
import type { HttpVisitor } from "./visitor";

type Rows = { rows: { id: string }[] };
type Batch = { id: string; status: string };

/** How to come by a record for a page that shows one, as who may open it. */
const FIND: Record<string, (visitor: HttpVisitor) => Promise<string | undefined>> = {
  users: async ({ query }) => (await query<Rows>("user.list", { limit: 1 })).rows[0]?.id,
  classes: async ({ query }) => (await query<Rows>("class.list", { limit: 1 })).rows[0]?.id,
  sendings: finishedSending,
};

/** The address of the page in a folder of src/app; where it shows one record, that of a real one. */
export async function addressOf(folder: string, visitor: HttpVisitor): Promise<string> {
  const [, kind, rest = ""] = /([^/]+)\/\[id\](.*)$/.exec(folder) ?? [];
  const path = `/${folder}`.replace(/\/\([^/]+\)/g, "");
  if (kind === undefined) return path;
  const id = await FIND[kind]?.(visitor);
  if (id === undefined || rest.includes("[")) throw new Error(`Nothing to show at ${path}: see records.ts`);
  return path.replace("[id]", id);
}

/** One that the queue is through with: until then its page is another. */
async function finishedSending({ query, mutate }: HttpVisitor): Promise<string | undefined> {
  const first = async () => (await query<Batch[]>("invitation.listBatches"))[0];
  if (!(await first())) await mutate("invitation.send", { text: "invitada@people.example,STUDENT" });
  for (const until = Date.now() + 20_000; Date.now() < until; await setTimeout(100)) {
    const batch = await first();
    if (batch && batch.status !== "sending") return batch.id;
  }
  throw new Error("The queue does not send");
}
