import type { TenantTx } from "@/db/scope";
import type { ImportHold } from "@/domain/student-import-list";
import { readSetting } from "../organization";

/** Why an import waits: it would change more of the school's students than the school's setting allows. */
export async function holdOf(
  tx: TenantTx,
  { affected, students }: { affected: number; students: number },
): Promise<ImportHold | null> {
  const percent = await readSetting(tx, "students.importHold");
  return students > 0 && affected * 100 > students * percent ? { affected, students, percent } : null;
}
