// Runs in a worker thread: see workbook.ts.
import { parentPort, workerData } from "node:worker_threads";
import writeXlsxFile from "write-excel-file/node";

const sheets = workerData.options.map((options) => ({ ...options, data: [] }));

parentPort.on("message", async ({ sheet, rows, isWhole }) => {
  if (!isWhole) {
    for (const row of rows) sheets[sheet].data.push(row);
    return;
  }
  const bytes = new Uint8Array(await writeXlsxFile(sheets).toBuffer());
  parentPort.postMessage(bytes, [bytes.buffer]);
});
