"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isNotFound, useErrorText } from "@/components/error-text";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { Menu } from "@/components/ui/menu";
import { NotFoundState } from "@/components/ui/not-found-state";
import { PanelHead, PanelSection, SidePanel } from "@/components/ui/side-panel";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { fullName, listName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { MailLink, PhoneLink } from "../contact-links";
import { StatusMenuItems } from "../status-menu";
import { StudentStatusMark } from "../student-status";
import { editHref, studentHref } from "../student-url";
import { usePlaceWords } from "../student-words";
import { asStudent, type Family, type StudentDetail } from "../types";
import type { StudentActions } from "../use-student-actions";
import { filterOf, pageOf, type StudentsUrl } from "./students-url";

export interface StudentPanelProps {
  id: string;
  /** The list beside which the panel stands. */
  listed: StudentsUrl;
  manages: boolean;
  actions: StudentActions;
  onOpen: (id: string | null) => void;
}

/** One student beside the list: who it is, and whom to call. */
export function StudentPanel({ id, listed, manages, actions, onOpen }: StudentPanelProps) {
  const t = useTranslations("students.panel");
  const trpc = useTRPC();
  const alive = useAlive();
  const { data, error, refetch } = useQuery({ ...trpc.student.get.queryOptions({ id }), enabled: alive });
  const { name, position, previous, next } = useNeighbours(id, listed, alive);
  const student = alive ? data : undefined;
  return (
    <SidePanel
      label={name ?? t("label")}
      position={position}
      onClose={() => onOpen(null)}
      onPrevious={previous ? () => onOpen(previous) : undefined}
      onNext={next ? () => onOpen(next) : undefined}
      expandHref={studentHref("/org-admin", id)}
      footer={
        student && manages && student.rights.edit ? (
          <PanelActions student={student} actions={actions} />
        ) : (
          <span className="h-(--control-h)" />
        )
      }
    >
      {student ? (
        <PanelBody student={student} />
      ) : alive && error ? (
        <PanelFailed error={error} retry={() => void refetch()} onClose={() => onOpen(null)} />
      ) : (
        <SkeletonBlock label={t("loading")} lines={8} />
      )}
    </SidePanel>
  );
}

function PanelActions({ student, actions }: { student: StudentDetail; actions: StudentActions }) {
  const t = useTranslations("students.actions");
  const one = [asStudent(student)];
  return (
    <>
      <ButtonLink href={editHref(student.id)}>{t("edit")}</ButtonLink>
      <Button onPress={() => actions.askMove(one)}>{t("move")}</Button>
      <Menu label={t("status")} placement="top end" trigger={<Button>{t("status")}</Button>}>
        <StatusMenuItems students={one} actions={actions} />
      </Menu>
    </>
  );
}

function PanelBody({ student }: { student: StudentDetail }) {
  const t = useTranslations("students.fields");
  const tPanel = useTranslations("students.panel");
  const place = usePlaceWords();
  const { calendarDay } = useDay();
  const trpc = useTRPC();
  const family = useQuery(trpc.student.family.queryOptions({ id: student.id }));
  const name = fullName(student);
  return (
    <>
      <PanelHead
        lead={<Avatar name={name} src={student.photoUrl} size="lg" />}
        title={name}
        meta={
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            {place(student)}
            <span aria-hidden="true">·</span>
            <StudentStatusMark status={student.status} gender={student.gender} />
          </span>
        }
      />
      <DescriptionList
        items={[
          { term: t("code"), value: student.code },
          ...(student.cedula ? [{ term: t("cedula"), value: formatCedula(student.cedula) }] : []),
          ...(student.schoolCedula ? [{ term: t("schoolCedula"), value: student.schoolCedula }] : []),
          { term: t("birthDate"), value: calendarDay(student.birthDate) },
          ...(student.emergencyPhone
            ? [{ term: t("emergencyPhone"), value: <PhoneLink phone={student.emergencyPhone} /> }]
            : []),
          ...(student.email ? [{ term: t("email"), value: <MailLink email={student.email} /> }] : []),
        ]}
      />
      <PanelSection title={tPanel("family")}>
        {family.data ? (
          <PanelFamily family={family.data} />
        ) : family.error ? (
          <p className="text-sm text-ink-3">{tPanel("familyFailed")}</p>
        ) : (
          <SkeletonBlock label={tPanel("loading")} lines={2} />
        )}
      </PanelSection>
    </>
  );
}

function PanelFamily({ family }: { family: Family }) {
  const t = useTranslations("students.family");
  const tRelationship = useTranslations("students.relationships");
  if (family.guardians.length === 0) return <p className="text-sm text-ink-3">{t("noGuardians")}</p>;
  return (
    <ul className="grid grid-cols-1 gap-2 text-sm">
      {family.guardians.map((guardian) => {
        const phone = guardian.contact?.mobilePhone || guardian.contact?.homePhone;
        return (
          <li key={guardian.linkId} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 flex-[1_1_10rem] [overflow-wrap:anywhere]">
              <span className="font-medium">{fullName(guardian)}</span>
              <span className="block text-xs text-ink-3">
                {[tRelationship(guardian.relationship), guardian.isPrimaryContact ? t("primaryContact") : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            {phone ? <PhoneLink phone={phone} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function PanelFailed(props: { error: unknown; retry: () => void; onClose: () => void }) {
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  if (isNotFound(props.error))
    return <NotFoundState actions={<Button onPress={props.onClose}>{tUi("close")}</Button>} />;
  return (
    <ErrorState actions={<Button onPress={props.retry}>{tUi("tryAgain")}</Button>}>
      {errorText(props.error).message}
    </ErrorState>
  );
}

/** Where the student stands in the page of the list that is shown. */
function useNeighbours(id: string, listed: StudentsUrl, alive: boolean) {
  const t = useTranslations("users.panel");
  const trpc = useTRPC();
  const { data: page } = useQuery({ ...trpc.student.list.queryOptions(pageOf(listed)), enabled: alive });
  const { data: counts } = useQuery({
    ...trpc.student.counts.queryOptions(filterOf(listed)),
    enabled: alive,
  });
  const rows = alive ? (page?.rows ?? []) : [];
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  if (!row || !page) return {};
  const place = page.from + index;
  return {
    name: listName(row),
    position: counts ? t("position", { place, total: counts.matching }) : t("place", { place }),
    previous: rows[index - 1]?.id,
    next: rows[index + 1]?.id,
  };
}
