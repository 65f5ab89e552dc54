"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { documentFormSchema } from "@/domain/student-document";
import { FAMILY_DOCUMENT_KINDS } from "@/domain/student-document-list";
import { STUDENT_DOCUMENT_KINDS } from "@/domain/student-list";
import { useTRPCClient } from "@/trpc/client";
import type { StudentDocument } from "../types";
import { RecordDialog } from "./record-dialog";

type Input = z.input<typeof documentFormSchema>;
type Output = z.output<typeof documentFormSchema>;

export interface DocumentFormProps {
  document: StudentDocument;
  onSaved: () => void;
  onClose: () => void;
}

/** What a document is called, and what it is. */
export default function DocumentForm({ document, onSaved, onClose }: DocumentFormProps) {
  const t = useTranslations("students.documents");
  const tKind = useTranslations("students.paperKinds");
  const client = useTRPCClient();
  const { id, name, kind } = document;
  const base = { name: name.replace(/\.[a-z]+$/, ""), kind };
  return (
    <RecordDialog<Input, Output>
      title={t("editTitle")}
      saveLabel={t("save")}
      saved={t("saved")}
      schema={() => import("@/domain/student-document").then((schemas) => schemas.documentFormSchema)}
      initial={base}
      record={base}
      save={(given) => client.document.update.mutate({ id, ...given })}
      label={(field) => t(field as keyof Output)}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ register, watch, wrong }) => (
        <>
          <TextField {...register("name")} label={t("name")} autoComplete="off" error={wrong("name")} />
          <Select
            {...register("kind")}
            label={t("kind")}
            hint={t(FAMILY_DOCUMENT_KINDS.includes(watch("kind")) ? "familySees" : "schoolOnly")}
            options={STUDENT_DOCUMENT_KINDS.map((value) => ({ value, label: tKind(value) }))}
          />
        </>
      )}
    </RecordDialog>
  );
}
