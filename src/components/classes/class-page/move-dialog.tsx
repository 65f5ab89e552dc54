"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboBox } from "@/components/ui/combo-box";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { freeSeats, movingUp } from "../class-words";
import type { ClassDetail, Named } from "../types";
import { LeaveDialog } from "./leave-dialog";
import type { Leaving } from "./use-roster-actions";

export interface MoveDialogProps {
  detail: ClassDetail;
  people: readonly Named[];
  /** They wait for a seat here, and have none to give up. */
  waiting: boolean;
  onConfirm: (to: Named, leaving: Leaving) => Promise<void>;
  onClose: () => void;
}

/** Moves people to another class: which, from when, why, and who gets a seat there and here. */
export default function MoveDialog({ detail, people, waiting, onConfirm, onClose }: MoveDialogProps) {
  const t = useTranslations("classes.move");
  const trpc = useTRPC();
  const [to, setTo] = useState<Named | null>(null);
  const { data: options } = useQuery(trpc.class.options.queryOptions());
  const items = (options ?? [])
    .filter(({ id, state }) => state === "active" && id !== detail.id)
    .map(({ id, name, year }) => ({ id, label: name, detail: year || undefined }));
  const count = people.length;
  const up = waiting ? 0 : movingUp(detail, count);
  return (
    <LeaveDialog
      title={t("title", { count, name: people[0]?.name ?? "", class: detail.name })}
      confirm={t("confirm", { count })}
      incomplete={to === null}
      onConfirm={async (leaving) => {
        if (to) await onConfirm(to, leaving);
      }}
      onClose={onClose}
      consequences={
        <>
          {to ? <Arrival to={to} count={count} /> : null}
          {up > 0 ? <p>{t("up", { up, class: detail.name })}</p> : null}
          <p>{t("kept")}</p>
        </>
      }
    >
      <ComboBox
        label={t("to")}
        hint={options && items.length === 0 ? t("nowhere") : undefined}
        placeholder={t("toPlaceholder")}
        items={items}
        value={to?.id ?? null}
        onChange={(_, item) => setTo(item && { id: item.id, name: item.label })}
      />
    </LeaveDialog>
  );
}

/** Who of them gets a seat there, and who waits. */
function Arrival({ to, count }: { to: Named; count: number }) {
  const t = useTranslations("classes.move");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.class.get.queryOptions({ id: to.id }));
  if (!data) return <SkeletonBlock label={t("loading")} lines={1} />;
  const free = freeSeats(data);
  const seated = free === null ? count : Math.min(free, count);
  return (
    <p>
      {free === null
        ? t("unlimited", { name: to.name })
        : t("arrival", { name: to.name, free, seated, waiting: count - seated })}
    </p>
  );
}
