/** Packs a list of values into one number (mixed radix, the first value lowest). Exact up to 2^53. */
export function pack(digits: readonly number[], bases: readonly number[]): number {
  return bases.reduceRight((number, base, at) => number * base + Math.min(digits[at] ?? 0, base - 1), 0);
}

export function unpack(number: number, bases: readonly number[]): number[] {
  let rest = number;
  return bases.map((base) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  });
}

/** Encodes a permutation of n things as one number below n! (Lehmer code). */
export function orderToNumber(order: readonly number[]): number {
  const left = [...order].sort((a, b) => a - b);
  const digits = order.map((thing) => {
    const at = left.indexOf(thing);
    left.splice(at, 1);
    return at;
  });
  return pack(digits, places(order.length));
}

export function numberToOrder(number: number, count: number): number[] {
  const left = Array.from({ length: count }, (_, index) => index);
  return unpack(number, places(count)).map((at) => left.splice(Math.min(at, left.length - 1), 1)[0] ?? 0);
}

/** Bases of the Lehmer code: the first place has `count` choices, each next place one less. */
const places = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);
