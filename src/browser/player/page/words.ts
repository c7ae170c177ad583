import { bring, handOver } from "./scripts";

/** What search.js hands over. */
export interface Words {
  readonly pages: readonly { readonly id: string; readonly title: string; readonly words: string }[];
}

export function receiveWords(words: Words): void {
  handOver("search", words);
}

/** Brings the words of all pages. */
export const bringWords = (file: string): Promise<Words> => bring("search", file);
