/** What the learner did, told at once: a page that never answers again does not take it away. */
export interface Diary {
  write(what: string): void;
  /** Whether it is time to stop. */
  isOver(): boolean;
}

export function diary(tell: (line: string) => void, seconds: number, mostActs: number): Diary {
  const end = performance.now() + seconds * 1000;
  let acts = 0;
  return {
    write(what) {
      acts++;
      tell(JSON.stringify({ act: what.replace(/\s+/g, " ").slice(0, 120) }));
    },
    isOver: () => performance.now() > end || acts >= mostActs,
  };
}
