import { getTranslations } from "next-intl/server";
import { listsOf, loadListsUrl } from "@/components/student-exports/export-url";
import { numberOf } from "@/domain/identity/number-of";
import { formatPhone } from "@/domain/identity/phone";
import type { ListColumn } from "@/domain/student-export-list";
import { type CellValue, dayCell, type ExportColumn } from "@/lib/export-column";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer, fileName, workbookAnswer } from "../export-answer";

/** The lists of sections as a file: a workbook has a sheet for each, text with commas names grade and section. */
export async function GET(request: Request): Promise<Response> {
  const chosen = listsOf(loadListsUrl(request));
  if (!chosen) return new Response("year: its id", { status: 400 });
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [{ lists, today, year }, { slug }, t, columns] = await Promise.all([
      caller.studentExport.lists({ ...chosen, format }),
      caller.organization.get(),
      getTranslations("studentExports.lists"),
      columnsFor(chosen.columns, format),
    ]);
    const name = fileName(slug, t("file"), year, today);
    const rows = lists.flatMap((list) =>
      list.rows.map((row, index) => ({ ...row, list, number: index + 1 })),
    );
    if (format === "csv" || lists.length === 0)
      return fileAnswer({ format, name, sheet: t("title") }, columns, rows);
    const own = columns.filter(({ sheet }) => sheet !== false);
    return workbookAnswer(
      name,
      lists.map((list) => ({
        name: `${list.gradeName} ${list.sectionName ?? t("noSection")}`,
        rows: [
          own.map(({ header }) => ({ value: header, bold: true as const })),
          ...rows.filter((row) => row.list === list).map((row) => own.map(({ value }) => value(row))),
        ],
        widths: own.map(({ width }) => width),
        stickyRows: 1,
      })),
    );
  });
}

type List = Awaited<ReturnType<ReturnType<typeof createCaller>["studentExport"]["lists"]>>["lists"][number];
type Row = List["rows"][number] & { list: List; number: number };
/** `sheet` is false for what the name of a sheet says already. */
type Column = ExportColumn<Row> & { sheet?: false };

async function columnsFor(chosen: readonly ListColumn[], format: ExportFormat): Promise<Column[]> {
  const [t, tStatus, tGender] = await Promise.all([
    getTranslations("studentExports.columns"),
    getTranslations("students.statuses"),
    getTranslations("students.genders"),
  ]);
  const day = (iso: string | null | undefined): CellValue => dayCell(iso);
  const values: Record<ListColumn, (values: Row["values"]) => CellValue> = {
    code: ({ code }) => code,
    cedula: ({ cedula }) => cedula && numberOf(cedula),
    gender: ({ gender }) => gender && tGender(gender),
    birthDate: ({ birthDate }) => day(birthDate),
    age: ({ age }) => age,
    status: ({ status }) => status && tStatus(status),
    enteredOn: ({ enteredOn }) => day(enteredOn),
    phone: ({ phone }) => phone && formatPhone(phone),
    email: ({ email }) => email,
    address: ({ address }) => address,
    contact: ({ contact }) => contact,
    contactPhone: ({ contactPhone }) => contactPhone && formatPhone(contactPhone),
  };
  const widths: Partial<Record<ListColumn, number>> = { email: 30, address: 36, contact: 28, cedula: 16 };
  const place: Column[] = [
    { header: t("grade"), value: ({ list }) => list.gradeName, width: 16, sheet: false },
    { header: t("section"), value: ({ list }) => list.sectionName, width: 10, sheet: false },
  ];
  return [
    ...(format === "csv" ? place : []),
    { header: t("number"), value: ({ number }) => number, width: 6 },
    { header: t("lastNames"), value: ({ lastNames }) => lastNames, width: 26 },
    { header: t("firstNames"), value: ({ firstNames }) => firstNames, width: 26 },
    ...chosen.map((column) => ({
      header: t(column),
      value: (row: Row) => values[column](row.values),
      width: widths[column] ?? 14,
    })),
  ];
}
