export { removeDocuments, restoreDocuments, updateDocument } from "./change-documents";
export { downloadDocument } from "./download-document";
export { eraseDocuments } from "./erase-documents";
export { listDocuments } from "./list-documents";
export { uploadDocument } from "./upload-document";
