export { requestTransferFormInput as sendFormSchema } from "@/domain/student-transfer";
