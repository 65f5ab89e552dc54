import "next-auth";

declare module "next-auth" {
  /** What `authorize` hands on: the session that was opened for the account of this id. */
  interface User {
    sessionId: string;
  }
}
