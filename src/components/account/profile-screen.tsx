"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { LeaveGuard } from "@/components/settings/leave-guard";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { SaveState } from "@/components/ui/save-state";
import type { Role } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { AccountFrame } from "./account-frame";
import { AccountPart } from "./account-part";
import { EmailPart } from "./email-part";
import { PhotoField } from "./photo-field";
import { ProfileForm } from "./profile-form";
import { useProfileForm } from "./use-profile-form";

const FORM = "profile";

/** How one is seen in one's school: photo, name, telephone, e-mail, and what the school has given. */
export function ProfileScreen({ school, role }: { school: string; role: Role }) {
  const t = useTranslations("account");
  const tRole = useTranslations("roles");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data: profile } = useSuspenseQuery(trpc.account.profile.queryOptions());
  const state = useProfileForm(profile);
  return (
    <AccountFrame
      footOnPhone={state.changes > 0 || state.saving || state.saved}
      actions={
        <>
          <SaveState changes={state.changes} saving={state.saving} saved={state.saved} />
          {state.changes > 0 ? (
            <Button variant="quiet" onPress={state.discard}>
              {t("profile.discard")}
            </Button>
          ) : null}
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            pending={state.saving}
            disabled={state.changes === 0}
          >
            {t("profile.save")}
          </Button>
        </>
      }
    >
      <AccountPart title={t("profile.title")} description={t("profile.description")}>
        <PhotoField name={profile.name} photoUrl={profile.photoUrl} />
        <ProfileForm id={FORM} state={state} />
        <LeaveGuard count={state.changes} onDiscard={state.discard} />
      </AccountPart>
      <EmailPart email={profile.email} />
      <AccountPart title={t("place.title")} description={t("place.note")}>
        <DescriptionList
          items={[
            { term: t("place.school"), value: school },
            { term: t("place.role"), value: tRole(role) },
            { term: t("place.since"), value: format.dateTime(profile.joinedAt, { dateStyle: "long" }) },
          ]}
        />
      </AccountPart>
    </AccountFrame>
  );
}
