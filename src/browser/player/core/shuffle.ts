/** An order of `count` things that depends on nothing but the seed and the salt: the same after every return. */
export function order(seed: number, salt: string, count: number): number[] {
  const next = numbers(mix(seed, salt));
  const sequence = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = next() % (last + 1);
    const swap = sequence[last] as number;
    sequence[last] = sequence[other] as number;
    sequence[other] = swap;
  }
  return sequence;
}

function mix(seed: number, salt: string): number {
  let mixed = seed >>> 0;
  for (const character of salt) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mixed;
}

/** A small generator of 32-bit numbers (xorshift with a multiplied output); good enough to mix cards, and the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed === 0 ? 0x9e3779b9 : seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.imul(state, 0x2545f491) >>> 0;
  };
}
