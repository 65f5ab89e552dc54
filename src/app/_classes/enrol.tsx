import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnrolPage } from "@/components/classes/enrol/enrol-page";
import { HydrateClient } from "@/trpc/server";
import { type ClassRoute, findClass } from "./find-class";
import type { ClassesReach } from "./reach";

export async function enrolMetadata(reach: ClassesReach, params: ClassRoute["params"]): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([
    findClass(reach.permission, (await params).id),
    getTranslations("classes.enrol"),
  ]);
  return { title: t("to", { name }) };
}

/** Adding students to a class within the reach. */
export async function Enrol({ reach, params }: ClassRoute & { reach: ClassesReach }) {
  const { id } = await findClass(reach.permission, (await params).id);
  return (
    <HydrateClient>
      <EnrolPage id={id} area={reach.area} />
    </HydrateClient>
  );
}
