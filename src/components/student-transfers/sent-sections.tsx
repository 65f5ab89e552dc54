import { useTranslations } from "next-intl";
import { TRANSFER_SECTIONS, type TransferSection } from "@/domain/student-list";

/** The parts of a record that go along, each with what it holds, and those that do not. */
export function SentSections({ sections }: { sections: readonly TransferSection[] }) {
  const t = useTranslations("studentTransfers.sections");
  const stays = TRANSFER_SECTIONS.filter((section) => !sections.includes(section));
  return (
    <>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {sections.map((section) => (
          <li key={section} className="grid gap-0.5 py-2">
            <span className="font-medium">{t(`${section}.name`)}</span>
            <span className="text-xs text-ink-3">{t(`${section}.what`)}</span>
          </li>
        ))}
      </ul>
      {stays.length > 0 ? (
        <p className="mt-2 text-xs text-ink-3">
          {t("stays", { sections: stays.map((section) => t(`${section}.name`)).join(", ") })}
        </p>
      ) : null}
    </>
  );
}
