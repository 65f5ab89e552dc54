"use client";

import { useTranslations } from "next-intl";
import { movingUp } from "../class-words";
import type { ClassDetail, Named } from "../types";
import { LeaveDialog } from "./leave-dialog";
import type { Leaving } from "./use-roster-actions";

export interface WithdrawDialogProps {
  detail: ClassDetail;
  people: readonly Named[];
  /** They wait for a seat, and have none to give up. */
  waiting: boolean;
  onConfirm: (leaving: Leaving) => Promise<void>;
  onClose: () => void;
}

/** Takes people off the roster or off the waiting list: from when, why, who moves up, what is kept. */
export default function WithdrawDialog({ detail, people, waiting, onConfirm, onClose }: WithdrawDialogProps) {
  const t = useTranslations("classes.withdraw");
  const count = people.length;
  const up = waiting ? 0 : movingUp(detail, count);
  return (
    <LeaveDialog
      title={t(waiting ? "titleWaiting" : "title", {
        count,
        name: people[0]?.name ?? "",
        class: detail.name,
      })}
      confirm={t("confirm", { count })}
      onConfirm={onConfirm}
      onClose={onClose}
      consequences={
        <>
          {waiting ? null : <p>{t("seats", { count, up })}</p>}
          <p>{t("kept")}</p>
        </>
      }
    />
  );
}
