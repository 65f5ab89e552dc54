import type { ClassRoute } from "../../../../_classes/find-class";
import { Print, printMetadata } from "../../../../_classes/print";
import { OWN_CLASSES } from "../../../../_classes/reach";

export function generateMetadata({ params }: ClassRoute) {
  return printMetadata(OWN_CLASSES, params);
}

export default function Page(props: ClassRoute) {
  return <Print reach={OWN_CLASSES} {...props} />;
}
