import type { ClassRoute } from "../../../../_classes/find-class";
import { Print, printMetadata } from "../../../../_classes/print";
import { ALL_CLASSES } from "../../../../_classes/reach";

export function generateMetadata({ params }: ClassRoute) {
  return printMetadata(ALL_CLASSES, params);
}

export default function Page(props: ClassRoute) {
  return <Print reach={ALL_CLASSES} {...props} />;
}
