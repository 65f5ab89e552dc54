import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { requestContext } from "@/trpc/server";
import { publicSchool } from "../../_components/public-school";
import { PublicSchoolPage } from "../../_components/public-school-page";

type Params = Promise<{ slug: string }>;

/** The school of the address; by an old one, and elsewhere than at its own, its present address. */
async function schoolAt(slug: string) {
  const [school, { place }] = await Promise.all([publicSchool(slug), requestContext()]);
  const isHere = place.kind === "shared" || place.school?.slug === school.slug;
  if (!isHere) permanentRedirect(school.url);
  if (school.slug !== slug) permanentRedirect(`/schools/${school.slug}`);
  return school;
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { name, description } = await schoolAt((await params).slug);
  return { title: name, ...(description && { description }), robots: { index: true } };
}

/** A school as everyone may see it. */
export default async function Page({ params }: { params: Params }) {
  const { slug } = await schoolAt((await params).slug);
  return <PublicSchoolPage slug={slug} />;
}
