"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NoResults } from "@/components/ui/no-results";
import { type AuditUrl, auditHref, isFiltered } from "./audit-url";
import { useLog } from "./log-source";

/** No event is like that, or there is none at all yet. */
export function NothingLogged({ url }: { url: AuditUrl }) {
  const t = useTranslations("auditLog.none");
  const search = url.q.trim();
  const { path } = useLog();
  return (
    <div className="py-12">
      {isFiltered(url) ? (
        <NoResults
          title={search ? t("search", { search }) : t("filters")}
          actions={<ButtonLink href={auditHref({}, path)}>{t("clear")}</ButtonLink>}
        >
          {t("hint")}
        </NoResults>
      ) : (
        <EmptyState drawing="search" title={t("title")}>
          {t("body")}
        </EmptyState>
      )}
    </div>
  );
}

/** The log could not be had; where a page was asked for, the first one may still be. */
export function LogFailed({ url, error, retry }: { url: AuditUrl; error: unknown; retry: () => void }) {
  const t = useTranslations("auditLog");
  const tUi = useTranslations("ui");
  const { message } = useErrorText()(error);
  const { path } = useLog();
  return (
    <div className="py-12">
      <ErrorState
        title={t("failedTitle")}
        actions={
          <>
            <Button onPress={retry}>{tUi("tryAgain")}</Button>
            {url.after ? (
              <ButtonLink variant="quiet" href={auditHref({ ...url, after: null, trail: [] }, path)}>
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
