"use client";

import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useDay } from "@/components/use-day";
import type { ClassDetail } from "../types";
import { useRestoreClass } from "../use-restore-class";

/** Says that an archived class can only be read, and brings it back for those who may. */
export function ArchivedCallout({ detail }: { detail: ClassDetail }) {
  const t = useTranslations("classes.archived");
  const { day } = useDay();
  const restore = useRestoreClass();
  if (detail.state !== "archived") return null;
  return (
    <Callout
      tone="info"
      title={detail.archivedAt ? t("since", { date: day(detail.archivedAt) }) : t("title")}
      actions={
        detail.rights.archive ? (
          <Button
            size="sm"
            icon={<ArchiveRestore />}
            pending={restore.isPending}
            onPress={() => restore.run(detail)}
          >
            {t("restore")}
          </Button>
        ) : null
      }
    >
      {t(detail.rights.archive ? "body" : "bodyCoach")}
    </Callout>
  );
}
