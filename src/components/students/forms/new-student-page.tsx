"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { LeaveGuard } from "@/components/settings/leave-guard";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FootBar } from "@/components/ui/foot-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { STUDENTS_PATH } from "../list/students-url";
import { studentHref } from "../student-url";
import { StudentForm } from "./student-form";
import type { StudentFormOutput, StudentFormValues } from "./student-form-schema";
import { NEW_STUDENT } from "./student-values";
import { usePlaces } from "./use-places";
import { useRefusal } from "./use-refusal";

const FORM = "new-student";

/** Enters a student, and leads to the record. */
export function NewStudentPage() {
  const t = useTranslations("students.new");
  const tForm = useTranslations("students.form");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const refusalOf = useRefusal();
  const places = usePlaces();
  const create = useMutation(trpc.student.create.mutationOptions());
  const form = useForm<StudentFormValues, unknown, StudentFormOutput>({
    resolver: lazyResolver(() => import("./student-form-schema").then((schemas) => schemas.newStudentSchema)),
    mode: "onTouched",
    defaultValues: NEW_STUDENT,
  });

  async function submit({ place, ...values }: StudentFormOutput) {
    try {
      const { id } = await create.mutateAsync({ ...values, ...places.idsOf(place) });
      void queries.invalidateQueries(trpc.student.pathFilter());
      toast(t("done", { name: fullName(values) }));
      form.reset(undefined, { keepValues: true });
      router.push(studentHref("/org-admin", id, { tab: "family" }));
    } catch {
      // What the server said stands in the form.
    }
  }

  const actions = (
    <>
      <ButtonLink variant="quiet" href={STUDENTS_PATH}>
        {tUi("cancel")}
      </ButtonLink>
      <Button type="submit" form={FORM} variant="primary" pending={create.isPending}>
        {t("create")}
      </Button>
    </>
  );
  const changes = create.isSuccess ? 0 : Object.keys(form.formState.dirtyFields).length;
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<div className="flex gap-2 max-sm:hidden">{actions}</div>}
      />
      <StudentForm
        id={FORM}
        form={form}
        places={places.items}
        hasCode={false}
        refusal={refusalOf(create.error ?? undefined, {
          hrefOf: (id) => studentHref("/org-admin", id),
          label: tForm("openHolder"),
        })}
        onSubmit={submit}
      />
      <div className="contents sm:hidden">
        <FootBar actions={actions} />
      </div>
      <LeaveGuard count={changes} onDiscard={() => form.reset()} />
    </PageBody>
  );
}
