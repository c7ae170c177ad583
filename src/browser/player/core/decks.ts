import type { Deal } from "./course";
import { order, rounds } from "./shuffle";

/**
 * Deals questions like cards from a shuffled deck, attempt after attempt. A question repeats only when the deck is used
 * up.
 */
export const deal: Deal = ({ count, of }, seed, salt) => {
  const base = Math.floor(seed / rounds);
  let deck: number[] = [];
  let cards: number[] = [];
  for (let attempt = 0, mixed = 0; attempt <= seed % rounds; attempt++) {
    cards = deck.splice(0, count);
    if (cards.length === Math.min(count, of.length)) continue;
    const fresh = order(base, `draw-${salt}-${mixed++}`, of.length);
    const dealt = new Set(cards);
    const more = fresh.filter((card) => !dealt.has(card)).slice(0, count - cards.length);
    deck = fresh.filter((card) => !more.includes(card));
    cards = cards.concat(more);
  }
  return cards.map((card) => of[card] ?? 0);
};
