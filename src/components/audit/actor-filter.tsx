"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Chip } from "@/components/ui/filter-chip";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { isUuid } from "@/lib/ids";
import type { ActorFilterProps } from "./actor-options";
import type { AuditUrl } from "./audit-url";
import { useLog } from "./log-source";

const ActorOptions = lazy(() => import("./actor-options"));

/** Who did it: a person found by name, also one who has left, or somebody who is none of the school's. */
export function ActorFilter({ actor, school, onChange }: ActorFilterProps) {
  const t = useTranslations("auditLog");
  const [open, setOpen] = useState(false);
  const name = useActorName(actor);
  return (
    <Chip
      label={t("columns.who")}
      chosen={actor === null ? null : name}
      onClear={() => onChange(null)}
      open={open}
      onOpenChange={setOpen}
    >
      <Suspense fallback={<SkeletonBlock label={t("loadingPeople")} lines={4} />}>
        <ActorOptions
          actor={actor}
          school={school}
          onChange={(chosen) => {
            setOpen(false);
            onChange(chosen);
          }}
        />
      </Suspense>
    </Chip>
  );
}

function useActorName(actor: AuditUrl["actor"]): string {
  const t = useTranslations("auditLog.actors");
  const alive = useAlive();
  const isPerson = actor !== null && isUuid(actor);
  const name = useLog().useActorName(isPerson ? actor : undefined, alive && isPerson);
  if (actor === "system" || actor === "platform") return t(actor);
  return name ?? "…";
}
