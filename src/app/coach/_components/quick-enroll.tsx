"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { enrolHref } from "@/components/classes/class-url";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

/** Chooses the class to enrol students in. */
export function QuickEnroll({ classes }: { classes: readonly { id: string; name: string }[] }) {
  const t = useTranslations("app.home");
  return (
    <Menu
      label={t("enroll")}
      trigger={
        <Button variant="primary" icon={<UserPlus />}>
          {t("enroll")}
        </Button>
      }
    >
      {classes.map(({ id, name }) => (
        <MenuItem key={id} href={enrolHref("/coach", id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
