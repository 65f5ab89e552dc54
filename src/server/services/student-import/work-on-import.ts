import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { judgeRows } from "./judge-rows";
import { readFile } from "./read-file";
import { readImport } from "./states";

/** Does what the state of the import asks for; an import that asks for nothing is left as it is. */
export async function workOnImport(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  const { state } = await readInOrganization(actor, (tx) => readImport(tx, id));
  if (state === "reading") await readFile(actor, { id });
  else if (state === "checking") await judgeRows(actor, { id });
}
