import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { loadUsersUrl, orderedFilterOf } from "@/components/users/users-url";
import { toCsv } from "@/lib/csv";
import type { ExportColumn } from "@/lib/export-column";
import { toXlsx } from "@/lib/xlsx";
import { createContext } from "@/server/context";
import { logger } from "@/server/logger";
import { createCaller } from "@/server/root";

const formatSchema = z.enum(["csv", "xlsx"]);
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The list of people as a file: the filters, the order and the columns that are seen, in the school's time zone. */
export async function GET(request: Request): Promise<Response> {
  const format = formatSchema.safeParse(new URL(request.url).searchParams.get("format"));
  if (!format.success) return new Response("format: csv or xlsx", { status: 400 });
  // It is written down who took the list out: another site's link shall not do that in somebody's name.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  try {
    return await download(request, format.data);
  } catch (error) {
    const known = error instanceof TRPCError;
    const status = known ? getHTTPStatusCodeFromError(error) : 500;
    if (status >= 500) logger().error({ err: known ? error.cause : error }, "export failed");
    return new Response(null, { status, headers: { "cache-control": "private, no-store" } });
  }
}

async function download(request: Request, format: "csv" | "xlsx"): Promise<Response> {
  const caller = createCaller(await createContext(request.headers));
  const url = loadUsersUrl(request);
  const [rows, school, t] = await Promise.all([
    caller.user.export(orderedFilterOf(url)),
    caller.organization.get(),
    getTranslations("users"),
  ]);
  const { timeZone } = school.settings.defaults;
  const columns = await columnsFor(format, timeZone);
  const name = `${school.slug}-${t("export.file")}-${wallClock(new Date(), timeZone).slice(0, 10)}.${format}`;
  const body =
    format === "csv" ? toCsv(columns, rows) : new Uint8Array(await toXlsx(t("title"), columns, rows));
  return new Response(body, {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : XLSX,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["user"]["export"]>>[number];

async function columnsFor(format: "csv" | "xlsx", timeZone: string): Promise<ExportColumn<Row>[]> {
  const [t, tRole, tStatus] = await Promise.all([
    getTranslations("users"),
    getTranslations("roles"),
    getTranslations("users.statuses"),
  ]);
  // A cell of type date knows no zone: it gets the school's clock as if it were UTC's.
  const moment = (date: Date | null) => {
    if (!date) return null;
    const local = wallClock(date, timeZone);
    return format === "csv" ? local : new Date(`${local.replace(" ", "T")}:00Z`);
  };
  return [
    { header: t("columns.name"), value: ({ name }) => name, width: 28 },
    { header: t("person.email"), value: ({ email }) => email, width: 34 },
    { header: t("columns.role"), value: ({ role }) => tRole(role), width: 16 },
    { header: t("columns.classes"), value: ({ classNames }) => classNames.join(", "), width: 32 },
    { header: t("columns.status"), value: ({ status }) => tStatus(status), width: 14 },
    { header: t("export.joined", { timeZone }), value: ({ joinedAt }) => moment(joinedAt), width: 24 },
    { header: t("export.lastSeen", { timeZone }), value: ({ lastSeenAt }) => moment(lastSeenAt), width: 24 },
  ];
}

/** "2026-11-18 07:12", as the clock on the school's wall said. */
function wallClock(date: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return time.format(date);
}
