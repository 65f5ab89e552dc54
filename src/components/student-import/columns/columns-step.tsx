"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FootBar } from "@/components/ui/foot-bar";
import { Switch } from "@/components/ui/switch";
import { useTRPC } from "@/trpc/client";
import { DiscardButton } from "../discard-button";
import { importParsers } from "../import-url";
import { StepTitle } from "../step-title";
import type { ImportDetail } from "../types";
import { ColumnsTable } from "./columns-table";
import { MissingFields } from "./missing-fields";
import { TablePart } from "./table-part";
import { useMapping } from "./use-mapping";

/** What each column of the file means: found by itself, to be looked at, changed and remembered. */
export default function ColumnsStep({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.columns");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [, setUrl] = useQueryStates(importParsers);
  const { columns, missing, isChanged, choose, reset } = useMapping(detail);
  const [remember, setRemember] = useState(true);
  const check = useMutation(trpc.studentImport.check.mutationOptions());
  const matched = columns.filter(({ field }) => field !== null).length;
  const left = columns.length - matched;
  const isAgain = detail.state !== "mapped";

  function start() {
    check.mutate(
      { id: detail.id, mapping: columns.map(({ field }) => field), remember },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries(trpc.studentImport.pathFilter());
          reset();
          await setUrl({ step: null, group: null, after: null, trail: null });
        },
      },
    );
  }

  return (
    <>
      <section className="grid min-w-0 grid-cols-1 gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <StepTitle>{t("matched", { matched, total: columns.length })}</StepTitle>
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:ml-0">
            {isChanged ? (
              <Button size="sm" variant="quiet" icon={<RotateCcw />} onPress={reset}>
                {t("reset")}
              </Button>
            ) : null}
            <Switch isOn={remember} onSwitch={setRemember}>
              {t("remember")}
            </Switch>
            {isAgain ? null : <DiscardButton id={detail.id} />}
          </div>
        </div>
        <TablePart detail={detail} />
        <MissingFields missing={missing} />
        {check.error ? (
          <Callout tone="danger" role="alert">
            {errorText(check.error).message}
          </Callout>
        ) : null}
        <ColumnsTable columns={columns} onChoose={choose} />
      </section>
      <FootBar
        actions={
          <>
            {isAgain ? (
              <Button variant="quiet" onPress={() => void setUrl({ step: null })}>
                {t("back")}
              </Button>
            ) : null}
            <Button
              variant="primary"
              disabled={missing.length > 0}
              pending={check.isPending || check.isSuccess}
              onPress={start}
            >
              {t("check", { count: detail.rowCount })}
            </Button>
          </>
        }
      >
        <span className="text-ink-2">
          {missing.length > 0 ? t("missingFirst", { count: missing.length }) : t("left", { count: left })}
        </span>
      </FootBar>
    </>
  );
}
