import { bring, handOver } from "./scripts";

/** The search index in search.js. */
export interface Words {
  readonly pages: readonly { readonly id: string; readonly title: string; readonly words: string }[];
}

export function receiveWords(words: Words): void {
  handOver("search", words);
}

/** Loads the search index. */
export const bringWords = (file: string): Promise<Words> => bring("search", file);
