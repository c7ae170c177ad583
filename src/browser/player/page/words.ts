/** What search.js hands over. */
export interface Words {
  readonly pages: readonly { readonly id: string; readonly title: string; readonly words: string }[];
}

let waiting: ((words: Words) => void) | null = null;

export function receiveWords(words: Words): void {
  waiting?.(words);
}

/** Brings the words of all pages, by a classic script: a fetch would not work from disk. */
export function bringWords(): Promise<Words> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting = (words) => {
      script.remove();
      resolve(words);
    };
    script.onerror = () => {
      script.remove();
      reject(new Error("search.js did not load"));
    };
    script.src = "search.js";
    document.head.append(script);
  });
}
