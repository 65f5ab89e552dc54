/** The ways into the database that the operator's process has, and the web process has not. */
export type OperatorUrls = {
  /** May make and drop schemas. */
  owner: string;
  /** Past row security. */
  operator: string;
  /** The queue. */
  worker: string;
};
