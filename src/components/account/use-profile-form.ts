"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { lazyResolver } from "@/components/lazy-resolver";
import { useTRPC } from "@/trpc/client";

/** Name and telephone as they are edited, and how to keep them or let go of them. */
export function useProfileForm({ name, phone }: { name: string; phone: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const update = useMutation(trpc.account.updateProfile.mutationOptions());
  const form = useForm({
    resolver: lazyResolver(() => import("@/domain/account").then((domain) => domain.updateProfileInput)),
    mode: "onTouched",
    values: { name, phone },
    resetOptions: { keepDirtyValues: true },
  });
  const { handleSubmit, reset, formState } = form;
  const replace = (profile: { name: string; phone: string } | undefined) =>
    reset(profile && { name: profile.name, phone: profile.phone }, { keepDirtyValues: false });

  const save = handleSubmit((input) =>
    update.mutateAsync(input).then(
      async () => {
        await queries.invalidateQueries(trpc.account.profile.pathFilter());
        // As it is kept now: names are tidied.
        replace(queries.getQueryData(trpc.account.profile.queryKey()));
        router.refresh();
      },
      () => undefined,
    ),
  );

  function discard() {
    update.reset();
    replace({ name, phone });
  }

  return {
    form,
    save,
    discard,
    error: update.error,
    changes: Object.keys(formState.dirtyFields).length,
    saving: update.isPending,
    saved: update.isSuccess,
  };
}

export type ProfileFormState = ReturnType<typeof useProfileForm>;
