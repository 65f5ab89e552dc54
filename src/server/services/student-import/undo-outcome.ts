import type { Change } from "./undo-values";

type Undone = "reverted" | "kept";

/** What became of each change of an import that is taken back. */
export class Outcome {
  readonly #of = new Map<string, Undone>();

  /** Taken back. */
  reverted(changes: readonly Change[]): void {
    for (const { id } of changes) this.#of.set(id, "reverted");
  }

  /** Left as it is, since somebody edited it after the import. */
  kept(changes: readonly Change[]): void {
    for (const { id } of changes) this.#of.set(id, "kept");
  }

  isReverted({ id }: Change): boolean {
    return this.#of.get(id) === "reverted";
  }

  isKept({ id }: Change): boolean {
    return this.#of.get(id) === "kept";
  }

  get size(): number {
    return this.#of.size;
  }

  count(undone: Undone): number {
    return [...this.#of.values()].filter((one) => one === undone).length;
  }

  lines(): { id: string; undone: Undone }[] {
    return [...this.#of].map(([id, undone]) => ({ id, undone }));
  }
}
