/** Log of the learner's actions. Each is sent at once, so that a page that hangs cannot lose it. */
export interface ActionLog {
  write(what: string): void;
  /** Whether the time or the number of actions is used up. */
  isOver(): boolean;
}

export function actionLog(send: (line: string) => void, seconds: number, mostActs: number): ActionLog {
  const end = performance.now() + seconds * 1000;
  let acts = 0;
  return {
    write(what) {
      acts++;
      send(JSON.stringify({ act: what.replace(/\s+/g, " ").slice(0, 120) }));
    },
    isOver: () => performance.now() > end || acts >= mostActs,
  };
}
