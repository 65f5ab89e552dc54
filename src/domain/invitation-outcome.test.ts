import { expect, it } from "vitest";
import { outcomeLines } from "./invitation-outcome";

it("puts what failed before what stayed out, and both before what was sent", () => {
  const common = { name: "", role: "STUDENT", className: null, status: "pending" } as const;
  const lines = outcomeLines({
    invited: [
      { ...common, line: 2, email: "a@x.example", delivery: "sent" },
      { ...common, line: 3, email: "b@x.example", delivery: "failed" },
      { ...common, line: 6, email: "c@x.example", delivery: "sent", status: "accepted" },
      { ...common, line: 7, email: "d@x.example", delivery: "cancelled", status: "revoked" },
    ],
    refused: [5, 4].map((line) => ({
      line,
      email: "a@x.example",
      name: "",
      role: "STUDENT",
      classId: null,
      className: "",
      code: "repeated",
      firstLine: 2,
    })),
  });
  expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [3, "failed"],
    [7, "cancelled"],
    [4, "out"],
    [5, "out"],
    [2, "sent"],
    [6, "accepted"],
  ]);
});
