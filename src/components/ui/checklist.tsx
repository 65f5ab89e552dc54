import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { ProgressBar } from "./progress-bar";
import { Section } from "./section";

export interface ChecklistItem {
  id: string;
  done: boolean;
  title: ReactNode;
  detail?: ReactNode;
  /** One small button or link; primary for the step that comes next. */
  action?: ReactNode;
}

export interface ChecklistProps {
  title: string;
  done: number;
  total: number;
  items: readonly ChecklistItem[];
  /** Stands after the count, such as "about 20 minutes". */
  meta?: ReactNode;
}

/** Steps that can be taken in any order, and how many are done. */
export function Checklist({ title, done, total, items, meta }: ChecklistProps) {
  const t = useTranslations("ui");
  const next = items.find((item) => !item.done)?.id;
  return (
    <Section
      title={title}
      meta={
        <>
          {t("checklist.done", { done, total })}
          {meta ? <> · {meta}</> : null}
        </>
      }
    >
      <div className="grid gap-3">
        <ProgressBar label={title} value={done} max={total} />
        <ol className="divide-y divide-line rounded-lg border border-line">
          {items.map((item) => {
            const Icon = item.done ? CircleCheck : Circle;
            return (
              <li
                key={item.id}
                className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 py-2.5 pr-3 pl-4 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
              >
                <Icon
                  className={cx(
                    "max-sm:mt-px max-sm:self-start",
                    item.id === next ? "text-info" : item.done ? "text-success" : "text-icon",
                  )}
                />
                <p className="text-sm">
                  {item.done ? (
                    <>
                      <s className="text-ink-3">{item.title}</s>
                      <span className="sr-only"> {t("stepDone")}</span>
                    </>
                  ) : (
                    <>
                      <b className="font-medium">{item.title}</b>
                      {item.detail ? <span className="text-ink-2"> {item.detail}</span> : null}
                    </>
                  )}
                </p>
                {item.action ? (
                  <div data-print="no" className="justify-self-start max-sm:col-start-2">
                    {item.action}
                  </div>
                ) : null}
              </li>
            );
          })}
        </ol>
      </div>
    </Section>
  );
}
