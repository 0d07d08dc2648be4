import { parentPort } from 'node:worker_threads';
import { countText } from './count-text.ts';
import { loadVocabulary } from './vocabularies.ts';
import type { Count, Vocabulary } from './vocabularies.ts';

/** A text to be counted. One at a time: the next is sent when this one was answered. */
export interface CountJob {
  readonly text: string;
  readonly vocabulary: Vocabulary;
}

/** `ready` once the tables are loaded, so that their time is not the count's; then how many tokens there are. */
export type CountReply = 'ready' | number;

const loaded = new Map<Vocabulary, Promise<Count>>();

function tell(news: CountReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
  parentPort?.postMessage(news);
}

parentPort?.on('message', ({ text, vocabulary }: CountJob) => {
  const counting = loaded.get(vocabulary) ?? loadVocabulary(vocabulary);
  loaded.set(vocabulary, counting);
  void counting.then((count) => {
    tell('ready');
    tell(countText(text, count));
  });
});
