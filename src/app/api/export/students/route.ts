import { getTranslations } from "next-intl/server";
import {
  loadStudentsUrl,
  orderedFilterOf,
  type StudentColumn,
} from "@/components/students/list/students-url";
import { numberOf } from "@/domain/identity/number-of";
import { formatPhone } from "@/domain/identity/phone";
import { dayCell, type ExportColumn } from "@/lib/export-column";
import { wallClock } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, fileAnswer, fileName } from "../export-answer";

/** The list of students as a file: the filters, the order and the columns that are seen. */
export async function GET(request: Request): Promise<Response> {
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const url = loadStudentsUrl(request);
    const [rows, { slug, settings }, t, tList] = await Promise.all([
      caller.student.export(orderedFilterOf(url)),
      caller.organization.get(),
      getTranslations("studentExports.students"),
      getTranslations("students.list"),
    ]);
    const today = wallClock(new Date(), settings["region.timeZone"]).slice(0, 10);
    const file = { format, name: fileName(slug, t("file"), today), sheet: tList("title") };
    return fileAnswer(file, await columnsFor(url.cols), rows);
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["student"]["export"]>>[number];

async function columnsFor(shown: readonly StudentColumn[]): Promise<ExportColumn<Row>[]> {
  const [t, tExport, tNames, tStatus] = await Promise.all([
    getTranslations("students.list.columns"),
    getTranslations("studentExports.students"),
    getTranslations("studentExports.columns"),
    getTranslations("students.statuses"),
  ]);
  const columns: Record<StudentColumn, ExportColumn<Row>[]> = {
    code: [{ header: t("code"), value: ({ code }) => code, width: 14 }],
    cedula: [{ header: t("cedula"), value: numberOf, width: 18 }],
    grade: [
      { header: tNames("grade"), value: ({ gradeName }) => gradeName, width: 16 },
      { header: tNames("section"), value: ({ sectionName }) => sectionName, width: 10 },
    ],
    listNumber: [{ header: t("listNumber"), value: ({ listNumber }) => listNumber, width: 8 }],
    year: [{ header: t("year"), value: ({ yearName }) => yearName, width: 14 }],
    status: [{ header: t("status"), value: ({ status }) => tStatus(status), width: 14 }],
    contact: [
      { header: t("contact"), value: ({ contact }) => contact?.name, width: 28 },
      {
        header: tExport("contactPhone"),
        value: ({ contact }) => contact && formatPhone(contact.phone),
        width: 16,
      },
    ],
    birth: [{ header: t("birth"), value: ({ birthDate }) => dayCell(birthDate), width: 14 }],
  };
  return [
    { header: tNames("lastNames"), value: ({ lastNames }) => lastNames, width: 26 },
    { header: tNames("firstNames"), value: ({ firstNames }) => firstNames, width: 26 },
    ...shown.flatMap((column) => columns[column]),
  ];
}
