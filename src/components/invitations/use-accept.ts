"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { signIn } from "@/components/account/auth-client";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";

export type Accepting = { name: string; password: string; moveHere?: boolean };

/** The school that the invited belong to already, and its address. */
export type OwnSchool = { name: string; url: string };

/** Accepts, signs in and leaves for the start page; a refusal stays to be shown. */
export function useAccept(token: string) {
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [refusal, setRefusal] = useState<ErrorText>();
  const [elsewhere, setElsewhere] = useState<OwnSchool>();
  const { mutateAsync } = useMutation(trpc.invitation.accept.mutationOptions());
  const [pending, setPending] = useState(false);

  async function accept(given: Accepting): Promise<void> {
    setPending(true);
    setRefusal(undefined);
    try {
      const { email } = await mutateAsync({ token, ...given });
      const answer = await signIn({ email, password: given.password }).catch(() => undefined);
      // A whole new page in the new school's look; who could not be signed in does it by hand.
      window.location.assign(answer?.ok ? "/" : "/sign-in");
    } catch (error) {
      const refused = errorData(error)?.domain;
      if (refused?.key === "invitation.elsewhere") {
        const { school, url } = refused.values;
        setElsewhere({ name: String(school), url: String(url) });
      } else {
        setElsewhere(undefined);
        setRefusal(errorText(error));
      }
      setPending(false);
    }
  }

  return { accept, pending, refusal, elsewhere, forget: () => setElsewhere(undefined) };
}
