/** What an entry weighs beside its value, in bytes: its key, two a letter at most, and where it stands. */
export const entryBytes = (key: string): number => 2 * key.length + 250;

/** Remembers what was used last, up to a total weight: the least recently used goes first. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  #weight = 0;

  constructor(private readonly most: number) {}

  /** What all that is remembered weighs. */
  get weight(): number {
    return this.#weight;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key); // put back at the end: it was used just now
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Where all weigh the same, `most` is how many there are. */
  set(key: string, value: Value, weight = 1): void {
    this.delete(key);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.most || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
