import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { seriesQuery } from '../chart/zoom.ts';
import { sentenceOf } from '../words/sentence.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import type { Store } from './store.ts';

/** Keeps the chart, the last hour, and the running day, week and month read. */
export function createHistory(store: Store, gateway: () => GatewayClient): Feed {
  const onProblem = (error: unknown): void => store.dispatch({ type: 'history-problem', sentence: sentenceOf(error) });
  const feeds = [
    createFeed({
      async read() {
        // The choice of this moment: it may have changed since the last read.
        const { chart } = store.get();
        return { chart, view: await gateway().usage.series(seriesQuery(chart)) };
      },
      onRead: (read) => store.dispatch({ type: 'series', ...read }),
      onProblem,
    }),
    createFeed({
      read: () => gateway().usage.series({ range: 'hour', by: 'agent' }),
      onRead: (view) => store.dispatch({ type: 'pace', view }),
      onProblem,
    }),
    createFeed({
      read: () => gateway().usage.periods(),
      onRead: (view) => store.dispatch({ type: 'periods', view }),
      onProblem,
    }),
  ];
  return {
    load: () => feeds.forEach((feed) => feed.load()),
    noteRequest: () => feeds.forEach((feed) => feed.noteRequest()),
  };
}
