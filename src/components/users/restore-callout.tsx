"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DAY } from "@/lib/duration";
import type { PersonPartProps } from "./person-details";
import { useDates } from "./use-dates";
import type { PeopleActions } from "./use-people-actions";

const UNDO_MS = 30 * DAY;

/** Says that a person has left, and brings them back while that can be done. */
export function RestoreCallout({ person, now, actions }: PersonPartProps & { actions: PeopleActions }) {
  const t = useTranslations("users.person");
  const dates = useDates(now);
  if (!person.leftAt) return null;
  const until = new Date(person.leftAt.getTime() + UNDO_MS);
  const open = until > now;
  return (
    <Callout
      tone="info"
      title={t("left", { date: dates.long(person.leftAt) })}
      actions={
        open ? (
          <Button size="sm" onPress={() => void actions.undo({ kind: "remove" }, [person])}>
            {t("restore")}
          </Button>
        ) : null
      }
    >
      {open ? t("restoreUntil", { date: dates.long(until) }) : t("restoreOver")}
    </Callout>
  );
}
