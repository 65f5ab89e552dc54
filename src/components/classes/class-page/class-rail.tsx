"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Person } from "@/components/ui/person";
import { type Area, classHref, invitationsHref } from "../class-url";
import { useSeatWords } from "../class-words";
import type { ClassDetail } from "../types";
import type { Ask } from "./asked";

export interface ClassRailProps {
  detail: ClassDetail;
  area: Area;
  ask: Ask;
}

/** What one wants to know of a class beside whatever is open: seats, coaches, invitations. */
export function ClassRail({ detail, area, ask }: ClassRailProps) {
  const t = useTranslations("classes.rail");
  return (
    <aside aria-label={t("label")} className="grid grid-cols-1 content-start gap-(--stack)">
      <Capacity detail={detail} />
      <Coaches detail={detail} ask={ask} />
      <Invitations detail={detail} area={area} />
    </aside>
  );
}

function Capacity({ detail }: { detail: ClassDetail }) {
  const t = useTranslations("classes.rail");
  const seats = useSeatWords();
  const { capacity, studentCount, waitingCount: waiting, invitedCount: invited } = detail;
  if (capacity === null) {
    return (
      <Part title={t("capacity")}>
        <p className="text-sm text-ink-2">{seats(detail)}</p>
        <p className="text-xs text-ink-3">{t("unlimited", { invited })}</p>
      </Part>
    );
  }
  const free = Math.max(0, capacity - studentCount - invited);
  return (
    <section>
      <h2 className="sr-only">{t("capacity")}</h2>
      <Meter
        label={t("capacity")}
        value={studentCount}
        max={capacity}
        secondary={invited}
        hint={t("seats", { invited, free, waiting })}
      />
    </section>
  );
}

function Coaches({ detail, ask }: { detail: ClassDetail; ask: Ask }) {
  const t = useTranslations("classes.rail");
  return (
    <Part
      title={t("coaches")}
      action={
        detail.rights.coaches ? (
          <IconButton label={t("addCoach")} icon={<UserPlus />} onPress={() => ask({ kind: "addCoaches" })} />
        ) : null
      }
    >
      {detail.coaches.length === 0 ? <p className="text-sm text-ink-3">{t("noCoach")}</p> : null}
      <ul className="grid grid-cols-1 gap-2 text-sm">
        {detail.coaches.map(({ id, name, isLead, otherClassCount: count }) => (
          <li key={id}>
            <Person name={name} meta={t(isLead ? "lead" : "assists", { count })} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Invitations({ detail, area }: { detail: ClassDetail; area: Area }) {
  const t = useTranslations("classes.rail");
  const { id, invitedCount: count, rights } = detail;
  return (
    <Part title={t("invitations")}>
      <p className="text-sm text-ink-2">
        {count > 0 ? (
          <Link href={classHref(area, id, { tab: "invitations" })} scroll={false}>
            {t("open", { count })}
          </Link>
        ) : (
          t("open", { count })
        )}
      </p>
      {rights.roster ? (
        <p className="text-sm">
          <Link href={invitationsHref(area, id, "new")}>{t("invite")}</Link>
        </p>
      ) : null}
    </Part>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
      <div className="flex min-h-6 items-center gap-2">
        <h2 id={id} className="text-sm font-strong">
          {title}
        </h2>
        {action ? <span className="ml-auto flex">{action}</span> : null}
      </div>
      {children}
    </section>
  );
}
