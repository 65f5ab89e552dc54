import { Enrol, enrolMetadata } from "../../../../_classes/enrol";
import type { ClassRoute } from "../../../../_classes/find-class";
import { OWN_CLASSES } from "../../../../_classes/reach";

export function generateMetadata({ params }: ClassRoute) {
  return enrolMetadata(OWN_CLASSES, params);
}

export default function Page(props: ClassRoute) {
  return <Enrol reach={OWN_CLASSES} {...props} />;
}
