import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";

/** Facts of a record; what nobody has given is a dash. */
export function Facts({ items }: { items: readonly (readonly [term: string, value: string])[] }) {
  const t = useTranslations("students");
  return (
    <DescriptionList
      items={items.map(([term, value]) => ({
        term,
        value: value ? (
          <span className="whitespace-pre-line">{value}</span>
        ) : (
          <>
            <span aria-hidden="true" className="text-ink-3">
              –
            </span>
            <span className="sr-only">{t("notGiven")}</span>
          </>
        ),
      }))}
    />
  );
}
