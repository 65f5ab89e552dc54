import type { SearchParams } from "nuqs/server";
import type { StudentRoute } from "../../../_students/find-student";
import { ALL_STUDENTS } from "../../../_students/reach";
import { Student } from "../../../_students/student";
import { studentMetadata } from "../../../_students/student-metadata";

type Props = StudentRoute & { searchParams: Promise<SearchParams> };

export function generateMetadata({ params }: Props) {
  return studentMetadata(ALL_STUDENTS, params);
}

export default function Page(props: Props) {
  return <Student reach={ALL_STUDENTS} {...props} />;
}
