"use client";

import { Ellipsis, Pencil, PhoneCall, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Person } from "@/components/ui/person";
import { formatCedula } from "@/domain/identity/cedula";
import { fullName } from "@/domain/student-list";
import { RecordAccount } from "../account/record-account";
import { MailLink, PhoneLink } from "../contact-links";
import type { FamilyGuardian } from "../types";
import { Declared } from "./declared";
import { familyHref } from "./family-url";
import type { FamilyActions } from "./use-family-actions";

export interface GuardianCardProps {
  guardian: FamilyGuardian;
  /** The name leads to the family's page. */
  linked: boolean;
  /** Shows how the person signs in. */
  account: boolean;
  /** What may be done; nothing where the record is only read. */
  actions: FamilyActions | undefined;
  onEdit: () => void;
}

/** One guardian of a student: who, what they may, how to reach them. */
export function GuardianCard({ guardian, linked, account, actions, onEdit }: GuardianCardProps) {
  const t = useTranslations("students.family");
  const tType = useTranslations("students.guardianTypes");
  const tRelationship = useTranslations("students.relationships");
  const { contact } = guardian;
  const name = fullName(guardian);
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-label={name}>
      <div className="flex flex-wrap items-center gap-2">
        <Person
          name={name}
          href={linked ? familyHref(guardian.id) : undefined}
          meta={`${tRelationship(guardian.relationship)} · ${tType(guardian.type)}`}
        />
        {guardian.isPrimaryContact ? <Badge tone="info">{t("primaryContact")}</Badge> : null}
        {guardian.mayPickUp ? <Badge>{t("mayPickUp")}</Badge> : null}
        {actions ? (
          <span className="ml-auto">
            <Menu
              label={t("actions", { name })}
              trigger={<IconButton label={t("actions", { name })} icon={<Ellipsis />} />}
            >
              <MenuItem icon={<Pencil />} onAction={onEdit}>
                {t("editLink")}
              </MenuItem>
              {guardian.isPrimaryContact ? null : (
                <MenuItem icon={<PhoneCall />} onAction={() => actions.makePrimary(guardian)}>
                  {t("makePrimary")}
                </MenuItem>
              )}
              <MenuItem danger icon={<UserMinus />} onAction={() => actions.askRemoval(guardian)}>
                {t("removeGuardian")}
              </MenuItem>
            </Menu>
          </span>
        ) : null}
      </div>
      {contact ? (
        <DescriptionList
          items={[
            ...(contact.cedula ? [{ term: t("cedula"), value: formatCedula(contact.cedula) }] : []),
            ...phonesOf(contact).map(([kind, phone]) => ({
              term: t(kind),
              value: <PhoneLink phone={phone} />,
            })),
            ...(contact.email ? [{ term: t("email"), value: <MailLink email={contact.email} /> }] : []),
            ...(contact.address ? [{ term: t("address"), value: contact.address }] : []),
            ...(account
              ? [
                  {
                    term: t("account"),
                    value: (
                      <RecordAccount
                        record={{ kind: "guardian", id: guardian.id, name }}
                        edits={actions !== undefined}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      <Declared declared={guardian.declared} />
    </section>
  );
}

const PHONES = ["mobilePhone", "homePhone", "workPhone"] as const;

function phonesOf(contact: NonNullable<FamilyGuardian["contact"]>) {
  return PHONES.flatMap((kind) => (contact[kind] ? [[kind, contact[kind]] as const] : []));
}
