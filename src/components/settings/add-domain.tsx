"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorWords } from "@/components/account/use-error-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** One more domain; the server says what is wrong with it, and writes it as it will be used. */
export function AddDomain({ onAdd }: { onAdd: (host: string) => Promise<unknown> }) {
  const t = useTranslations("settings.domains");
  const words = useErrorWords();
  const [host, setHost] = useState("");
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setFailure(undefined);
    try {
      await onAdd(host);
      setHost("");
    } catch (error) {
      setFailure(words.ofError(error).message);
    }
    setPending(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <TextField
        label={t("new")}
        hint={t("newHint")}
        error={failure}
        value={host}
        maxLength={300}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target: { value } }) => setHost(value)}
      />
      <div>
        <Button type="submit" variant="primary" disabled={host.trim() === ""} pending={pending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
