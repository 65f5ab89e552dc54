"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import { SchoolConflict, type TermsConflict } from "./school-conflict";
import { SchoolForm } from "./school-form";
import type { SchoolTerms } from "./school-form-schema";
import type { ActedSchool, SchoolDetail } from "./types";

const FIELDS = ["name", "plan", "maxUsers", "description"] as const;

/** Changes a school's terms; where somebody else has saved meanwhile, both versions are shown to choose from. */
export default function EditSchoolDialog({ school, onClose }: { school: ActedSchool; onClose: () => void }) {
  const t = useTranslations("schools.edit");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const form = useId();
  const trpc = useTRPC();
  const [pending, setPending] = useState(false);
  const [conflict, setConflict] = useState<TermsConflict>();
  const { data, error, refetch } = useQuery({
    ...trpc.platform.school.queryOptions({ organizationId: school.id }),
    // What others save meanwhile does not move under the fingers.
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog
      open
      size={conflict ? "lg" : "md"}
      onOpenChange={(open) => open || pending || onClose()}
      dismissable={false}
      title={t(conflict ? "conflictTitle" : "title", { name: school.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={pending} disabled={!data}>
            {t(conflict ? "saveChosen" : "save")}
          </Button>
        </>
      }
    >
      {data ? (
        <Fields {...{ form, conflict, setConflict, setPending, onClose }} opened={data} />
      ) : error ? (
        <Callout
          tone="danger"
          role="alert"
          actions={
            <Button size="sm" onPress={() => void refetch()}>
              {tUi("tryAgain")}
            </Button>
          }
        >
          {errorText(error).message}
        </Callout>
      ) : (
        <SkeletonBlock label={t("loading")} lines={5} />
      )}
    </Dialog>
  );
}

interface FieldsProps {
  form: string;
  /** The school as the dialog was opened with it. */
  opened: SchoolDetail;
  conflict: TermsConflict | undefined;
  setConflict: (conflict: TermsConflict) => void;
  setPending: (pending: boolean) => void;
  onClose: () => void;
}

function Fields({ form, opened, conflict, setConflict, setPending, onClose }: FieldsProps) {
  const t = useTranslations("schools.edit");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.platform.updateOrganization.mutationOptions());
  const [initial] = useState<SchoolTerms>({
    ...{ name: opened.name, slug: opened.slug, plan: opened.plan },
    ...{ maxUsers: opened.maxUsers, description: opened.description },
  });
  const [refusal, setRefusal] = useState<ErrorText>();

  async function save(terms: SchoolTerms, base: SchoolTerms) {
    const changed = FIELDS.filter((field) => terms[field] !== base[field]);
    const pick = (from: SchoolTerms) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    setRefusal(undefined);
    setPending(true);
    try {
      if (changed.length > 0)
        await update.mutateAsync({ organizationId: opened.id, ...pick(terms), base: pick(base) });
      toast(t("saved", { name: terms.name }));
      void queryClient.invalidateQueries(trpc.platform.pathFilter());
      onClose();
    } catch (error) {
      const stale = errorData(error)?.domain?.stale ?? [];
      if (stale.length > 0) setConflict({ yours: terms, base, stale });
      else setRefusal(errorText(error));
    } finally {
      setPending(false);
    }
  }

  return conflict ? (
    <SchoolConflict formId={form} conflict={conflict} refusal={refusal} onChoose={save} />
  ) : (
    <SchoolForm
      formId={form}
      initial={initial}
      people={opened.people.everyone}
      refusal={refusal}
      onSubmit={(terms) => save(terms, initial)}
    />
  );
}
