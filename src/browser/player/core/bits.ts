const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Packs bits into text: six per character, most significant first, in an alphabet that no known LMS changes. */
export interface BitWriter {
  /** Writes `value` in `width` bits (at most 52). A value that does not fit becomes the largest that does. */
  write(value: number, width: number): void;
  flag(value: boolean): void;
  text(): string;
}

export function createBitWriter(): BitWriter {
  let text = "";
  let digit = 0;
  let filled = 0;
  function write(value: number, width: number): void {
    const whole = Math.min(Math.max(0, Math.floor(value)), 2 ** width - 1);
    for (let bit = width - 1; bit >= 0; bit--) {
      digit = digit * 2 + (Math.floor(whole / 2 ** bit) % 2);
      if (++filled < 6) continue;
      text += alphabet[digit];
      digit = filled = 0;
    }
  }
  return {
    write,
    flag: (value) => write(Number(value), 1),
    text: () => (filled > 0 ? text + alphabet[digit << (6 - filled)] : text),
  };
}

/** Reads the text of a BitWriter. Past the end it returns zeros, and `isPastEnd` returns true. */
export interface BitReader {
  read(width: number): number;
  flag(): boolean;
  isPastEnd(): boolean;
}

export function createBitReader(text: string): BitReader {
  let at = 0;
  function read(width: number): number {
    let value = 0;
    for (const end = at + width; at < end; at++) {
      const digit = alphabet.indexOf(text.charAt(Math.floor(at / 6)) || "A");
      value = value * 2 + ((Math.max(0, digit) >> (5 - (at % 6))) & 1);
    }
    return value;
  }
  return { read, flag: () => read(1) === 1, isPastEnd: () => at > text.length * 6 };
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
  const writer = createBitWriter();
  writer.write(crc & 0xffffff, 24);
  return writer.text();
}

/** Number of bits for an index into `count` things, at least one. */
export const indexBits = (count: number): number => Math.max(1, 32 - Math.clz32(Math.max(0, count - 1)));
