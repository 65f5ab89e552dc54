"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import type { GuardianDetail } from "./types";

type Shown = {
  monthlyIncome: number | null;
  declared: readonly { studentId: string; firstNames: string; lastNames: string; monthlyIncome: number }[];
};

/** What a person earns: hidden until it is asked for, and who asks is recorded. */
export function Income({ guardian }: { guardian: GuardianDetail }) {
  const t = useTranslations("students.income");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { number } = useFormatter();
  const [shown, setShown] = useState<Shown>();
  const [editing, setEditing] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function show() {
    setPending(true);
    setFailure(undefined);
    try {
      const query = trpc.guardian.income.queryOptions({ id: guardian.id });
      setShown(await queries.fetchQuery({ ...query, staleTime: 0, gcTime: 0 }));
      void queries.invalidateQueries(trpc.guardian.get.queryFilter({ id: guardian.id }));
    } catch (error) {
      setFailure(errorText(error).message);
    } finally {
      setPending(false);
    }
  }

  return (
    <Section
      title={t("title")}
      actions={
        shown && guardian.rights.edit && !editing ? (
          <Button size="sm" onPress={() => setEditing(true)}>
            {t("edit")}
          </Button>
        ) : null
      }
    >
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
      {!shown ? (
        <div className="flex flex-wrap items-center gap-3 text-sm">
          <p className="text-ink-3">{t("hidden")}</p>
          <Button size="sm" pending={pending} onPress={() => void show()}>
            {t("show")}
          </Button>
        </div>
      ) : editing ? (
        <IncomeForm
          id={guardian.id}
          value={shown.monthlyIncome}
          onAgain={() => {
            setEditing(false);
            void show();
          }}
          onDone={(monthlyIncome) => {
            setEditing(false);
            if (monthlyIncome !== undefined) setShown({ monthlyIncome, declared: [] });
          }}
        />
      ) : (
        <div className="grid gap-1 text-sm">
          <p>{shown.monthlyIncome === null ? t("unknown") : number(shown.monthlyIncome)}</p>
          {shown.declared.map((child) => (
            <p key={child.studentId} className="text-xs text-ink-2">
              {t("declared", { name: fullName(child), value: child.monthlyIncome })}
            </p>
          ))}
        </div>
      )}
    </Section>
  );
}

interface IncomeFormProps {
  id: string;
  value: number | null;
  /** Somebody else has changed it: it is looked at anew. */
  onAgain: () => void;
  /** With the value that is saved; with nothing where it stays. */
  onDone: (saved?: number | null) => void;
}

function IncomeForm({ id, value, onAgain, onDone }: IncomeFormProps) {
  const t = useTranslations("students.income");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const save = useMutation(trpc.guardian.setIncome.mutationOptions());
  const [text, setText] = useState(value === null ? "" : String(value));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const typed = text.trim().replace(",", ".");
    const monthlyIncome = typed === "" ? null : Number(typed);
    try {
      await save.mutateAsync({ id, monthlyIncome, base: value });
      void queries.invalidateQueries(trpc.guardian.get.queryFilter({ id }));
      toast(t("saved"));
      onDone(monthlyIncome);
    } catch {
      // What the server said stands at the field.
    }
  }

  return (
    <form noValidate onSubmit={submit} className="grid max-w-form gap-3">
      <TextField
        optional
        label={t("title")}
        hint={t("hint")}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={save.error ? errorText(save.error).message : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={save.isPending}>
          {t("save")}
        </Button>
        {errorData(save.error)?.domain?.key === "guardian.incomeStale" ? (
          <Button size="sm" onPress={onAgain}>
            {t("again")}
          </Button>
        ) : null}
        <Button size="sm" variant="quiet" onPress={() => onDone()}>
          {tUi("cancel")}
        </Button>
      </div>
    </form>
  );
}
