import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { clusterHome, prepareBinaries, reaches } from "./postgres-files";

const NOBODY = { uid: 65534, gid: 65534 };
const folder = mkdtempSync(join(tmpdir(), "homeroom-files-"));
const made: string[] = [folder];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

test("a folder that only its owner enters is out of another's reach, and what is below it too", () => {
  const below = join(folder, "closed", "below");
  mkdirSync(below, { recursive: true });
  chmodSync(folder, 0o755);
  expect(reaches(below, NOBODY)).toBe(true);
  chmodSync(join(folder, "closed"), 0o700);
  expect(reaches(below, NOBODY)).toBe(false);
  const { uid, gid } = statSync(below);
  expect(reaches(below, { uid, gid })).toBe(true);
});

test("an ordinary user's data is where they asked, the programs ready to run", () => {
  const home = join(folder, "own");
  expect(clusterHome(home, "id", undefined)).toBe(home);
  const { postgres } = prepareBinaries(undefined, home);
  expect(statSync(postgres).mode & 0o111).not.toBe(0);
});

describe.runIf(process.getuid?.() === 0)("as root", () => {
  test("data goes elsewhere when its folder is closed, and moves along when it was closed later", () => {
    const parent = join(folder, "later");
    const preferred = join(parent, "data");
    mkdirSync(join(preferred, "postgres"), { recursive: true });
    expect(clusterHome(preferred, "id", NOBODY)).toBe(preferred);
    chmodSync(parent, 0o700);
    const home = clusterHome(preferred, "id", NOBODY);
    made.push(home);
    expect(home).not.toContain(folder);
    expect(reaches(home, NOBODY)).toBe(true);
    expect([existsSync(join(preferred, "postgres")), existsSync(join(home, "postgres"))]).toEqual([
      false,
      true,
    ]);
    chmodSync(parent, 0o755);
    expect(clusterHome(preferred, "id", NOBODY)).toBe(home);
    const other = clusterHome(preferred, "another", NOBODY);
    expect(other).toBe(preferred);
  });

  test("programs are where nobody can run them, with their libraries linked", () => {
    const { postgres } = prepareBinaries(NOBODY, folder);
    expect(reaches(join(postgres, ".."), NOBODY)).toBe(true);
    expect(lstatSync(join(postgres, "../../lib/libpq.so.5")).isSymbolicLink()).toBe(true);
  });
});
