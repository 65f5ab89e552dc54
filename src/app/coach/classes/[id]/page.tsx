import type { SearchParams } from "nuqs/server";
import { Class, classMetadata } from "../../../_classes/class";
import type { ClassRoute } from "../../../_classes/find-class";
import { OWN_CLASSES } from "../../../_classes/reach";

type Props = ClassRoute & { searchParams: Promise<SearchParams> };

export function generateMetadata({ params }: Props) {
  return classMetadata(OWN_CLASSES, params);
}

export default function Page(props: Props) {
  return <Class reach={OWN_CLASSES} {...props} />;
}
