"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { FootBar } from "@/components/ui/foot-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import { useTRPC } from "@/trpc/client";
import { academicsHref } from "../academics-url";
import { useRefreshAcademics } from "../use-structure-actions";
import { DoneStep } from "./done-step";
import { PastRollovers } from "./past-rollovers";
import { firstChoice, planInput } from "./plan-input";
import { ReviewStep } from "./review-step";
import { SectionsStep } from "./sections-step";
import type { Chosen, Done, OldYear, Preview } from "./types";
import { YearsStep } from "./years-step";

const STEPS = ["years", "sections", "review"] as const;

/** From one school year to the next: which years, where every section goes and who stays, then what would be done. */
export function RolloverPage({ fromYearId }: { fromYearId?: string | undefined }) {
  const t = useTranslations("rollover");
  const trpc = useTRPC();
  const { data: draft } = useSuspenseQuery(trpc.rollover.draft.queryOptions({ fromYearId }));
  if (!draft.old)
    return (
      <PageBody>
        <PageHeader title={t("title")} />
        <div className="py-12">
          <EmptyState
            drawing="classroom"
            title={t("noYearTitle")}
            actions={
              <ButtonLink variant="primary" href={academicsHref({ tab: "years" })}>
                {t("toYears")}
              </ButtonLink>
            }
          >
            {t("noYearBody")}
          </EmptyState>
        </div>
      </PageBody>
    );
  // Another year begins anew: what was chosen is about the sections of one.
  return (
    <Wizard
      key={draft.old.year.id}
      old={draft.old}
      years={draft.years}
      initial={firstChoice(draft, draft.old)}
    />
  );
}

interface WizardProps {
  old: OldYear;
  years: React.ComponentProps<typeof YearsStep>["years"];
  initial: Chosen;
}

function Wizard({ old, years, initial }: WizardProps) {
  const t = useTranslations("rollover");
  const tYear = useTranslations("academics.year");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshAcademics();
  const look = useMutation(trpc.rollover.preview.mutationOptions());
  const run = useMutation(trpc.rollover.run.mutationOptions());
  const [step, setStep] = useState(0);
  const [chosen, setChosen] = useState(initial);
  const [preview, setPreview] = useState<Preview>();
  const [done, setDone] = useState<Done>();
  const [refusal, setRefusal] = useState<ErrorText>();
  const plan = () => planInput(old, chosen, (position) => tYear("termName", { position }));

  /** Asks what would be done; a new year that cannot be is told where it was written. */
  async function goTo(next: number) {
    setRefusal(undefined);
    if (next > step) {
      try {
        setPreview(await look.mutateAsync(plan()));
      } catch (error) {
        setRefusal(errorText(error));
        return;
      }
    }
    setStep(next);
  }

  async function confirm() {
    if (!preview) return;
    setRefusal(undefined);
    const { promoted, heldBack, graduated } = preview.counts;
    try {
      setDone(await run.mutateAsync({ ...plan(), expected: { promoted, heldBack, graduated } }));
      setStep(STEPS.length);
      await refresh();
    } catch (error) {
      const told = errorText(error);
      // The figures as they are now, to be confirmed anew.
      await look.mutateAsync(plan()).then(setPreview, () => undefined);
      setRefusal(told);
    }
  }

  if (done && preview) return <DoneStep done={done} preview={preview} />;
  const isLast = step === STEPS.length - 1;
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("description")}
        aside={
          <Stepper label={t("steps.label")} steps={STEPS.map((name) => t(`steps.${name}`))} current={step} />
        }
      />
      {refusal ? (
        <Callout tone="danger" role="alert">
          {refusal.message}
        </Callout>
      ) : null}
      {step === 0 ? (
        <>
          <YearsStep old={old} years={years} chosen={chosen} refusal={refusal} onChange={setChosen} />
          <PastRollovers />
        </>
      ) : null}
      {step === 1 ? <SectionsStep old={old} chosen={chosen} onChange={setChosen} /> : null}
      {isLast && preview ? <ReviewStep old={old} preview={preview} /> : null}
      <FootBar
        actions={
          <>
            {step === 0 ? (
              <ButtonLink variant="quiet" href={academicsHref({})}>
                {t("cancel")}
              </ButtonLink>
            ) : (
              <Button variant="quiet" disabled={run.isPending} onPress={() => void goTo(step - 1)}>
                {t("back")}
              </Button>
            )}
            {isLast ? (
              <Button variant="primary" pending={run.isPending} onPress={() => void confirm()}>
                {t("confirm", { year: preview?.to ?? "" })}
              </Button>
            ) : (
              <Button variant="primary" pending={look.isPending} onPress={() => void goTo(step + 1)}>
                {t("next")}
              </Button>
            )}
          </>
        }
      >
        {isLast ? <p className="text-ink-2">{t("undoable")}</p> : null}
      </FootBar>
    </PageBody>
  );
}
