import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { classHref } from "@/components/classes/class-url";
import { RosterSheet } from "@/components/classes/print/roster-sheet";
import { PrintButton } from "@/components/print-button";
import { CrumbName } from "@/components/shell/crumb-name";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { api } from "@/trpc/server";
import { type ClassRoute, findClass } from "./find-class";
import type { ClassesReach } from "./reach";

export async function printMetadata(reach: ClassesReach, params: ClassRoute["params"]): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([
    findClass(reach.permission, (await params).id),
    getTranslations("classes.print"),
  ]);
  return { title: t("title", { name }) };
}

/** The roster of a class within the reach, for paper. */
export async function Print({ reach, params }: ClassRoute & { reach: ClassesReach }) {
  const detail = await findClass(reach.permission, (await params).id);
  const caller = await api();
  const [t, school, { rows }] = await Promise.all([
    getTranslations("classes.print"),
    caller.organization.get(),
    caller.class.exportRoster({ id: detail.id, format: "print" }),
  ]);
  return (
    <PageBody>
      <CrumbName name={detail.name} />
      <div data-print="no" className="flex flex-wrap gap-2">
        <ButtonLink href={classHref(reach.area, detail.id)} icon={<ArrowLeft />}>
          {t("back")}
        </ButtonLink>
        <PrintButton>{t("print")}</PrintButton>
      </div>
      <RosterSheet
        school={school.name}
        name={detail.name}
        year={detail.year}
        coaches={detail.coaches.map(({ name }) => name)}
        students={rows.filter(({ state }) => state === "active")}
        waiting={rows.filter(({ state }) => state === "waiting")}
        now={new Date()}
      />
    </PageBody>
  );
}
