import { getTranslations } from "next-intl/server";
import { filterOf, loadAuditUrl } from "@/components/audit/audit-url";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerLog } from "../audit-file";
import { answerExport } from "../export-answer";

/** The school's log as a file: what the filters let through, by the school's clock. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [log, { slug, settings }, t] = await Promise.all([
      caller.audit.export(filterOf(loadAuditUrl(request))),
      caller.organization.get(),
      getTranslations("auditLog.export"),
    ]);
    return answerLog(log, { format, whose: `${slug}-${t("file")}`, timeZone: settings["region.timeZone"] });
  });
}
