"use client";

import { useTranslations } from "next-intl";
import { BrandPreview } from "@/components/settings/brand-preview";
import { ColorField } from "@/components/ui/color-field";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { DEFAULT_BRAND_COLOR } from "@/domain/setting-list";
import type { JoinField } from "./join-rules";
import type { JoinDraft } from "./use-join-draft";

export interface StepProps {
  draft: JoinDraft;
  onChange: (part: Partial<JoinDraft>) => void;
  /** What is wrong with a field, in words. */
  problem: (field: JoinField) => string | undefined;
}

/** How the school is called. */
export function SchoolStep({ draft, onChange, problem }: StepProps) {
  const t = useTranslations("join.school");
  return (
    <TextField
      label={t("label")}
      hint={t("hint")}
      autoComplete="organization"
      maxLength={200}
      value={draft.schoolName}
      error={problem("schoolName")}
      onChange={({ target }) => onChange({ schoolName: target.value })}
    />
  );
}

export interface AccountStepProps extends StepProps {
  email: string;
  /** Whether the address has an account: then its password is asked for, and nothing else. */
  hasAccount: boolean;
  password: string;
  onPassword: (password: string) => void;
}

/** Who administers the school first. */
export function AccountStep(props: AccountStepProps) {
  const { draft, onChange, problem, email, hasAccount, password, onPassword } = props;
  const t = useTranslations("join.account");
  return (
    <>
      <div className="grid gap-1">
        <span className="text-sm font-medium">{t("email")}</span>
        <span className="[overflow-wrap:anywhere]">{email}</span>
        <span className="text-xs text-ink-3">{t(hasAccount ? "knownHint" : "emailHint")}</span>
      </div>
      {/* Password managers keep an address with the password only where it is a field. */}
      <input
        type="email"
        value={email}
        readOnly
        autoComplete="username"
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      {hasAccount ? null : (
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="name"
          maxLength={200}
          value={draft.name}
          error={problem("name")}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      )}
      <PasswordField
        label={t(hasAccount ? "password" : "newPassword")}
        labelAside={hasAccount ? <Link href="/forgot-password">{t("forgot")}</Link> : undefined}
        hint={hasAccount ? undefined : t("passwordHint")}
        autoComplete={hasAccount ? "current-password" : "new-password"}
        value={password}
        error={problem("password")}
        onChange={({ target }) => onPassword(target.value)}
      />
    </>
  );
}

/** Colour and motto, with how they look by day and by night. */
export function LookStep({ draft, onChange, problem }: StepProps) {
  const t = useTranslations("join.look");
  return (
    <>
      <ColorField
        label={t("color")}
        value={draft.primaryColor}
        error={problem("primaryColor")}
        onChange={(primaryColor) => onChange({ primaryColor })}
      />
      <TextField
        label={t("motto")}
        hint={t("mottoHint")}
        optional
        maxLength={200}
        value={draft.motto}
        error={problem("motto")}
        onChange={({ target }) => onChange({ motto: target.value })}
      />
      <BrandPreview
        name={draft.schoolName}
        color={draft.primaryColor}
        fallback={DEFAULT_BRAND_COLOR}
        logoUrl={null}
      />
    </>
  );
}

/** The school year to begin with. */
export function YearStep({ draft, onChange, problem, years }: StepProps & { years: readonly string[] }) {
  const t = useTranslations("join.year");
  return (
    <RadioGroup
      label={t("label")}
      hint={t("hint")}
      options={years.map((year) => ({
        value: year,
        label: <span className="tabular-nums">{year}</span>,
        hint: year.includes("-") ? undefined : t("calendar"),
      }))}
      value={draft.year}
      error={problem("year")}
      onChange={(year) => onChange({ year })}
    />
  );
}
