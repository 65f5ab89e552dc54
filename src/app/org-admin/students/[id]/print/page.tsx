import { PrintRecord, printRecordMetadata, type RecordRoute } from "../../../../_students/print-record";

export const generateMetadata = printRecordMetadata;

export default function Page(props: RecordRoute) {
  return <PrintRecord area="/org-admin" {...props} />;
}
