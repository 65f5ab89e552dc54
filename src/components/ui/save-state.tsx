import { CircleCheck, LoaderCircle, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";

export interface SaveStateProps {
  /** How many fields differ from what is saved. */
  changes: number;
  saving?: boolean;
  /** Everything was saved a moment ago; shown while there are no changes. */
  saved?: boolean;
}

/** How many changes wait to be saved; beside the button that saves, announced politely. */
export function SaveState({ changes, saving, saved }: SaveStateProps) {
  const t = useTranslations("ui.saveState");
  return (
    <span
      role="status"
      className="inline-flex min-h-(--control-h) items-center gap-1.5 text-sm whitespace-nowrap text-ink-2 empty:hidden"
    >
      {saving ? (
        <>
          <LoaderCircle className="animate-spin text-icon" />
          {t("saving")}
        </>
      ) : changes > 0 ? (
        <>
          <Pencil className="text-warning" />
          {t("changes", { count: changes })}
        </>
      ) : saved ? (
        <>
          <CircleCheck className="text-success" />
          {t("saved")}
        </>
      ) : null}
    </span>
  );
}
