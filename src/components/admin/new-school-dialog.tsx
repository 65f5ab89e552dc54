"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { DEFAULT_SEATS } from "@/domain/school-list";
import { useTRPC } from "@/trpc/client";
import { SchoolForm } from "./school-form";
import type { SchoolFormValues, SchoolTerms } from "./school-form-schema";
import { schoolHref } from "./school-page/school-url";

const BLANK: SchoolFormValues = {
  name: "",
  slug: "",
  plan: "COMMUNITY",
  maxUsers: DEFAULT_SEATS,
  description: "",
};

/** Opens a school that has nobody yet, and goes to its page. */
export default function NewSchoolDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("schools.create");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const form = useId();
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(trpc.platform.createOrganization.mutationOptions());
  const [refusal, setRefusal] = useState<ErrorText>();
  const pending = create.isPending || create.isSuccess;

  async function save(terms: SchoolTerms) {
    setRefusal(undefined);
    try {
      const { id } = await create.mutateAsync(terms);
      void queryClient.invalidateQueries(trpc.platform.pathFilter());
      toast(t("done", { name: terms.name }));
      router.push(schoolHref(id));
    } catch (error) {
      setRefusal(errorText(error));
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || pending || onClose()}
      dismissable={false}
      title={t("title")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <SchoolForm formId={form} initial={BLANK} refusal={refusal} onSubmit={save} />
    </Dialog>
  );
}
