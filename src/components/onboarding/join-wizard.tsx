"use client";

import { ArrowLeft, ArrowRight, DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { Form } from "@/components/ui/form";
import { JOIN_STEPS } from "@/domain/onboarding-list";
import type { Theme } from "@/domain/preferences";
import { AddressStep } from "./address-step";
import { JoinDone } from "./join-done";
import { JoinFrame } from "./join-frame";
import { JoinSteps } from "./join-steps";
import { AccountStep, LookStep, SchoolStep, YearStep } from "./step-fields";
import { SummaryStep } from "./summary-step";
import { type JoinOptions, useJoin } from "./use-join";

export interface JoinWizardProps extends JoinOptions {
  theme: Theme;
  /** What stands before and after every subdomain. */
  around: { before: string; after: string };
  /** Who invites, and until when the link works. */
  foot: string;
}

/** From an invitation to a school, step by step. */
export function JoinWizard({ theme, around, foot, ...options }: JoinWizardProps) {
  const { token, invitation, hasAccount, years } = options;
  const t = useTranslations("join");
  const wizard = useJoin(options);
  const { draft, step, joined, attempt } = wizard;
  const heading = useRef<HTMLSpanElement>(null);
  const shown = useRef(step);

  // Another step is another page to whoever does not see it.
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // The form itself goes to what is wrong.
    if (attempt > 0) return;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [step, attempt]);

  if (joined) return <JoinDone token={token} theme={theme} joined={joined} />;

  const index = JOIN_STEPS.indexOf(step);
  const before = JOIN_STEPS[index - 1];
  const address = `${around.before}${draft.slug.trim().toLowerCase()}${around.after}`;
  const fields = { draft, onChange: wizard.change, problem: wizard.problem };
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!wizard.pending) void wizard.submit();
  }

  return (
    <JoinFrame
      theme={theme}
      school={{ ...draft, name: draft.schoolName || invitation.name }}
      title={
        <span ref={heading} tabIndex={-1} className="outline-none">
          {t(`title.${step}`)}
        </span>
      }
      description={t(`intro.${step}`)}
      foot={foot}
    >
      <JoinSteps current={step} reached={draft.reached} onGo={wizard.go} />
      <Form
        key={step}
        onSubmit={submit}
        attempt={attempt}
        errorCount={wizard.errorCount}
        error={wizard.failure}
      >
        {step === "school" ? <SchoolStep {...fields} /> : null}
        {step === "address" ? <AddressStep {...fields} token={token} around={around} /> : null}
        {step === "account" ? (
          <AccountStep
            {...fields}
            email={invitation.email}
            hasAccount={hasAccount}
            password={wizard.password}
            onPassword={wizard.setPassword}
          />
        ) : null}
        {step === "look" ? <LookStep {...fields} /> : null}
        {step === "year" ? <YearStep {...fields} years={years} /> : null}
        {step === "summary" ? (
          <>
            <SummaryStep draft={draft} email={invitation.email} address={address} onGo={wizard.go} />
            {wizard.lacksPassword ? (
              <Callout tone="info" title={t("passwordAgainTitle")}>
                {t("passwordAgainBody")}
              </Callout>
            ) : null}
          </>
        ) : null}
        <div className={cx("grid gap-2", before ? "grid-cols-[auto_minmax(0,1fr)]" : "grid-cols-1")}>
          {before ? (
            <Button icon={<ArrowLeft />} onPress={() => wizard.go(before)}>
              {t("back")}
            </Button>
          ) : null}
          <Button
            type="submit"
            variant="primary"
            block
            pending={wizard.pending}
            icon={step === "summary" ? <DoorOpen /> : <ArrowRight />}
          >
            {step === "summary"
              ? wizard.lacksPassword
                ? t("writePassword")
                : t("open")
              : draft.reached === "summary"
                ? t("toSummary")
                : t("next")}
          </Button>
        </div>
      </Form>
    </JoinFrame>
  );
}
