"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import { lazyResolver } from "@/components/lazy-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { ROLES, type Role } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import type { SchoolDetail } from "../types";

type Values = { organizationId: string; name: string; email: string; role: Role };
const FIELDS = ["name", "email", "role"];

/** Makes somebody a member of the school at once; the first of a new school is its administrator. */
export default function AddPersonDialog({ school, onClose }: { school: SchoolDetail; onClose: () => void }) {
  const t = useTranslations("schoolPage.add");
  const tUi = useTranslations("ui");
  const tRole = useTranslations("roles");
  const words = useErrorWords();
  const form = useId();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isFirst = school.people.everyone === 0;
  const add = useMutation(
    trpc.platform.addUser.mutationOptions({
      onSuccess: ({ isNewAccount }, { name }) => {
        toast(t(isNewAccount ? "doneNew" : "done", { name }));
        void queryClient.invalidateQueries(trpc.platform.pathFilter());
        onClose();
      },
    }),
  );
  const { register, handleSubmit, formState } = useForm<Values>({
    resolver: lazyResolver(() => import("@/domain/user").then((it) => it.createUserInput)),
    mode: "onTouched",
    defaultValues: {
      ...{ organizationId: school.id, name: "", email: "" },
      role: isFirst ? "ORG_ADMIN" : "STUDENT",
    },
  });
  const { errors, submitCount } = formState;
  const refusal = add.error ? words.ofError(add.error) : undefined;
  const known = refusal?.field !== undefined && FIELDS.includes(refusal.field);
  const refused = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || add.isPending || onClose()}
      dismissable={false}
      title={t("title", { school: school.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={add.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={add.isPending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <Form
        id={form}
        narrow={false}
        onSubmit={handleSubmit((given) => add.mutate(given))}
        error={refusal && !known ? refusal.message : undefined}
        errorCount={submitCount > 0 ? Object.keys(errors).length + (known ? 1 : 0) : 0}
        attempt={submitCount}
      >
        <TextField
          {...register("name")}
          label={t("name")}
          autoComplete="off"
          error={words.ofField(errors.name) ?? refused("name")}
        />
        <TextField
          {...register("email")}
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="off"
          error={words.ofField(errors.email) ?? refused("email")}
        />
        <Select
          {...register("role")}
          label={t("role")}
          hint={isFirst ? t("firstHint") : undefined}
          options={ROLES.map((role) => ({ value: role, label: tRole(role) }))}
          error={words.ofField(errors.role) ?? refused("role")}
        />
      </Form>
    </Dialog>
  );
}
