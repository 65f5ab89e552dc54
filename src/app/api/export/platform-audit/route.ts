import { getTranslations } from "next-intl/server";
import { filterOf, loadAuditUrl } from "@/components/audit/audit-url";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerLog } from "../audit-file";
import { answerExport } from "../export-answer";

/** The log of all schools and of the platform as a file: what the filters let through, by the clock of one's own school. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [log, { settings }, t] = await Promise.all([
      caller.platformAudit.export(filterOf(loadAuditUrl(request))),
      caller.organization.get(),
      getTranslations("auditLog.export"),
    ]);
    const timeZone = settings["region.timeZone"];
    return answerLog(log, { format, whose: t("filePlatform"), timeZone, ofMany: true });
  });
}
