"use client";

import { useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useRefreshAcademics } from "./use-structure-actions";

/** Saves what a dialog holds: says so and closes, or keeps the refusal for the form. */
export function useSave(onClose: () => void) {
  const errorText = useErrorText();
  const refresh = useRefreshAcademics();
  const [refusal, setRefusal] = useState<ErrorText>();
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);

  async function save<Result>(saving: () => Promise<Result>, told: (result: Result) => string) {
    setRefusal(undefined);
    setPending(true);
    try {
      const result = await saving();
      toast(told(result));
      void refresh();
      onClose();
    } catch (error) {
      setRefusal(errorText(error));
      setAttempt((count) => count + 1);
    } finally {
      setPending(false);
    }
  }

  return {
    save,
    refusal,
    attempt,
    pending,
    /** What the server refused about this field. */
    of: (field: string) => (refusal?.field === field ? refusal.message : undefined),
  };
}
