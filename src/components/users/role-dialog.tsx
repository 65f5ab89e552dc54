"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { outranks, type Role, rolesThatMayBeGivenBy } from "@/domain/roles";
import type { Subject, Viewer } from "./types";

export interface RoleDialogProps {
  viewer: Viewer;
  people: readonly Subject[];
  onClose: () => void;
  /** The dialog closes when it is done, and stays, with what was chosen, when it throws. */
  onChoose: (role: Role) => Promise<void>;
}

/** Which role these people get. */
export default function RoleDialog({ viewer, people, onClose, onChoose }: RoleDialogProps) {
  const t = useTranslations("users.roleDialog");
  const tUi = useTranslations("ui");
  const tRole = useTranslations("roles");
  const errorText = useErrorText();
  const only = people.length === 1 ? people[0] : undefined;
  const [role, setRole] = useState<Role | null>(only?.role ?? null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const losesClasses =
    role !== null && !coaches(role) && people.some((person) => coaches(person.role) && person.role !== role);

  async function choose() {
    if (role === null) return;
    setPending(true);
    setFailure(null);
    try {
      await onChoose(role);
      onClose();
    } catch (error) {
      setFailure(errorText(error).message);
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || pending || onClose()}
      title={t("title", { count: people.length, name: only?.name ?? "" })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button
            variant="primary"
            pending={pending}
            disabled={role === null || role === only?.role}
            onPress={choose}
          >
            {t("confirm", { count: people.length })}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <RadioGroup
        label={t("label")}
        value={role}
        onChange={setRole}
        options={rolesThatMayBeGivenBy(viewer.role).map((option) => ({
          value: option,
          label: tRole(option),
          hint: t(`hints.${option}`),
        }))}
      />
      {losesClasses ? <Callout tone="warning">{t("losesClasses", { count: people.length })}</Callout> : null}
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
    </Dialog>
  );
}

/** Whether people of this role can lead a class. */
function coaches(role: Role): boolean {
  return outranks(role, "PARENT");
}
