"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { AcceptForm, type AcceptFormProps } from "./accept-form";
import { ElsewhereChoice } from "./elsewhere-choice";
import { type Accepting, useAccept } from "./use-accept";

export interface AcceptInvitationProps extends Pick<AcceptFormProps, "email" | "name" | "hasAccount"> {
  token: string;
  school: string;
  /** Who else is signed in on this browser. */
  other: { name: string; email: string } | null;
}

/** The invited's way in: whose browser this is, the form, and the choice where they belong to another school. */
export function AcceptInvitation({ token, school, email, name, hasAccount, other }: AcceptInvitationProps) {
  const t = useTranslations("invitations.accept");
  const [goOn, setGoOn] = useState(other === null);
  const [given, setGiven] = useState<Accepting>();
  const { accept, pending, refusal, elsewhere, forget } = useAccept(token);

  if (!goOn && other) {
    return (
      <>
        <Callout title={t("otherTitle", { name: other.name })}>
          {t("otherBody", { email, name: other.name })}
        </Callout>
        <div className="grid gap-2">
          <Button variant="primary" block onPress={() => setGoOn(true)}>
            {t("otherGoOn", { email })}
          </Button>
          <ButtonLink href="/" block>
            {t("otherStay", { name: other.name })}
          </ButtonLink>
        </div>
      </>
    );
  }
  if (elsewhere !== undefined && given) {
    return (
      <ElsewhereChoice
        from={elsewhere.name}
        fromUrl={elsewhere.url}
        to={school}
        pending={pending}
        onMove={() => accept({ ...given, moveHere: true })}
        onBack={forget}
      />
    );
  }
  return (
    <AcceptForm
      email={email}
      name={given?.name ?? name}
      hasAccount={hasAccount}
      refusal={refusal}
      pending={pending}
      onSubmit={(typed) => {
        setGiven(typed);
        return accept(typed);
      }}
    />
  );
}
