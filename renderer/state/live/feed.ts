/** Keeps one piece of history read; between reads, live requests are added to it by the reducer. */
export interface Feed {
  load(): void;
  /** A request was told live. One that comes while a read is under way may or may not be in it. */
  noteRequest(): void;
}

interface FeedOptions<View> {
  read(): Promise<View>;
  onRead(view: View): void;
  onProblem(error: unknown): void;
}

const SETTLE_MS = 200;

/** Only the newest read counts. One that requests ran into is repeated once: under load every read would be. */
export function createFeed<View>({ read, onRead, onProblem }: FeedOptions<View>): Feed {
  let reads = 0;
  let loading = false;
  let uncertain = false;

  async function load(repeats: boolean): Promise<void> {
    const turn = ++reads;
    loading = true;
    uncertain = false;
    try {
      const view = await read();
      if (turn === reads) onRead(view);
    } catch (error) {
      if (turn === reads) onProblem(error);
    }
    if (turn !== reads) return;
    loading = false;
    if (uncertain && repeats) setTimeout(() => void load(false), SETTLE_MS);
  }

  return {
    load: () => void load(true),
    noteRequest() {
      if (loading) uncertain = true;
    },
  };
}
