"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { TransferSection } from "@/domain/student-list";
import { CHOSEN_SECTIONS } from "@/domain/student-transfer-list";
import type { Prepared } from "../types";
import type { SendFormValues } from "./send-form-values";
import { useHeld } from "./use-held";

/** The parts of the record that go along; the profile always does. */
export function SectionChoice({
  control,
  sends,
}: {
  control: Control<SendFormValues>;
  sends: Prepared["sends"];
}) {
  const t = useTranslations("studentTransfers");
  const held = useHeld(sends);
  const { field } = useController({ control, name: "sections" });
  const toggle = (section: TransferSection, isOn: boolean) =>
    field.onChange(CHOSEN_SECTIONS.filter((each) => (each === section ? isOn : field.value.includes(each))));
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-sm font-medium">{t("send.sections")}</legend>
      <Checkbox checked disabled hint={t("sections.profile.what")}>
        {t("sections.profile.name")} <span className="text-ink-3">{t("send.always")}</span>
      </Checkbox>
      {CHOSEN_SECTIONS.map((section) => (
        <Checkbox
          key={section}
          checked={field.value.includes(section)}
          onChange={({ target }) => toggle(section, target.checked)}
          hint={held(section)}
        >
          {t(`sections.${section}.name`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
