import { itemsOf, type AssessmentData, type CourseData } from "./course-data";
import { order } from "./shuffle";

/** The last bits of a seed count the attempts that share its decks; the others mix them. */
const rounds = 16;

/** The seed of an attempt after `previous`: the same decks, one draw further. `random` is any 32-bit number, used for the first and every sixteenth. */
export function nextSeed(previous: number | null, random: number): number {
  const last = previous === null || previous % rounds === rounds - 1;
  return last ? Math.floor((random >>> 0) / rounds) * rounds : previous + 1;
}

/** The questions of an attempt by authored index, in authored order; all of them where the assessment draws none. */
export function drawn(course: CourseData, seed: number): number[] {
  const draws = course.assessment?.draw ?? [];
  if (draws.length === 0) return itemsOf(course).map((_, index) => index);
  return draws.flatMap((draw, at) => hand(draw, seed >>> 0, at)).sort((a, b) => a - b);
}

type Draw = AssessmentData["draw"][number];

/** Cards are dealt from a mixed deck, attempt after attempt; only when it has run out does a question come a second time. */
function hand({ count, of }: Draw, seed: number, salt: number): number[] {
  const base = Math.floor(seed / rounds);
  let deck: number[] = [];
  let cards: number[] = [];
  for (let attempt = 0, mixed = 0; attempt <= seed % rounds; attempt++) {
    cards = deck.splice(0, count);
    if (cards.length === Math.min(count, of.length)) continue;
    const fresh = order(base, `draw-${salt}-${mixed++}`, of.length);
    const held = new Set(cards);
    const more = fresh.filter((card) => !held.has(card)).slice(0, count - cards.length);
    deck = fresh.filter((card) => !more.includes(card));
    cards = cards.concat(more);
  }
  return cards.map((card) => of[card] ?? 0);
}
