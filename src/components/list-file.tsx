"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { useErrorText } from "./error-text";
import { fileToBase64 } from "./file-to-base64";

export interface ListFileProps {
  /** Reads the bytes, in base64, as a list of lines. */
  read: (content: string) => Promise<{ text: string }>;
  onText: (text: string) => void;
}

/** A place for a spreadsheet whose rows become the lines of a list. */
export function ListFile({ read, onText }: ListFileProps) {
  const t = useTranslations("listFile");
  const errorText = useErrorText();
  const [file, setFile] = useState<{ name: string; state: "reading" | "read" | "failed"; error?: string }>();

  async function take(given: File) {
    const { name } = given;
    setFile({ name, state: "reading" });
    try {
      onText((await read(await fileToBase64(given))).text);
      setFile({ name, state: "read" });
    } catch (error) {
      setFile({ name, state: "failed", error: errorText(error).message });
    }
  }

  return (
    <FileDrop
      label={
        <span role="status">
          {file?.state === "reading" || file?.state === "read"
            ? t(file.state, { name: file.name })
            : t("label")}
        </span>
      }
      chooseLabel={t("choose")}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      onFile={take}
      disabled={file?.state === "reading"}
      error={file?.error}
    />
  );
}
