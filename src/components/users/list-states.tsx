"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NoResults } from "@/components/ui/no-results";
import { useTRPC } from "@/trpc/client";
import { filterOf, type UsersUrl, usersHref } from "./users-url";

const INVITE_PATH = "/org-admin/invitations/new";

/** A school with nobody in it but its first admin. */
export function NobodyYet() {
  const t = useTranslations("users.empty");
  return (
    <div className="py-12">
      <EmptyState
        drawing="people"
        title={t("title")}
        actions={
          <ButtonLink variant="primary" href={INVITE_PATH} icon={<Send />}>
            {t("invite")}
          </ButtonLink>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}

/** Nobody matches: says what was asked for, and the nearest way to somebody. */
export function NobodyFound({ url }: { url: UsersUrl }) {
  const t = useTranslations("users.none");
  const trpc = useTRPC();
  const asked = useAsked(url);
  const search = url.q.trim();
  const wider: UsersUrl = { ...url, role: [], status: [], class: null, after: null, trail: [], person: null };
  const narrowed = search !== "" && (url.role.length > 0 || url.status.length > 0 || url.class !== null);
  const { data } = useQuery({ ...trpc.user.counts.queryOptions(filterOf(wider)), enabled: narrowed });
  const near = narrowed ? (data?.matching ?? 0) : 0;
  return (
    <div className="py-12">
      <NoResults
        title={t(search ? (asked ? "searchWith" : "search") : "filters", { search, filters: asked })}
        actions={
          <>
            {near > 0 ? (
              <ButtonLink href={usersHref(wider)}>{t("showNear", { count: near })}</ButtonLink>
            ) : null}
            <ButtonLink variant="quiet" href={usersHref({ sort: url.sort, dir: url.dir })}>
              {t("clear")}
            </ButtonLink>
          </>
        }
      >
        {near > 0 ? t("near", { count: near, search }) : t("hint")}
      </NoResults>
    </div>
  );
}

/** The filters in words: "role Coach or Parent, status Suspended, class Maths 7B". */
function useAsked(url: UsersUrl): string {
  const t = useTranslations("users.none");
  const tRole = useTranslations("roles");
  const tStatus = useTranslations("users.statuses");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data: classes } = useQuery({ ...trpc.class.options.queryOptions(), enabled: url.class !== null });
  const any = (words: string[]) => format.list(words, { type: "disjunction" });
  const parts = [
    url.role.length > 0 && t("role", { roles: any(url.role.map((role) => tRole(role))) }),
    url.status.length > 0 && t("status", { statuses: any(url.status.map((status) => tStatus(status))) }),
    url.class !== null && t("class", { name: classes?.find(({ id }) => id === url.class)?.name ?? "…" }),
  ];
  return format.list(parts.filter((part) => part !== false));
}

/** The list could not be had; where a page was asked for, the first one may still be. */
export function ListFailed({ url, error, retry }: { url: UsersUrl; error: unknown; retry: () => void }) {
  const t = useTranslations("users");
  const tUi = useTranslations("ui");
  const { message } = useErrorText()(error);
  return (
    <div className="py-12">
      <ErrorState
        title={t("failedTitle")}
        actions={
          <>
            <Button onPress={retry}>{tUi("tryAgain")}</Button>
            {url.after ? (
              <ButtonLink variant="quiet" href={usersHref({ ...url, after: null, trail: [] })}>
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
