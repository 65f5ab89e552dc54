import { onlineManager } from "@tanstack/react-query";
import { afterEach, describe, expect, it } from "vitest";
import { insist } from "./insist";

afterEach(() => onlineManager.setOnline(true));

describe("insist", () => {
  it("gives what comes, and what fails with a connection", async () => {
    await expect(insist(async () => "code")).resolves.toBe("code");
    await expect(insist(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });

  it("waits out a lost connection, and asks again", async () => {
    onlineManager.setOnline(false);
    let asked = 0;
    const load = async () => {
      asked += 1;
      if (!onlineManager.isOnline()) throw new Error("no connection");
      return asked;
    };
    const loaded = insist(load);
    await Promise.resolve();
    expect(asked).toBe(1);
    onlineManager.setOnline(true);
    await expect(loaded).resolves.toBe(2);
  });
});
