import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { ExportColumn } from "@/lib/export-column";
import { wallClock, wallClockCell } from "@/lib/wall-clock";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { answerExport, type ExportFormat, fileAnswer, fileName } from "../export-answer";

/** The roster of a class as a file, those who wait for a seat behind it, in the school's time zone. */
export async function GET(request: Request): Promise<Response> {
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get("class"));
  if (!id.success) return new Response("class: its id", { status: 400 });
  return answerExport(request, async (format) => {
    const caller = createCaller(await createContext(request.headers));
    const [{ name, rows }, school, t] = await Promise.all([
      caller.class.exportRoster({ id: id.data, format }),
      caller.organization.get(),
      getTranslations("classes.file"),
    ]);
    const timeZone = school.settings["region.timeZone"];
    const today = wallClock(new Date(), timeZone).slice(0, 10);
    const file = { format, name: fileName(school.slug, t("name"), name, today), sheet: name };
    return fileAnswer(file, await columnsFor(format, timeZone), rows);
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof createCaller>["class"]["exportRoster"]>>["rows"][number];

async function columnsFor(format: ExportFormat, timeZone: string): Promise<ExportColumn<Row>[]> {
  const t = await getTranslations("classes.file");
  return [
    { header: t("student"), value: ({ name }) => name, width: 28 },
    { header: t("email"), value: ({ email }) => email, width: 34 },
    { header: t("place"), value: ({ state }) => t(state === "active" ? "seat" : "waiting"), width: 20 },
    {
      header: t("since", { timeZone }),
      value: ({ since }) => wallClockCell(since, timeZone, format),
      width: 24,
    },
  ];
}
