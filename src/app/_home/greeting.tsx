import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { requestContext } from "@/trpc/server";
import { schoolZone } from "./school-zone";

/** The head of a home page: a greeting by the school's time of day, and its date. */
export async function Greeting({ detail, actions }: { detail?: ReactNode; actions?: ReactNode }) {
  const [{ session }, timeZone, t, format] = await Promise.all([
    requestContext(),
    schoolZone(),
    getTranslations("app.home"),
    getFormatter(),
  ]);
  const now = new Date();
  const hour = Number(
    new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now),
  );
  const part = hour < 12 ? "morning" : hour < 19 ? "afternoon" : "evening";
  const date = format.dateTime(now, { timeZone, weekday: "long", day: "numeric", month: "long" });
  return (
    <PageHeader
      title={t("greetingAt", { part, name: session?.account.name ?? "" })}
      description={
        <>
          <span className="inline-block first-letter:uppercase">{date}</span>
          {detail ? <> · {detail}</> : null}
        </>
      }
      actions={actions}
    />
  );
}
