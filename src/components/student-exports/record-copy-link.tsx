"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { type StudentArea, studentHref } from "@/components/students/student-url";
import { ButtonLink } from "@/components/ui/button-link";

/** Leads to the copy of a record: not fetched before it is pressed, since each is recorded. */
export function RecordCopyLink({ area, id }: { area: StudentArea; id: string }) {
  const t = useTranslations("studentExports.students");
  return (
    <ButtonLink icon={<Printer />} href={`${studentHref(area, id)}/print`} prefetch={false}>
      {t("copy")}
    </ButtonLink>
  );
}
