import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Checklist } from "@/components/ui/checklist";
import type { SetupStep } from "@/domain/dashboard";

const WAYS: Record<SetupStep, string> = {
  look: "/org-admin/settings/branding",
  contact: "/org-admin/settings/contact",
  academics: "/org-admin/academics",
  coaches: "/org-admin/invitations/new",
  students: "/org-admin/invitations/new",
  firstClass: "/org-admin/classes/new",
};

/** Steps that there is a reason to come back to. */
const CHANGED_LATER: readonly SetupStep[] = ["look", "contact", "academics"];

/** What a new school does first; each step is ticked by what the school has, and the whole goes when it is done. */
export async function Setup({ steps }: { steps: readonly { step: SetupStep; done: boolean }[] }) {
  const t = await getTranslations("dashboard.setup");
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const next = steps.find((step) => !step.done)?.step;
  const variantOf = (step: SetupStep, isDone: boolean) =>
    isDone ? "quiet" : step === next ? "primary" : "default";
  return (
    <div className="max-w-[56rem]">
      <Checklist
        title={t("title")}
        done={done}
        total={steps.length}
        items={steps.map(({ step, done: isDone }) => ({
          id: step,
          done: isDone,
          title: isDone ? t(`steps.${step}.title`) : t("open", { title: t(`steps.${step}.title`) }),
          detail: t(`steps.${step}.detail`),
          action:
            isDone && !CHANGED_LATER.includes(step) ? undefined : (
              <ButtonLink size="sm" href={WAYS[step]} variant={variantOf(step, isDone)}>
                {isDone ? t("change") : t(`steps.${step}.action`)}
              </ButtonLink>
            ),
        }))}
      />
    </div>
  );
}
