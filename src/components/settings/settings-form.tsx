"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useId } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SaveState } from "@/components/ui/save-state";
import { LeaveGuard } from "./leave-guard";
import type { SettingsPage } from "./pages";
import { SettingsFrame } from "./settings-frame";
import type { SettingsForm as FormState } from "./use-settings-form";

const ConflictNotice = lazy(() =>
  import("./conflict-notice").then(({ ConflictNotice: component }) => ({ default: component })),
);

export interface SettingsFormProps {
  page: Extract<SettingsPage, "general" | "branding" | "contact" | "region" | "official" | "invitations">;
  form: FormState;
  /** Stands beside the form where there is room, such as a preview. */
  aside?: ReactNode;
  /** Stands below the form and is not saved with it. */
  below?: ReactNode;
  children: ReactNode;
}

/** A page of settings with its fields; what is not saved, and the button that saves it, stand in the page's head. */
export function SettingsForm({ page, form, aside, below, children }: SettingsFormProps) {
  const t = useTranslations("settings");
  const id = useId();
  return (
    <SettingsFrame
      page={page}
      aside={aside}
      actions={
        <>
          <SaveState changes={form.count} saving={form.saving} saved={form.saved} />
          {form.count > 0 ? (
            <Button variant="quiet" onPress={form.discard} disabled={form.saving}>
              {t("discard")}
            </Button>
          ) : null}
          <Button type="submit" form={id} variant="primary" pending={form.saving} disabled={form.count === 0}>
            {t(`save.${page}`)}
          </Button>
        </>
      }
      notice={
        form.stale.length > 0 ? (
          <Suspense fallback={null}>
            <ConflictNotice
              stale={form.stale}
              values={form.values}
              saving={form.saving}
              onSettle={form.settle}
            />
          </Suspense>
        ) : null
      }
    >
      <div className="grid max-w-form grid-cols-1 content-start gap-8">
        <Form
          id={id}
          onSubmit={form.submit}
          error={form.failure}
          errorCount={form.errorCount}
          attempt={form.attempt}
        >
          {children}
        </Form>
        {below}
      </div>
      <LeaveGuard count={form.count} onDiscard={form.discard} />
    </SettingsFrame>
  );
}
