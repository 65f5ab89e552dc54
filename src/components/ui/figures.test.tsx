import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import messages from "../../../messages/en.json";
import { ColumnChart } from "./column-chart";
import { LineChart } from "./line-chart";
import { Meter } from "./meter";

function drawn(children: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  );
}

/** The words of the table's rows, cell by cell. */
function tableOf(html: string): string[][] {
  const table = html.slice(html.indexOf("<table"));
  return [...table.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => cell),
  );
}

const percent = (value: number) => `${value.toFixed(1)} %`;

describe("LineChart", () => {
  const html = drawn(
    <LineChart
      title="Attendance in three days"
      pointLabel="Day"
      label="Attendance"
      format={percent}
      limit={{ value: 93, label: "Goal 93" }}
      secondary={{ label: "Last year", values: [95, 94] }}
      points={[
        { label: "10 Nov", value: 95 },
        { label: "11 Nov", value: 81.3, note: "transport strike" },
        { label: "12 Nov", value: 94.2 },
      ]}
    />,
  );

  it("says the same in its table", () => {
    expect(html).toContain("<caption");
    expect(tableOf(html)).toEqual([
      ["Day", "Attendance", "Last year"],
      ["10 Nov", "95.0 %", "95.0 %"],
      ["11 Nov", "81.3 % · transport strike", "94.0 %"],
      ["12 Nov", "94.2 %", ""],
    ]);
  });

  it("has a name, its extremes in words, and at most five lines", () => {
    expect(html).toMatch(/<title[^>]*>Attendance in three days<\/title>/);
    expect(html).toContain("Lowest 81.3 % (11 Nov), highest 95.0 % (10 Nov), last 94.2 % (12 Nov).");
    expect(html.match(/stroke="var\(--chart-grid\)"/g)).toHaveLength(4);
  });

  it("marks what lies beyond the limit as bad, and nothing else", () => {
    expect(html.match(/border-danger/g)).toHaveLength(1);
    const above = drawn(
      <LineChart
        title="Storage"
        limit={{ value: 80, label: "Limit", bad: "above" }}
        points={[
          { label: "a", value: 70, note: "fine" },
          { label: "b", value: 71 },
        ]}
      />,
    );
    expect(above).not.toContain("border-danger");
  });

  it("is a sentence where there is nothing to draw", () => {
    expect(drawn(<LineChart title="None" points={[]} />)).not.toContain("<svg");
    expect(drawn(<LineChart title="One" points={[{ label: "a", value: 0 }]} />)).not.toMatch(/NaN|Infinity/);
  });
});

describe("ColumnChart", () => {
  const columns = [
    { label: "Mon", values: [22, 140] },
    { label: "Tue", values: [0, 0] },
    { label: "Wed", values: [26, 152] },
  ];

  it("has a total where it has parts, and a legend only then", () => {
    const html = drawn(<ColumnChart title="Active" series={["Staff", "Others"]} columns={columns} />);
    expect(tableOf(html)).toEqual([
      ["When", "Staff", "Others", "Total"],
      ["Mon", "22", "140", "162"],
      ["Tue", "0", "0", "0"],
      ["Wed", "26", "152", "178"],
    ]);
    expect(html.match(/<rect/g)).toHaveLength(4);
    expect(html).toMatch(/<li[^>]*>.*Staff<\/li>/);

    const single = drawn(
      <ColumnChart title="Staff" series={["Staff"]} columns={columns.map((c) => ({ ...c, values: [3] }))} />,
    );
    expect(tableOf(single)[0]).toEqual(["When", "Staff"]);
    expect(single).not.toContain("<ul");
  });
});

describe("Meter", () => {
  it("says that a limit is passed, and by how much", () => {
    const html = drawn(<Meter label="Capacity" value={30} max={28} />);
    expect(html).toContain('aria-valuenow="28"');
    expect(html).toContain('aria-valuetext="30 of 28, 2 over the limit"');
    expect(html).toContain("2 over the limit.");
    expect(drawn(<Meter label="Capacity" value={24} max={28} secondary={9} />)).not.toContain(
      "over the limit",
    );
    expect(drawn(<Meter label="Empty" value={0} max={0} />)).not.toMatch(/NaN|Infinity/);
  });
});
