import type { GatewayClient } from '../../shared/contract/contract.ts';
import { sentenceOf } from './sentence.ts';
import type { Store } from './store.ts';

/** Keeps the chart's history read; between reads, live requests are added to it by the reducer. */
export interface SeriesFeed {
  load(): void;
  /** A request was told live. One that comes while a read is under way may or may not be in it. */
  noteRequest(): void;
}

const SETTLE_MS = 200;

/** Makes the feed. `gateway` is asked anew for every read, because the scene may change. */
export function createSeriesFeed(store: Store, gateway: () => GatewayClient): SeriesFeed {
  let reads = 0;
  let loading = false;
  let uncertain = false;

  async function read(): Promise<void> {
    const turn = ++reads;
    const { range } = store.get();
    loading = true;
    uncertain = false;
    try {
      const view = await gateway().usage.series({ range });
      if (turn === reads) store.dispatch({ type: 'series', range, view });
    } catch (error) {
      if (turn === reads) store.dispatch({ type: 'series-problem', sentence: sentenceOf(error) });
    }
    if (turn !== reads) return;
    loading = false;
    if (uncertain) setTimeout(() => void read(), SETTLE_MS);
  }

  return {
    load: () => void read(),
    noteRequest() {
      if (loading) uncertain = true;
    },
  };
}
