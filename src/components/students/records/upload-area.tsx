"use client";

import { RotateCcw, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { DOCUMENT_TYPES, FAMILY_DOCUMENT_KINDS } from "@/domain/student-document-list";
import { STUDENT_DOCUMENT_KINDS, type StudentDocumentKind } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { type Upload, type Uploads, useUploads } from "./use-uploads";

export interface UploadAreaProps {
  studentId: string;
  /** Says that one has arrived. */
  onDone: (name: string) => void;
}

/** Where papers of a student are dropped, several at once; what is under way, and what was refused and why. */
export function UploadArea({ studentId, onDone }: UploadAreaProps) {
  const t = useTranslations("students.documents");
  const tKind = useTranslations("students.paperKinds");
  const [kind, setKind] = useState<StudentDocumentKind>("other");
  const uploads = useUploads(studentId, onDone);
  return (
    <div className="grid gap-3">
      <Select
        label={t("kindOfNext")}
        hint={t(FAMILY_DOCUMENT_KINDS.includes(kind) ? "familySees" : "schoolOnly")}
        value={kind}
        onChange={(event) => setKind(oneOf(STUDENT_DOCUMENT_KINDS, event.target.value) ?? "other")}
        options={STUDENT_DOCUMENT_KINDS.map((value) => ({ value, label: tKind(value) }))}
        className="max-w-form"
      />
      <FileDrop
        multiple
        label={t("drop")}
        chooseLabel={t("choose")}
        accept={DOCUMENT_TYPES.join(",")}
        onFile={(file) => uploads.add(file, kind)}
      />
      {uploads.items.length > 0 ? (
        <ul aria-label={t("underWay")} className="grid gap-2">
          {uploads.items.map((item) => (
            <UploadItem key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function UploadItem({ item, uploads }: { item: Upload; uploads: Uploads }) {
  const t = useTranslations("students.documents");
  const say = useRefusalText();
  const { number } = useFormatter();
  const { name } = item.file;
  const share = number(item.progress, { style: "percent", maximumFractionDigits: 0 });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line px-4 py-3 text-sm">
      <span className="min-w-0 flex-[1_1_14rem]">
        <span className="block truncate font-medium">{name}</span>
        {item.refusal ? (
          <span role="alert" className="block text-danger-text">
            {say(item.refusal.key, item.refusal.values)}
          </span>
        ) : (
          <ProgressBar
            label={t("sending", { name })}
            value={item.progress}
            max={1}
            detail={item.state === "waiting" ? t("waiting") : item.progress === 1 ? t("checking") : share}
          />
        )}
      </span>
      {item.state === "failed" ? (
        <Button size="sm" icon={<RotateCcw />} onPress={() => uploads.again(item.key)}>
          {t("again")}
        </Button>
      ) : null}
      <IconButton
        label={t(item.state === "failed" ? "dismiss" : "cancel", { name })}
        icon={<X />}
        onPress={() => uploads.cancel(item.key)}
      />
    </li>
  );
}
