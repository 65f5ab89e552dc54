"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";

export interface ElsewhereChoiceProps {
  from: string;
  /** The address of that school. */
  fromUrl: string;
  to: string;
  pending: boolean;
  onMove: () => void;
  onBack: () => void;
}

/** One person, one school: stay, or move, with what comes of each. */
export function ElsewhereChoice({ from, fromUrl, to, pending, onMove, onBack }: ElsewhereChoiceProps) {
  const t = useTranslations("invitations.accept");
  const [choice, setChoice] = useState<"stay" | "move">("stay");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice === "move") onMove();
        else window.location.assign(fromUrl);
      }}
    >
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t("elsewhereTitle", { school: from })}
        </h2>
        <p className="mt-1 text-ink-2">{t("elsewhereBody")}</p>
      </div>
      <RadioGroup<"stay" | "move">
        label={<span className="sr-only">{t("elsewhereBody")}</span>}
        value={choice}
        onChange={setChoice}
        options={[
          { value: "stay", label: t("stayAt", { school: from }), hint: t("stayWhat") },
          { value: "move", label: t("moveTo", { school: to }), hint: t("moveWhat", { from }) },
        ]}
      />
      <div className="grid gap-2">
        <Button type="submit" variant="primary" block pending={pending}>
          {choice === "move" ? t("moveTo", { school: to }) : t("stayAt", { school: from })}
        </Button>
        <Button variant="quiet" block onPress={onBack} disabled={pending}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
