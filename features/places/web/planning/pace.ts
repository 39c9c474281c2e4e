/** How far a drawing is: told often, heard only by who shows it. */
export class Pace {
  #part = 0;
  readonly #listeners = new Set<() => void>();

  /** @param part 0 to 1 */
  tell(part: number): void {
    this.#part = part;
    for (const listener of this.#listeners) listener();
  }

  readonly now = (): number => this.#part;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
