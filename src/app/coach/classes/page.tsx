import type { SearchParams } from "nuqs/server";
import { Classes, classesMetadata } from "../../_classes/classes";

export const generateMetadata = classesMetadata;

export default function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Classes area="/coach" searchParams={searchParams} />;
}
