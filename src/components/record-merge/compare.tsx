"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { FootBar } from "@/components/ui/foot-bar";
import { Section } from "@/components/ui/section";
import { type MergeChoice, sensitivityOf } from "@/domain/record-merge-list";
import { fullName, GUARDIAN_TYPES, MAX_AUTHORIZED } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { ComparedPeople } from "./compared-people";
import { countOf } from "./family-choice";
import { FieldChoices } from "./field-choices";
import { mergeHref, type PairIds } from "./merge-url";
import { MovingParts } from "./moving-parts";
import { useRefreshRecords } from "./use-undo-merge";

export type Done = { id: string; kept: string; keptId: string; merged: string };

/** The two records side by side, what is kept of each field, what comes along, and the merge itself. */
export function Compare({ pair, onDone }: { pair: PairIds; onDone: (done: Done) => void }) {
  const t = useTranslations("recordMerge.compare");
  const tRefusal = useTranslations("errors.merge");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshRecords();
  const { data: preview, refetch } = useSuspenseQuery(trpc.recordMerge.preview.queryOptions(pair));
  const run = useMutation(trpc.recordMerge.run.mutationOptions());
  const show = useMutation(trpc.recordMerge.showSensitive.mutationOptions());
  const [choices, setChoices] = useState<Record<string, MergeChoice>>({});
  const [leave, setLeave] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string>();
  const { kept, merged, refusals, fields } = preview;
  const differing = fields.filter(({ isSame }) => !isSame);
  const sensitive = differing.map(({ field }) => sensitivityOf(field)).find((kind) => kind !== null);
  const isOver =
    countOf(preview.guardians, leave) > GUARDIAN_TYPES.length ||
    countOf(preview.authorized, leave) > MAX_AUTHORIZED;

  async function merge() {
    setFailure(undefined);
    try {
      const { id } = await run.mutateAsync({
        ...{ ...pair, choices, leave: [...leave], version: preview.version },
      });
      onDone({ id, kept: fullName(kept), keptId: kept.id, merged: fullName(merged) });
      await refresh();
    } catch (error) {
      setFailure(errorText(error).message);
      // What was changed meanwhile is shown; the choices stay.
      await refetch();
    }
  }

  async function reveal() {
    setFailure(undefined);
    try {
      await show.mutateAsync(pair);
    } catch (error) {
      setFailure(errorText(error).message);
    }
  }

  const toggle = (id: string, leaves: boolean) =>
    setLeave((before) => new Set(leaves ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <>
      {refusals.length > 0 ? (
        <Callout tone="warning" title={t("refused")}>
          {refusals.map(({ code, name }) => tRefusal(code, { name })).join(" ")}
        </Callout>
      ) : null}
      <ComparedPeople preview={preview} />
      <Section title={t("fields")}>
        <div className="mb-3 flex flex-wrap gap-2">
          {sensitive && !show.data ? (
            <Button size="sm" icon={<Eye />} pending={show.isPending} onPress={() => void reveal()}>
              {t(`show.${sensitive}`)}
            </Button>
          ) : null}
          <ButtonLink
            size="sm"
            icon={<ArrowLeftRight />}
            href={mergeHref({ kind: pair.kind, keep: pair.mergedId, other: pair.keptId })}
          >
            {t("swap")}
          </ButtonLink>
        </div>
        {differing.length > 0 ? (
          <FieldChoices
            fields={differing}
            choices={choices}
            names={{ kept: kept.code ?? fullName(kept), merged: merged.code ?? fullName(merged) }}
            revealed={new Map((show.data ?? []).map((one) => [one.field, one]))}
            onChoose={(field, choice) => setChoices((before) => ({ ...before, [field]: choice }))}
          />
        ) : null}
        <p className="mt-2 text-sm text-ink-3">{t("same", { count: fields.length - differing.length })}</p>
      </Section>
      <MovingParts preview={preview} leave={leave} onLeave={toggle} />
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
      <FootBar
        actions={
          <>
            <ButtonLink variant="quiet" href={mergeHref({ kind: pair.kind })}>
              {t("back")}
            </ButtonLink>
            <Button
              variant="primary"
              pending={run.isPending}
              disabled={refusals.length > 0 || isOver}
              onPress={() => void merge()}
            >
              {t("confirm")}
            </Button>
          </>
        }
      >
        <p className="text-ink-2">{t("undoable")}</p>
      </FootBar>
    </>
  );
}
