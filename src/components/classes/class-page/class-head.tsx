"use client";

import { Send, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { ClassMark } from "../class-mark";
import { type Area, enrolHref, invitationsHref } from "../class-url";
import { useSeatWords } from "../class-words";
import type { ClassDetail } from "../types";
import { ClassMenu, type ClassMenuProps } from "./class-menu";

export interface ClassHeadProps extends Pick<ClassMenuProps, "ask"> {
  detail: ClassDetail;
  area: Area;
}

/** The class's name, what it is in a line, and what can be done with it. */
export function ClassHead({ detail, area, ask }: ClassHeadProps) {
  const t = useTranslations("classes");
  const seats = useSeatWords();
  const lead = detail.coaches.find(({ isLead }) => isLead);
  const line = [
    detail.year,
    detail.section,
    seats(detail),
    lead ? t("ledBy", { name: lead.name }) : t("noLead"),
  ];
  return (
    <PageHeader
      lead={<ClassMark name={detail.name} size="lg" />}
      title={<span className="[overflow-wrap:anywhere]">{detail.name}</span>}
      description={line.filter(Boolean).join(" · ")}
      actions={
        <>
          <ClassMenu detail={detail} area={area} ask={ask} />
          {detail.rights.roster ? (
            <>
              <ButtonLink href={invitationsHref(area, detail.id, "new")} icon={<Send />}>
                {t("invite")}
              </ButtonLink>
              <ButtonLink
                variant="primary"
                href={enrolHref(area, detail.id)}
                icon={<UserPlus />}
                data-shortcut="n"
                className="max-sm:flex-1"
              >
                {t("addStudents")}
              </ButtonLink>
            </>
          ) : null}
        </>
      }
    />
  );
}
