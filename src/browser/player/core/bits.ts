const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Packs bits into text: six per character, most significant first, in an alphabet that no known LMS changes. */
export class BitWriter {
  private readonly bits: boolean[] = [];

  /** Writes `value` in `width` bits (at most 52). A value that does not fit becomes the largest that does. */
  write(value: number, width: number): void {
    const whole = Math.min(Math.max(0, Math.floor(value)), 2 ** width - 1);
    for (let bit = width - 1; bit >= 0; bit--) this.bits.push(Math.floor(whole / 2 ** bit) % 2 === 1);
  }

  flag(value: boolean): void {
    this.bits.push(value);
  }

  toString(): string {
    let text = "";
    for (let at = 0; at < this.bits.length; at += 6) {
      let value = 0;
      for (let bit = 0; bit < 6; bit++) value = value * 2 + (this.bits[at + bit] ? 1 : 0);
      text += alphabet[value];
    }
    return text;
  }
}

/** Reads the text of a BitWriter. Past the end it returns zeros, and `ended` is true. */
export class BitReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get ended(): boolean {
    return this.at > this.text.length * 6;
  }

  read(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit++) value = value * 2 + this.next();
    return value;
  }

  flag(): boolean {
    return this.next() === 1;
  }

  private next(): number {
    const digit = alphabet.indexOf(this.text.charAt(Math.floor(this.at / 6)) || "A");
    const bit = (Math.max(0, digit) >> (5 - (this.at % 6))) & 1;
    this.at++;
    return bit;
  }
}

/** Checksum of a text in four characters (CRC-24, polynomial 0x864cfb of RFC 4880). */
export function checkOf(text: string): string {
  let crc = 0xb704ce;
  for (let at = 0; at < text.length; at++) {
    crc ^= (text.charCodeAt(at) & 0xff) << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  const writer = new BitWriter();
  writer.write(crc & 0xffffff, 24);
  return writer.toString();
}

/** Number of bits for an index into `count` things, at least one. */
export const indexBits = (count: number): number => Math.max(1, 32 - Math.clz32(Math.max(0, count - 1)));
