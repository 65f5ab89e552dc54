import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadRecordUrl } from "@/components/student-exports/export-url";
import { PrintPage } from "@/components/student-exports/print-page";
import { RecordChooser } from "@/components/student-exports/record-chooser";
import { RecordSheet } from "@/components/student-exports/record-sheet";
import { studentHref } from "@/components/students/student-url";
import { can } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { PLAIN_RECORD_SECTIONS, type RecordSection } from "@/domain/student-export-list";
import { fullName } from "@/domain/student-list";
import { isUuid } from "@/lib/ids";
import { api } from "@/trpc/server";
import { orNotFound } from "../_shell/or-not-found";
import { requirePermission } from "../_shell/require";

export type RecordRoute = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function printRecordMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentExports.record"))("title") };
}

/** What a role may ask for in a copy, beside what is not sensitive. */
function sectionsFor(role: Role): RecordSection[] {
  const isFamily = can(role, "student:read-children");
  return [
    ...PLAIN_RECORD_SECTIONS,
    ...(isFamily || can(role, "health:manage") ? ["health" as const] : []),
    ...(can(role, "incident:manage") ? ["discipline" as const] : []),
    ...(isFamily || can(role, "income:read") ? ["income" as const] : []),
  ];
}

/** A copy of one student's record for paper: that the page was opened is recorded, as a download is. */
export async function PrintRecord({
  area,
  params,
  searchParams,
}: RecordRoute & { area: "/org-admin" | "/parent" }) {
  const { role } = await requirePermission(area === "/parent" ? "student:read-children" : "student:export");
  const { id } = await params;
  const allowed = sectionsFor(role);
  const sections = (await loadRecordUrl(searchParams)).sections.filter((section) =>
    allowed.includes(section),
  );
  const t = await getTranslations("studentExports.record");
  const caller = await api();
  const copy = await orNotFound(
    isUuid(id) ? caller.studentExport.record({ id, sections, format: "print" }) : undefined,
  );
  return (
    <PrintPage
      title={t("of", { name: fullName(copy.name) })}
      back={{ href: studentHref(area, id), label: t("back") }}
      print={t("print")}
      notice={<RecordChooser id={id} allowed={allowed} chosen={sections} />}
    >
      <RecordSheet copy={copy} />
    </PrintPage>
  );
}
