import type { SearchParams } from "nuqs/server";
import { SchoolContact } from "../../../_home/school-contact";
import { requireSession } from "../../../_shell/require";
import type { StudentRoute } from "../../../_students/find-student";
import { OWN_CHILDREN } from "../../../_students/reach";
import { Student } from "../../../_students/student";
import { studentMetadata } from "../../../_students/student-metadata";

type Props = StudentRoute & { searchParams: Promise<SearchParams> };

export function generateMetadata({ params }: Props) {
  return studentMetadata(OWN_CHILDREN, params);
}

/** A family's own child, and how to reach the school about it. */
export default async function Page(props: Props) {
  const { organization } = await requireSession();
  return (
    <Student reach={OWN_CHILDREN} {...props}>
      {organization ? <SchoolContact name={organization.name} settings={organization.settings} /> : null}
    </Student>
  );
}
