import { readFileSync } from "node:fs";
import { closePools } from "@/db/client";
import type { OrganizationActor } from "@/db/scope";
import { applyImportInput, checkImportInput } from "@/domain/student-import";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { readSheets } from "@/lib/spreadsheet-file";
import {
  applyImport,
  checkImport,
  getImport,
  uploadImport,
  workOnImport,
} from "@/server/services/student-import";
import type { ImportTimes } from "./imports";

// A process of its own, so that the memory told is that of an import alone: of the first one, and of all in turn.

const [path = "", ...schools] = process.argv.slice(2);
const file = readFileSync(path);
const inline = { inBackground: false };

async function time(fn: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await fn();
  return performance.now() - began;
}

const peak = () => process.resourceUsage().maxRSS / 1024;

const times: ImportTimes = {
  ...{ parse: [], dryRun: [], apply: [], created: 0 },
  ...{ peakMegabytes: 0, peakOfAllMegabytes: 0 },
};
for (const organizationId of schools) {
  const actor: OrganizationActor = {
    ...{ organizationId, placement: "app", accountId: null, userId: null },
    ...{ name: "Benchmark", role: "ORG_ADMIN", ipAddress: null, via: "cli" },
  };
  times.parse.push(await time(() => readSheets(file, IMPORT_LIMITS)));
  let id = "";
  times.dryRun.push(
    await time(async () => {
      const given = { fileName: "matricula.xlsx", content: file.toString("base64") };
      ({ id } = await uploadImport(actor, given, inline));
      await workOnImport(actor, { id });
      await checkImport(actor, checkImportInput.parse({ id }), inline);
      await workOnImport(actor, { id });
    }),
  );
  times.apply.push(
    await time(async () => {
      await applyImport(actor, applyImportInput.parse({ id }), inline);
      await workOnImport(actor, { id });
    }),
  );
  const { state, counts } = await getImport(actor, { id });
  if (state !== "done") throw new Error(`The import is ${state}`);
  times.created = counts.created ?? 0;
  times.peakMegabytes ||= peak();
}
times.peakOfAllMegabytes = peak();
await closePools();
process.stdout.write(JSON.stringify(times));
