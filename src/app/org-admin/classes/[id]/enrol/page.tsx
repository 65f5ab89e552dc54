import { Enrol, enrolMetadata } from "../../../../_classes/enrol";
import type { ClassRoute } from "../../../../_classes/find-class";
import { ALL_CLASSES } from "../../../../_classes/reach";

export function generateMetadata({ params }: ClassRoute) {
  return enrolMetadata(ALL_CLASSES, params);
}

export default function Page(props: ClassRoute) {
  return <Enrol reach={ALL_CLASSES} {...props} />;
}
