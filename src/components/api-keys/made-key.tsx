"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";

/** A key that was just made, to be copied; nothing can show it again. */
export function MadeKey({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const t = useTranslations("apiKeys");
  // Where the browser does not let us, the text is there to be copied by hand.
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast(t("copied")),
      () => undefined,
    );
  return (
    <Dialog
      open
      dismissable={false}
      onOpenChange={(open) => open || onClose()}
      title={t("madeTitle", { name })}
      footer={
        <>
          <Button icon={<Copy />} onPress={copy}>
            {t("copy")}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t("close")}
          </Button>
        </>
      }
    >
      <Callout tone="warning">{t("madeBody")}</Callout>
      <TextField
        label={t("keyLabel")}
        value={secret}
        readOnly
        mono
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
    </Dialog>
  );
}
