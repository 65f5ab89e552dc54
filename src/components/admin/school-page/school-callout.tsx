"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useDay } from "@/components/use-day";
import { schoolState } from "@/domain/school-list";
import type { SchoolDetail } from "../types";
import { useSchoolActions } from "../use-school-actions";

/** Why a school cannot be used as it stands, and the way back; nothing of one that can. */
export function SchoolCallout({ school }: { school: SchoolDetail }) {
  const t = useTranslations("schoolPage.callouts");
  const tActs = useTranslations("schools.acts");
  const { day } = useDay();
  const actions = useSchoolActions();
  const state = schoolState(school);
  const { purgeAfter, provisioning } = school;
  if (state === "deleted")
    return (
      <Callout
        tone="danger"
        title={t("deleted")}
        actions={
          <Button size="sm" onPress={() => actions.restore(school)}>
            {tActs("restore")}
          </Button>
        }
      >
        {t("deletedBody", { date: purgeAfter ? day(purgeAfter) : "–" })}
      </Callout>
    );
  if (state === "suspended" || state === "inactive")
    return (
      <Callout
        tone="warning"
        title={t(state)}
        actions={
          <Button size="sm" onPress={() => actions.reactivate(school)}>
            {tActs("reactivate")}
          </Button>
        }
      >
        {t("keptBody")}
      </Callout>
    );
  if (state !== "provisioning") return null;
  if (provisioning?.state === "failed")
    return (
      <Callout tone="danger" title={t("failed")}>
        {t("failedBody", { reason: provisioning.failure ?? "–" })}
      </Callout>
    );
  return (
    <Callout tone="info" title={t("provisioning")}>
      {t("provisioningBody", { done: provisioning?.done ?? 0, total: provisioning?.total ?? 0 })}
    </Callout>
  );
}
