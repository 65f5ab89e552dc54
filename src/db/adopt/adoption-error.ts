/** Something that stands in the way of adopting and that the operator can mend; its message is fit to be shown. */
export class AdoptionError extends Error {
  override name = "AdoptionError";
}
