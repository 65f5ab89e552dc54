"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldMessage } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { COACH_INVITABLE_ROLES, DEFAULT_ROLES, MAX_INVITATION_DAYS } from "@/domain/setting-list";
import { oneOf } from "@/lib/one-of";
import { SettingNumber } from "./setting-number";
import { SettingsForm } from "./settings-form";
import { useFieldWords } from "./use-field-words";
import { type SettingsForm as FormState, useSettingsForm } from "./use-settings-form";

/** What an invitation begins with, and what coaches may invite. */
export function InvitationsPage() {
  const t = useTranslations("settings");
  const tRole = useTranslations("roles");
  const words = useFieldWords();
  const form = useSettingsForm("invitations");
  const { "invitations.defaultRole": role } = form.values;
  return (
    <SettingsForm page="invitations" form={form}>
      <SettingNumber
        form={form}
        field="invitations.days"
        unit={t("daysUnit")}
        min={1}
        max={MAX_INVITATION_DAYS}
      />
      <Select
        label={words.label("invitations.defaultRole")}
        hint={words.hint("invitations.defaultRole")}
        options={DEFAULT_ROLES.map((value) => ({ value, label: tRole(value) }))}
        value={role}
        onChange={({ target: { value } }) =>
          form.change("invitations.defaultRole", oneOf(DEFAULT_ROLES, value) ?? role)
        }
      />
      <CoachRoles form={form} />
    </SettingsForm>
  );
}

function CoachRoles({ form }: { form: FormState }) {
  const t = useTranslations("settings.coachRoles");
  const words = useFieldWords();
  const id = useId();
  const chosen = form.values["invitations.coachRoles"];
  return (
    <fieldset aria-describedby={id} className="grid min-w-0 gap-1">
      <legend className="mb-1 text-sm font-medium">{words.label("invitations.coachRoles")}</legend>
      {COACH_INVITABLE_ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          onChange={({ target: { checked } }) =>
            form.change(
              "invitations.coachRoles",
              COACH_INVITABLE_ROLES.filter((each) => (each === role ? checked : chosen.includes(each))),
            )
          }
        >
          {t(role)}
        </Checkbox>
      ))}
      <FieldMessage id={id} tone="hint">
        {words.hint("invitations.coachRoles")}
      </FieldMessage>
    </fieldset>
  );
}
