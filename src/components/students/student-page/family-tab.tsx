"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Person } from "@/components/ui/person";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/permissions";
import { fullName, GUARDIAN_TYPES, MAX_AUTHORIZED } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { PhoneLink } from "../contact-links";
import { GuardianCard } from "../family/guardian-card";
import { useFamilyActions } from "../family/use-family-actions";
import { studentHref } from "../student-url";
import { usePlaceWords } from "../student-words";
import type { Family, FamilyGuardian } from "../types";
import type { StudentTabProps } from "./tab-props";

const AddGuardianDialog = lazy(() => import("../family/add-guardian-dialog"));
const LinkDialog = lazy(() => import("../family/link-dialog"));
const AuthorizedDialog = lazy(() => import("../family/authorized-dialog"));

type Asked =
  | { kind: "add" }
  | { kind: "link"; guardian: FamilyGuardian }
  | { kind: "authorized"; place: number };

/** Who cares for the student: guardians in their order, who else may pick up, siblings. */
export default function FamilyTab({ student, area, viewer }: StudentTabProps) {
  const t = useTranslations("students.family");
  const trpc = useTRPC();
  const place = usePlaceWords();
  const { data: family } = useSuspenseQuery(trpc.student.family.queryOptions({ id: student.id }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const actions = useFamilyActions(student.id);
  const edits = student.rights.edit;
  const close = () => setAsked(null);
  return (
    <div className="flex flex-col gap-(--stack)">
      <Section
        title={t("guardians")}
        actions={
          edits && family.guardians.length < GUARDIAN_TYPES.length ? (
            <Button size="sm" icon={<Plus />} onPress={() => setAsked({ kind: "add" })}>
              {t("addGuardian")}
            </Button>
          ) : null
        }
      >
        {family.guardians.length === 0 ? <p className="text-sm text-ink-3">{t("noGuardians")}</p> : null}
        <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
          {family.guardians.map((guardian) => (
            <GuardianCard
              key={guardian.linkId}
              guardian={guardian}
              linked={area === "/org-admin"}
              account={area === "/org-admin" && can(viewer.role, "student:manage")}
              actions={edits ? actions : undefined}
              onEdit={() => setAsked({ kind: "link", guardian })}
            />
          ))}
        </div>
      </Section>
      <Section
        title={t("authorized")}
        actions={
          edits && family.authorized.length < MAX_AUTHORIZED ? (
            <Button
              size="sm"
              icon={<Plus />}
              onPress={() => setAsked({ kind: "authorized", place: freePlace(family) })}
            >
              {t("addAuthorized")}
            </Button>
          ) : null
        }
      >
        {family.authorized.length === 0 ? <p className="text-sm text-ink-3">{t("noAuthorized")}</p> : null}
        <ul className="grid grid-cols-1 gap-2 text-sm">
          {family.authorized.map((person) => (
            <Authorized
              key={person.id}
              person={person}
              onEdit={edits ? () => setAsked({ kind: "authorized", place: person.place }) : undefined}
              onRemove={edits ? () => actions.removeAuthorized(person) : undefined}
            />
          ))}
        </ul>
      </Section>
      <Section title={t("siblings")}>
        {family.siblings.length === 0 ? <p className="text-sm text-ink-3">{t("noSiblings")}</p> : null}
        <ul className="grid grid-cols-1 gap-2 text-sm">
          {family.siblings.map((sibling) => (
            <li key={sibling.id}>
              <Person name={fullName(sibling)} href={studentHref(area, sibling.id)} meta={place(sibling)} />
            </li>
          ))}
        </ul>
      </Section>
      {actions.dialogs}
      <Suspense fallback={null}>
        {asked?.kind === "add" ? (
          <AddGuardianDialog studentId={student.id} family={family} onClose={close} />
        ) : null}
        {asked?.kind === "link" ? <LinkDialog guardian={asked.guardian} onClose={close} /> : null}
        {asked?.kind === "authorized" ? (
          <AuthorizedDialog
            studentId={student.id}
            place={asked.place}
            person={family.authorized.find((person) => person.place === asked.place)}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function freePlace({ authorized }: Family): number {
  return authorized.some(({ place }) => place === 1) ? 2 : 1;
}

function Authorized(props: {
  person: Family["authorized"][number];
  onEdit: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations("students.family");
  const tRelationship = useTranslations("students.relationships");
  const { person, onEdit, onRemove } = props;
  const name = fullName(person);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Person name={name} meta={person.relationship ? tRelationship(person.relationship) : undefined} />
      {person.phones?.mobilePhone ? <PhoneLink phone={person.phones.mobilePhone} /> : null}
      {onEdit ? (
        <Button size="sm" variant="quiet" aria-label={t("editNamed", { name })} onPress={onEdit}>
          {t("edit")}
        </Button>
      ) : null}
      {onRemove ? (
        <Button size="sm" variant="quiet" aria-label={t("removeNamed", { name })} onPress={onRemove}>
          {t("remove")}
        </Button>
      ) : null}
    </li>
  );
}
