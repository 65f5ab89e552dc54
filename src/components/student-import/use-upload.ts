"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { useTRPC } from "@/trpc/client";
import { importHref } from "./import-url";

type Upload = { name: string; error?: string };
type Answer = { id: string } | { error: { key: string; values: Record<string, string | number> } };

/** Sends a file of students and goes on to the page of its import. */
export function useUpload() {
  const t = useTranslations("errors");
  const tUpload = useTranslations("studentImport.upload");
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [upload, setUpload] = useState<Upload>();
  type Key = Parameters<typeof t>[0];

  async function send(file: File) {
    const { name } = file;
    const refuse = (error: string) => setUpload({ name, error });
    // What is refused in any case need not travel first.
    if (file.size === 0) return refuse(t("importFile.empty"));
    if (file.size > IMPORT_LIMITS.bytes) return refuse(t("importFile.tooLarge"));
    setUpload({ name });
    // Its disk may have been taken out, or the file moved away, since it was chosen.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return refuse(tUpload("unreadable"));
    const answer = await post(name, bytes).catch(() => undefined);
    if (!answer) return refuse(t("unreachable"));
    if ("error" in answer) {
      const { key, values } = answer.error;
      return refuse(t.has(key as Key) ? t(key as Key, values) : t("failed"));
    }
    void queryClient.invalidateQueries(trpc.studentImport.list.pathFilter());
    router.push(importHref(answer.id));
  }

  return { upload, isSending: upload !== undefined && upload.error === undefined, send };
}

/** Throws where there is no answer of ours. */
async function post(name: string, body: ArrayBuffer): Promise<Answer> {
  const response = await fetch(`/api/import/students?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body,
  });
  return response.json();
}
