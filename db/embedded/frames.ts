/** First integers of the untyped messages that open a connection. */
const requests = { ssl: 80_877_103, gss: 80_877_104, cancel: 80_877_102 };

export type Frame = { kind: "startup" | "encryption" | "cancel" | "message"; bytes: Buffer };

/** Cuts what arrives on a connection into whole messages of the PostgreSQL protocol. */
export class Frames {
  private parts: Buffer[] = [];
  private held = 0;
  private started = false;

  add(bytes: Buffer): void {
    this.parts.push(bytes);
    this.held += bytes.length;
  }

  /** The next whole message, or null until more has come. */
  next(): Frame | null {
    const length = this.started ? this.lengthAt(1, 1) : this.lengthAt(0, 0);
    if (length === null || this.held < length) return null;
    const bytes = this.take(length);
    if (this.started) return { kind: "message", bytes };
    const code = bytes.readInt32BE(4);
    if (code === requests.ssl || code === requests.gss) return { kind: "encryption", bytes };
    if (code === requests.cancel) return { kind: "cancel", bytes };
    this.started = true;
    return { kind: "startup", bytes };
  }

  private lengthAt(offset: number, extra: number): number | null {
    if (this.held < offset + 4) return null;
    const length = this.joined(offset + 4).readInt32BE(offset);
    if (length < (this.started ? 4 : 8)) throw new Error(`a message of ${length} bytes cannot be`);
    return length + extra;
  }

  private take(length: number): Buffer {
    const all = this.joined(length);
    const rest = all.subarray(length);
    this.parts = rest.length > 0 ? [rest] : [];
    this.held = rest.length;
    return all.subarray(0, length);
  }

  /** Joins only as much as is needed: joining at every arrival would copy a 20 MB message hundreds of times. */
  private joined(needed: number): Buffer {
    if (this.parts[0]!.length < needed) this.parts = [Buffer.concat(this.parts)];
    return this.parts[0]!;
  }
}
