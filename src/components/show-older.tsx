"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

export interface ShowOlderProps {
  query: {
    isError: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
}

/** The way to what is older, below a list whose newest stands first. */
export function ShowOlder({ query }: ShowOlderProps) {
  const t = useTranslations("ui");
  const errorText = useErrorText();
  const more = () => void query.fetchNextPage();
  if (query.isError) {
    return (
      <Callout
        tone="danger"
        role="alert"
        actions={
          <Button size="sm" onPress={more}>
            {t("tryAgain")}
          </Button>
        }
      >
        {errorText(query.error).message}
      </Callout>
    );
  }
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button size="sm" pending={query.isFetchingNextPage} onPress={more}>
        {t("older")}
      </Button>
    </div>
  );
}
