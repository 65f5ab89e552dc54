"use client";

import { useTranslations } from "next-intl";
import { FileDrop } from "@/components/ui/file-drop";
import { useUpload } from "./use-upload";

/** The place for a file of students, with what it may be; a file that is none is told why, and what to do. */
export function UploadPart({ chooseLabel }: { chooseLabel?: string }) {
  const t = useTranslations("studentImport.upload");
  const { upload, isSending, send } = useUpload();
  return (
    <div className="grid max-w-measure grid-cols-1 gap-2" aria-busy={isSending || undefined}>
      <FileDrop
        label={
          <span role="status">
            {isSending ? t("sending", { name: upload?.name ?? "" }) : upload ? upload.name : t("drop")}
          </span>
        }
        chooseLabel={chooseLabel ?? t("choose")}
        accept=".xls,.xlsx,.csv"
        disabled={isSending}
        onFile={(file) => void send(file)}
        error={upload?.error && <span role="alert">{upload.error}</span>}
      />
      <p className="text-xs text-ink-3">{t("limits")}</p>
    </div>
  );
}
