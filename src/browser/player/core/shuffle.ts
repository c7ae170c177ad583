/** Attempts per deck: the lowest bits of a seed count the attempts, the others shuffle the decks. */
export const rounds = 16;

/** A permutation of `count` things. It depends only on the seed and the salt, so it is the same at every launch. */
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

/** Generates 32-bit numbers (xorshift with a multiplied output): good enough to shuffle, the same in every browser. */
function numbers(seed: number): () => number {
  let state = seed === 0 ? 0x9e3779b9 : seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.imul(state, 0x2545f491) >>> 0;
  };
}
