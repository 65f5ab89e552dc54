"use client";

import { Download, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { InvitedSchools } from "../types";
import { SchoolVerdictTable } from "./school-verdict-table";
import { useDownloadSchools } from "./use-download-schools";

/** What became of a list: how many are invited, and the lines that stayed out. */
export function ImportResult({ result, onAnother }: { result: InvitedSchools; onAnother: () => void }) {
  const t = useTranslations("schoolImport");
  const download = useDownloadSchools();
  const { invited, total, failed } = result;
  return (
    <div className="grid grid-cols-1 gap-(--stack)">
      <Callout
        tone={invited > 0 ? "success" : "neutral"}
        role="status"
        title={t("sent", { count: invited, total })}
        actions={
          <>
            <ButtonLink href="/admin/invitations" icon={<Send />}>
              {t("toInvitations")}
            </ButtonLink>
            {failed.length > 0 ? (
              <Button variant="quiet" icon={<Download />} onPress={() => download(failed)}>
                {t("download", { count: failed.length })}
              </Button>
            ) : null}
            <Button variant="quiet" onPress={onAnother}>
              {t("another")}
            </Button>
          </>
        }
      >
        {t("sentBody")}
      </Callout>
      {failed.length > 0 ? <SchoolVerdictTable verdicts={failed} /> : null}
    </div>
  );
}
