import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  passed: number;
  failed: number;
}

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** What vitest counted; a file that could not be read counts as one failure. */
export function vitestCounts(file: string): Counts {
  return counted(file, (content) => {
    const { numPassedTests, numFailedTests, testResults } = vitest.parse(content);
    const broken = testResults.filter(
      (result) => result.status === "failed" && result.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  });
}

/** What Playwright counted; errors outside a test count too. */
export function playwrightCounts(file: string): Counts {
  return counted(file, (content) => {
    const { stats, errors } = playwright.parse(content);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
  });
}

function counted(file: string, read: (content: unknown) => Counts): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  return read(JSON.parse(readFileSync(file, "utf8")));
}
