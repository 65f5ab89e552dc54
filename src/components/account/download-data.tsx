"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useDownload } from "@/components/use-download";

/** Fetches the copy of one's own data. */
export function DownloadData() {
  const t = useTranslations("account.data");
  const { take, pending } = useDownload();
  return (
    <div>
      <Button
        variant="primary"
        icon={<Download />}
        pending={pending}
        onPress={() => take("/api/export/my-data", "homeroom.json")}
      >
        {t("download")}
      </Button>
    </div>
  );
}
