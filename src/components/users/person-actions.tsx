"use client";

import { Ban, CircleCheck, UserMinus, UserRoundCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { mayChange } from "./people-action";
import type { PersonDetail, Viewer } from "./types";
import type { PeopleActions } from "./use-people-actions";

export interface PersonActionsProps {
  person: PersonDetail;
  viewer: Viewer;
  actions: PeopleActions;
  /** In a page's head there is room for icons. */
  icons?: boolean;
}

/** What the viewer may do to this person, or why nothing. */
export function PersonActions({ person, viewer, actions, icons = false }: PersonActionsProps) {
  const t = useTranslations("users.actions");
  if (person.leftAt) return null;
  if (person.id === viewer.userId) {
    return (
      <p className="text-sm text-ink-2">
        {t.rich("yourself", { link: (words) => <Link href="/account">{words}</Link> })}
      </p>
    );
  }
  if (!mayChange(viewer, person)) return <p className="text-sm text-ink-2">{t("aboveYou")}</p>;
  const suspended = person.status === "suspended";
  return (
    <>
      <Button icon={icons ? <UserRoundCog /> : undefined} onPress={() => actions.askRole([person])}>
        {t("role")}
      </Button>
      <Button
        icon={icons ? suspended ? <CircleCheck /> : <Ban /> : undefined}
        onPress={() => void actions.run({ kind: suspended ? "reactivate" : "suspend" }, [person])}
      >
        {t(suspended ? "reactivate" : "suspend")}
      </Button>
      <Button
        variant="danger-quiet"
        icon={icons ? <UserMinus /> : undefined}
        className={icons ? undefined : "ml-auto"}
        onPress={() => actions.askRemoval([person])}
      >
        {t("remove")}
      </Button>
    </>
  );
}
