"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** From a student's page to their transfer to another school. */
export function TransferLink({ studentId }: { studentId: string }) {
  const t = useTranslations("studentTransfers");
  return (
    <ButtonLink icon={<ArrowRightLeft />} href={`/org-admin/students/${studentId}/transfer`}>
      {t("begin")}
    </ButtonLink>
  );
}
