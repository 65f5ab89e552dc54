import { describe, expect, it } from "vitest";
import { HEALTH_FIELDS, MASKED, masked } from "./audit-mask";

describe("masked", () => {
  it("hides secrets at any depth and leaves the rest as it is", () => {
    const at = new Date();
    const before = {
      name: "Ana",
      password: "Colibri verde 7",
      nested: { key_hash: "9f86", list: [{ apiSecret: "s3", role: "COACH" }, "word"] },
      "smtp.passwordOfSender": "x",
      resetToken: "abc",
      at,
      count: 0,
    };
    expect(masked(before)).toEqual({
      name: "Ana",
      password: MASKED,
      nested: { key_hash: MASKED, list: [{ apiSecret: MASKED, role: "COACH" }, "word"] },
      "smtp.passwordOfSender": MASKED,
      resetToken: MASKED,
      at,
      count: 0,
    });
    expect(before.password).toBe("Colibri verde 7");
  });

  it("hides what is about health, in the names of columns and of forms", () => {
    for (const field of HEALTH_FIELDS) expect(masked({ [field]: "x" })).toEqual({ [field]: MASKED });
    expect(masked({ blood_type: "O+", "student.allergies": ["nuts"], healthy: "yes" })).toEqual({
      blood_type: MASKED,
      "student.allergies": MASKED,
      healthy: "yes",
    });
  });

  it("says of nothing that it is nothing", () => {
    expect(masked({ token: null, hash: undefined })).toEqual({ token: null, hash: undefined });
    expect(masked(null)).toBeNull();
  });
});
