import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import type { StorageDriver } from "./driver";
import { isStorageKey, isStoragePrefix } from "./key";

// Of our own making, outside every key: what a crash leaves behind is nobody's file.
const UNFINISHED = ".unfinished";
const AT_ONCE = 100;

/** Files in a folder of this machine, readable by its own user alone. */
export function localStorage(folder: string): StorageDriver {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    if (!isStorageKey(key)) throw new Error("Not the key of a file");
    return join(root, key);
  };

  async function keysUnder(prefix: string): Promise<string[]> {
    if (!isStoragePrefix(prefix)) throw new Error("Not the beginning of keys");
    const entries = await ifThere(readdir(join(root, prefix), { recursive: true, withFileTypes: true }));
    return (entries ?? [])
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter(isStorageKey)
      .sort();
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = join(root, UNFINISHED, randomBytes(16).toString("hex"));
      await Promise.all([path, draft].map((each) => mkdir(dirname(each), { recursive: true, mode: 0o700 })));
      try {
        await write(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },

    async get(key) {
      const file = await openIfThere(pathOf(key));
      if (!file) return undefined;
      try {
        const { size } = await file.stat();
        return { size, stream: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
      } catch (error) {
        await file.close();
        throw error;
      }
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
    },

    async exists(key) {
      const found = await ifThere(stat(pathOf(key)));
      return found?.isFile() ?? false;
    },

    list: keysUnder,

    async size(prefix) {
      let total = 0;
      const keys = await keysUnder(prefix);
      // Some at once: a school has thousands of photos, and a process few open files.
      for (let start = 0; start < keys.length; start += AT_ONCE) {
        const part = keys.slice(start, start + AT_ONCE);
        const found = await Promise.all(part.map((key) => ifThere(stat(join(root, key)))));
        total += found.reduce((sum, file) => sum + (file?.size ?? 0), 0);
      }
      return total;
    },

    async removeAll(prefix) {
      if (!isStoragePrefix(prefix)) throw new Error("Not the beginning of keys");
      await rm(join(root, prefix), { recursive: true, force: true });
    },
  };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function openIfThere(path: string): Promise<FileHandle | undefined> {
  return ifThere(open(path, constants.O_RDONLY | constants.O_NOFOLLOW));
}

async function ifThere<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
