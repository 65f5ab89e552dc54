import { notFound, redirect } from "next/navigation";
import { HOME } from "@/components/shell/navigation";
import { requestContext } from "@/trpc/server";
import { LandingPage } from "./(signed-out)/_components/landing-page";
import { PublicSchoolPage } from "./(signed-out)/_components/public-school-page";

/** Sends everyone where they begin; a visitor sees whose address this is. */
export default async function Page() {
  const { session, actor, place } = await requestContext();
  const role = actor?.role ?? session?.user?.role ?? "STUDENT";
  if (session && actor && place.kind === "apex" && role !== "ADMIN") redirect("/api/hand-off");
  if (session) redirect(HOME[role]);
  if (place.kind === "unknown") notFound();
  if (place.kind === "shared") redirect("/sign-in");
  return place.kind === "school" ? <PublicSchoolPage slug={place.school.slug} /> : <LandingPage />;
}
