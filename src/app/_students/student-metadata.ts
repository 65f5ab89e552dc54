import type { Metadata } from "next";
import { fullName } from "@/domain/student-list";
import { findStudent, type StudentRoute } from "./find-student";
import type { StudentsReach } from "./reach";

/** The title of a page about one student; apart from the page itself, whose code other pages need not load. */
export async function studentMetadata(
  reach: StudentsReach,
  params: StudentRoute["params"],
): Promise<Metadata> {
  return { title: fullName(await findStudent(reach.permission, (await params).id)) };
}
