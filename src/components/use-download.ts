"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { saveFile } from "./save-file";

/** Fetches a file and hands it over; says so where it could not be made, with a way to try again. */
export function useDownload(onTaken?: (headers: Headers) => void) {
  const t = useTranslations("ui");
  const [pending, setPending] = useState(false);

  async function take(href: string, fallbackName: string) {
    setPending(true);
    try {
      const answer = await fetch(href);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      saveFile(nameIn(answer.headers) ?? fallbackName, await answer.blob());
      onTaken?.(answer.headers);
    } catch {
      toast(t("downloadFailed"), { label: t("tryAgain"), onAction: () => void take(href, fallbackName) });
    } finally {
      setPending(false);
    }
  }

  return { take: (href: string, fallbackName: string) => void take(href, fallbackName), pending };
}

function nameIn(headers: Headers): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1];
}
