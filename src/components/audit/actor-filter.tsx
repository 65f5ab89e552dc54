"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Chip } from "@/components/ui/filter-chip";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { isUuid } from "@/lib/ids";
import { useTRPC } from "@/trpc/client";
import type { ActorFilterProps } from "./actor-options";
import type { AuditUrl } from "./audit-url";

const ActorOptions = lazy(() => import("./actor-options"));

/** Who did it: a person found by name, also one who has left, or somebody who is none of the school's. */
export function ActorFilter({ actor, onChange }: ActorFilterProps) {
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
  const trpc = useTRPC();
  const alive = useAlive();
  const isPerson = actor !== null && isUuid(actor);
  const { data } = useQuery({
    ...trpc.audit.actors.queryOptions({ id: isPerson ? actor : undefined }),
    enabled: alive && isPerson,
  });
  if (actor === "system" || actor === "platform") return t(actor);
  return data?.[0]?.name ?? "…";
}
