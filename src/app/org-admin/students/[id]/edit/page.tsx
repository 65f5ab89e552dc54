import { EditStudentPage } from "@/components/students/forms/edit-student-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../../_shell/require";
import { findStudent, type StudentRoute } from "../../../../_students/find-student";
import { ALL_STUDENTS } from "../../../../_students/reach";
import { studentMetadata } from "../../../../_students/student-metadata";

export function generateMetadata({ params }: StudentRoute) {
  return studentMetadata(ALL_STUDENTS, params);
}

export default async function Page({ params }: StudentRoute) {
  await requirePermission("student:manage");
  const { id } = await params;
  prefetch(trpc.student.options.queryOptions());
  await findStudent(ALL_STUDENTS.permission, id);
  return (
    <HydrateClient>
      <EditStudentPage id={id} />
    </HydrateClient>
  );
}
