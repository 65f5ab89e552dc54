"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { IMPORTS_PATH } from "@/components/student-import/import-url";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NoResults } from "@/components/ui/no-results";
import { useTRPC } from "@/trpc/client";
import { NEW_STUDENT_PATH } from "../student-url";
import { filterOf, type StudentsUrl, studentsHref, UNFILTERED } from "./students-url";

/** A school without a single record. */
export function NoStudentYet({ manages, imports }: { manages: boolean; imports: boolean }) {
  const t = useTranslations("students.list.empty");
  return (
    <div className="py-12">
      <EmptyState
        drawing="people"
        title={t("title")}
        actions={
          <>
            {imports ? (
              <ButtonLink variant="primary" href={IMPORTS_PATH} icon={<Upload />}>
                {t("import")}
              </ButtonLink>
            ) : null}
            {manages ? (
              <ButtonLink href={NEW_STUDENT_PATH} icon={<Plus />}>
                {t("add")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}

/** Nobody matches: says what was asked for, and the nearest way to somebody. */
export function NoStudentFound({ url, filtered }: { url: StudentsUrl; filtered: boolean }) {
  const t = useTranslations("students.list.none");
  const trpc = useTRPC();
  const search = url.q.trim();
  const wider: StudentsUrl = { ...url, ...UNFILTERED, q: url.q, scope: "all" };
  const narrowed = search !== "";
  const { data } = useQuery({ ...trpc.student.counts.queryOptions(filterOf(wider)), enabled: narrowed });
  const near = narrowed ? (data?.matching ?? 0) : 0;
  const title = search ? t("search", { search }) : t(filtered ? "filters" : `scopes.${url.scope}`);
  return (
    <div className="py-12">
      <NoResults
        title={title}
        actions={
          <>
            {near > 0 ? (
              <ButtonLink href={studentsHref(wider)}>{t("showNear", { count: near })}</ButtonLink>
            ) : null}
            {filtered ? (
              <ButtonLink variant="quiet" href={studentsHref({ ...url, ...UNFILTERED })}>
                {t("clear")}
              </ButtonLink>
            ) : (
              <ButtonLink href={studentsHref({ ...url, ...UNFILTERED, scope: "all" })}>{t("all")}</ButtonLink>
            )}
          </>
        }
      >
        {near > 0 ? t("near", { count: near, search }) : t("hint")}
      </NoResults>
    </div>
  );
}

/** The list could not be had; where a page was asked for, the first one may still be. */
export function ListFailed({ url, error, retry }: { url: StudentsUrl; error: unknown; retry: () => void }) {
  const t = useTranslations("students.list");
  const tUi = useTranslations("ui");
  const { message } = useErrorText()(error);
  return (
    <div className="py-12">
      <ErrorState
        title={t("failed")}
        actions={
          <>
            <Button onPress={retry}>{tUi("tryAgain")}</Button>
            {url.after ? (
              <ButtonLink variant="quiet" href={studentsHref({ ...url, after: null, trail: [] })}>
                {t("firstPage")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {message}
      </ErrorState>
    </div>
  );
}
