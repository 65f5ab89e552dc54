"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { STUDENTS_PATH } from "@/components/students/list/students-url";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FootBar } from "@/components/ui/foot-bar";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";
import { useFailedRows } from "../use-failed-rows";

/** What would be done, in numbers, and the press that does it; a held import asks for a yes with the numbers first. */
export function CheckedFoot({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.foot");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const failed = useFailedRows(detail);
  const { id, counts, hold } = detail;
  const { created = 0, updated = 0, error = 0 } = counts;
  const count = created + updated;
  const start = useMutation(
    trpc.studentImport.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.studentImport.pathFilter()),
    }),
  );
  return (
    <>
      {start.error && !asking ? (
        <Callout tone="danger" role="alert">
          {errorText(start.error).message}
        </Callout>
      ) : null}
      <FootBar
        actions={
          <>
            {error > 0 ? (
              <Button
                variant="quiet"
                icon={<Download />}
                pending={failed.pending}
                onPress={failed.take}
                className="max-sm:hidden"
              >
                {t("download", { count: error })}
              </Button>
            ) : null}
            {count === 0 ? (
              <ButtonLink variant="primary" href={STUDENTS_PATH}>
                {t("toStudents")}
              </ButtonLink>
            ) : (
              <Button
                variant="primary"
                pending={start.isPending || start.isSuccess}
                onPress={() => (hold ? setAsking(true) : start.mutate({ id }))}
              >
                {t("import", { count })}
              </Button>
            )}
          </>
        }
      >
        <p role="status">
          <b>{count === 0 ? t("nothing") : t("will", { added: created, changed: updated, out: error })}</b>{" "}
          {count === 0 ? null : <span className="text-ink-2">{t("safe")}</span>}
        </p>
      </FootBar>
      {hold ? (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t("holdTitle", { ...hold })}
          confirmLabel={t("holdConfirm", { count: updated })}
          onConfirm={() => start.mutateAsync({ id, confirm: true })}
          errorMessage={(failure) => errorText(failure).message}
        >
          <p>{t("holdBody", { ...hold, created })}</p>
          <p className="mt-2">{t("safe")}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
