"use client";

import { House, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { StateBox } from "@/components/ui/state-page";
import { useShellTools } from "./tools-context";

/** Nothing at this address, or nothing for this person: a search, and the ways on that they have. */
export function MissingPage() {
  const t = useTranslations("app");
  const tUi = useTranslations("ui");
  const { places, openPalette } = useShellTools();
  const [home] = places;
  return (
    <PageBody>
      <StateBox
        drawing="door"
        title={tUi("notFoundTitle")}
        actions={
          <>
            <Button variant="primary" icon={<Search />} onPress={openPalette}>
              {t("missing.search")}
            </Button>
            <ButtonLink href={home?.href ?? "/"} icon={<House />}>
              {t("toStart")}
            </ButtonLink>
          </>
        }
      >
        <p>{tUi("notFoundBody")}</p>
        <p>{t("missing.hint")}</p>
      </StateBox>
    </PageBody>
  );
}
