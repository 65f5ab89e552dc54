"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FootBar } from "@/components/ui/foot-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { classHref } from "../class-url";
import { useRefreshClasses } from "../use-refresh-classes";
import { asInput } from "./class-fields";
import { ClassForm } from "./class-form";
import { type ClassFormValues, NEW_CLASS } from "./class-form-values";

const FORM = "new-class";

/** Makes a class, and leads to it. */
export function NewClassPage() {
  const t = useTranslations("classes.new");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const refresh = useRefreshClasses();
  const [refusal, setRefusal] = useState<ErrorText>();
  const { data: options } = useSuspenseQuery(trpc.academics.options.queryOptions({}));
  const yearId = options.years.find(({ isCurrent }) => isCurrent)?.id ?? "";
  const create = useMutation(trpc.class.create.mutationOptions());

  async function submit(values: ClassFormValues) {
    setRefusal(undefined);
    try {
      const { id } = await create.mutateAsync(asInput(values));
      void refresh();
      toast(t("done", { name: values.name }));
      router.push(classHref("/org-admin", id));
    } catch (error) {
      setRefusal(errorText(error));
    }
  }

  const actions = (
    <>
      <ButtonLink variant="quiet" href="/org-admin/classes">
        {tUi("cancel")}
      </ButtonLink>
      <Button type="submit" form={FORM} variant="primary" pending={create.isPending}>
        {t("create")}
      </Button>
    </>
  );
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<div className="flex gap-2 max-sm:hidden">{actions}</div>}
      />
      <div className="max-w-form">
        <ClassForm formId={FORM} initial={{ ...NEW_CLASS, yearId }} refusal={refusal} onSubmit={submit} />
      </div>
      <div className="contents sm:hidden">
        <FootBar actions={actions} />
      </div>
    </PageBody>
  );
}
