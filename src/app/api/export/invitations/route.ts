import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { type OutcomeLine, outcomeLines } from "@/domain/invitation-outcome";
import type { InvitationVerdict } from "@/domain/invitation-verdict";
import { toCsv } from "@/lib/csv";
import type { ExportColumn } from "@/lib/export-column";
import { toXlsx } from "@/lib/xlsx";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";

const askedSchema = z.object({ batch: z.uuid(), format: z.enum(["csv", "xlsx"]) });

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Every line of a sending with its verdict and its delivery, as a file; authorised as the procedure is. */
export async function GET(request: Request): Promise<Response> {
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 400 });
  const { batch, format } = asked.data;
  try {
    const caller = createCaller(await createContext(request.headers));
    const lines = outcomeLines(await caller.invitation.getBatchResult({ id: batch }));
    const t = await getTranslations("invitations.columns");
    const columns = await resultColumns();
    const body =
      format === "csv" ? toCsv(columns, lines) : new Uint8Array(await toXlsx(t("sheet"), columns, lines));
    const name = `${t("file")}-${new Date().toISOString().slice(0, 10)}.${format}`;
    return new Response(body, {
      headers: {
        "content-type": TYPES[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(error) });
    throw error;
  }
}

async function resultColumns(): Promise<ExportColumn<OutcomeLine>[]> {
  const [t, tRole, tLabel, tReason, tEmail] = await Promise.all([
    getTranslations("invitations"),
    getTranslations("roles"),
    getTranslations("verdicts.label"),
    getTranslations("verdicts.reason"),
    getTranslations("errors.email"),
  ]);
  const reasonOf = ({ code, problem, firstLine }: InvitationVerdict) => {
    if (code === "malformed" && problem) return tEmail(problem);
    return code === "repeated" ? tReason(code, { firstLine: firstLine ?? 0 }) : tReason(code);
  };
  const resultOf = ({ verdict, outcome }: OutcomeLine) =>
    verdict ? tLabel(verdict.code) : t(`outcome.${outcome}`);
  const whyOf = ({ verdict, outcome }: OutcomeLine) => {
    if (verdict) return reasonOf(verdict);
    return outcome === "failed" || outcome === "cancelled" ? t(`outcome.${outcome}Reason`) : "";
  };
  return [
    { header: t("columns.line"), value: ({ line }) => line, width: 6 },
    { header: t("columns.email"), value: ({ email }) => email, width: 36 },
    { header: t("columns.name"), value: ({ name }) => name, width: 28 },
    { header: t("columns.role"), value: ({ role, roleText }) => (role ? tRole(role) : roleText), width: 16 },
    { header: t("columns.class"), value: ({ className }) => className, width: 16 },
    { header: t("columns.result"), value: resultOf, width: 18 },
    { header: t("columns.reason"), value: whyOf, width: 48 },
  ];
}
