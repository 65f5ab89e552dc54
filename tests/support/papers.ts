import { deflateSync } from "node:zlib";

/** A PDF of one empty page; `extra` stands among its objects, `end` behind them. */
export function pdf(extra = "", end = "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"): Buffer {
  const objects = [
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj",
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj",
  ];
  const begin = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const text = `${begin}${objects.join("\n")}\n${extra}\nxref\n0 1\n0000000000 65535 f \nstartxref\n9\n${end}`;
  return Buffer.from(text, "latin1");
}

/** A PDF with packed objects. */
export function pdfWith(objects: string, filter = "/Filter /FlateDecode"): Buffer {
  const packed = deflateSync(Buffer.from(objects, "latin1")).toString("latin1");
  return pdf(
    `4 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`,
  );
}
