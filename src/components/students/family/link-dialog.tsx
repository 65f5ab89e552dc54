"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { fullName, GUARDIAN_TYPES, RELATIONSHIPS } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import type { FamilyGuardian } from "../types";
import { useRefreshFamilies } from "./use-family";

/** Changes what a guardian is to a student; two who ask for one place exchange theirs. */
export default function LinkDialog({ guardian, onClose }: { guardian: FamilyGuardian; onClose: () => void }) {
  const t = useTranslations("students.editLink");
  const tField = useTranslations("students.fields");
  const tAdd = useTranslations("students.addGuardian");
  const tType = useTranslations("students.guardianTypes");
  const tRelationship = useTranslations("students.relationships");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshFamilies();
  const id = useId();
  const update = useMutation(trpc.guardian.updateLink.mutationOptions());
  const [type, setType] = useState(guardian.type);
  const [relationship, setRelationship] = useState(guardian.relationship);
  const [mayPickUp, setMayPickUp] = useState(guardian.mayPickUp);

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      await update.mutateAsync({ linkId: guardian.linkId, type, relationship, mayPickUp });
      refresh();
      onClose();
    } catch {
      // What the server said stands in the dialog.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || update.isPending || onClose()}
      dismissable={false}
      title={t("title", { name: fullName(guardian) })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={update.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={id} variant="primary" pending={update.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        <Select
          label={tField("relationship")}
          value={relationship}
          options={RELATIONSHIPS.map((value) => ({ value, label: tRelationship(value) }))}
          onChange={(event) =>
            setRelationship(oneOf(RELATIONSHIPS, event.currentTarget.value) ?? relationship)
          }
        />
        <Select
          label={tField("type")}
          hint={t("exchange")}
          value={type}
          options={GUARDIAN_TYPES.map((value) => ({ value, label: tType(value) }))}
          onChange={(event) => setType(oneOf(GUARDIAN_TYPES, event.currentTarget.value) ?? type)}
        />
        <Checkbox checked={mayPickUp} onChange={(event) => setMayPickUp(event.currentTarget.checked)}>
          {tAdd("mayPickUp")}
        </Checkbox>
        {update.error ? (
          <Callout tone="danger" role="alert">
            {errorText(update.error).message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
