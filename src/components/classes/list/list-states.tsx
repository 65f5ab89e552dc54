"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NoResults } from "@/components/ui/no-results";
import type { Area } from "../class-url";
import { type ClassesUrl, classesHref, classesPath } from "./classes-url";

/** A school without a class, or a coach without one. */
export function NoClassYet({ area, manages }: { area: Area; manages: boolean }) {
  const t = useTranslations("classes.list");
  return (
    <div className="py-12">
      <EmptyState
        drawing="classroom"
        title={t(manages ? "empty.title" : "empty.ownTitle")}
        actions={
          manages ? (
            <ButtonLink variant="primary" href={`${classesPath(area)}/new`} icon={<Plus />}>
              {t("new")}
            </ButtonLink>
          ) : null
        }
      >
        {t(manages ? "empty.body" : "empty.ownBody")}
      </EmptyState>
    </div>
  );
}

/** No class matches, with the way to all of them. */
export function NoClassFound(props: { area: Area; url: ClassesUrl; filtered: boolean }) {
  const { area, url, filtered } = props;
  const t = useTranslations("classes.list.none");
  const search = url.q.trim();
  return (
    <div className="py-12">
      <NoResults
        title={search ? t("search", { search }) : t(filtered ? "filters" : `scopes.${url.scope}`)}
        actions={
          <ButtonLink
            variant="quiet"
            href={classesHref(area, { scope: filtered ? url.scope : "all", sort: url.sort, dir: url.dir })}
          >
            {t(filtered ? "clear" : "all")}
          </ButtonLink>
        }
      >
        {filtered ? t("hint") : null}
      </NoResults>
    </div>
  );
}

/** The list could not be had; where a page was asked for, the first one may still be. */
export function ClassesFailed(props: { area: Area; url: ClassesUrl; error: unknown; retry: () => void }) {
  const { area, url, error, retry } = props;
  const t = useTranslations("classes.list");
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
              <ButtonLink variant="quiet" href={classesHref(area, { ...url, after: null, trail: [] })}>
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
