import { setTimeout } from "node:timers/promises";
import type { HttpVisitor } from "./visitor";

type Rows = { rows: { id: string }[] };
type Imports = { rows: { id: string; state: string }[] };
type Batch = { id: string; status: string };

/** How to come by a record for a page that shows one, as who may open it. */
const FIND: Record<string, (visitor: HttpVisitor) => Promise<string | undefined>> = {
  users: async ({ query }) => (await query<Rows>("user.list", { limit: 1 })).rows[0]?.id,
  classes: async ({ query }) => (await query<Rows>("class.list", { limit: 1 })).rows[0]?.id,
  students: async ({ query }) => (await query<Rows>("student.list", { limit: 1 })).rows[0]?.id,
  transfers: sentTransfer,
  children: async ({ query }) => (await query<{ id: string }[]>("student.mine"))[0]?.id,
  families: async ({ query }) => {
    const { rows } = await query<{ rows: { contact: { id: string } | null }[] }>("student.list", {
      limit: 10,
    });
    return rows.find(({ contact }) => contact)?.contact?.id;
  },
  imports: checkedImport,
  sendings: finishedSending,
  schools: async ({ query }) =>
    (await query<Rows>("platform.listOrganizations", { search: "andres-bello", limit: 1 })).rows[0]?.id,
};

/** The second record of a page that shows one of another's. */
const FIND_BELOW: Record<string, (visitor: HttpVisitor, id: string) => Promise<string | undefined>> = {
  userId: async ({ query }, organizationId) =>
    (await query<Rows>("platform.people", { organizationId, limit: 1 })).rows[0]?.id,
};

/** What a page has to be told besides. */
const ASKED: Record<string, (visitor: HttpVisitor) => Promise<string>> = {
  "org-admin/students/lists/print": ofCurrentYear,
  "org-admin/students/forms/print": ofCurrentYear,
};

async function ofCurrentYear({ query }: HttpVisitor): Promise<string> {
  const { years } = await query<{ years: { id: string; isCurrent: boolean }[] }>("academics.options", {});
  return `?year=${years.find(({ isCurrent }) => isCurrent)?.id}`;
}

/** The address of the page in a folder of src/app; where it shows one record, that of a real one. */
export async function addressOf(folder: string, visitor: HttpVisitor): Promise<string> {
  const [, kind, rest = ""] = /([^/]+)\/\[id\](.*)$/.exec(folder) ?? [];
  const path = `/${folder}`.replace(/\/\([^/]+\)/g, "");
  if (kind === undefined) return `${path}${(await ASKED[folder]?.(visitor)) ?? ""}`;
  const nothing = new Error(`Nothing to show at ${path}: see records.ts`);
  const id = await FIND[kind]?.(visitor);
  if (id === undefined) throw nothing;
  const [named, below] = /\[(\w+)\]/.exec(rest) ?? [];
  if (named === undefined) return path.replace("[id]", id);
  const second = await FIND_BELOW[below ?? ""]?.(visitor, id);
  if (second === undefined) throw nothing;
  return path.replace("[id]", id).replace(named, second);
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

/** One that waits for the guardian, whom it asks where there is none. */
async function sentTransfer({ query, mutate }: HttpVisitor): Promise<string | undefined> {
  const first = async () =>
    (await query<Rows>("studentTransfer.list", { direction: "outgoing", limit: 1 })).rows[0]?.id;
  const known = await first();
  if (known) return known;
  const [student] = (await query<Rows>("student.list", { limit: 1 })).rows;
  if (!student) return undefined;
  await mutate("studentTransfer.request", {
    ...{ studentId: student.id, address: "andres-bello", sections: ["family", "academic"], locale: "es" },
    ...{ lastDay: "2026-11-27", reason: "Se mudan a otra ciudad" },
    guardian: { name: "Rosa Cedeño", email: "representante@people.example" },
  }).catch(async (refused: unknown) => {
    // Another walk has asked at the same moment.
    if ((await first()) === undefined) throw refused;
  });
  return first();
}

/** One whose rows are checked: what there is to decide, which is most of what its page can show. */
async function checkedImport({ query, mutate }: HttpVisitor): Promise<string | undefined> {
  const found = async () => (await query<Imports>("studentImport.list", { limit: 1 })).rows[0];
  const first = await found();
  if (first) return first.id;
  const text =
    "Grado,Sección,Apellido,Nombre,Cédula,Género,Fecha de nacimiento\n1er Grado,A,Peña,Ana,V-31,F,14/03/2018";
  const content = Buffer.from(text).toString("base64");
  const { id } = await mutate<{ id: string }>("studentImport.upload", { fileName: "matricula.csv", content });
  await untilState("mapped");
  await mutate("studentImport.check", { id });
  await untilState("checked");
  return id;

  async function untilState(state: string) {
    for (const until = Date.now() + 20_000; Date.now() < until; await setTimeout(100))
      if ((await found())?.state === state) return;
    throw new Error(`The import is not ${state}`);
  }
}
