import { expect, it } from 'vitest';
import { PROVIDERS } from '../providers.ts';

it.each([
  ['gemini', 'fileSearchStores', /searching it works/],
  ['gemini', 'upload/v1beta/fileSearchStores/x:uploadToFileSearchStore', /searching it works/],
  ['gemini', 'models/veo-3.1:predictLongRunning', /:generateContent/],
  ['gemini', 'tunedModels', /key of your own/],
  ['mistral', 'agents/completions', /chat\/completions/],
  ['mistral', 'conversations', /chat\/completions/],
  ['mistral', 'batch/jobs', /one by one/],
  ['openai', 'videos', /does not pass them on/],
] as const)('%s says why %s is not passed on, and what to do', (kind, path, sentence) => {
  expect(PROVIDERS[kind].whyNotServed?.(path)).toMatch(sentence);
});

it('a path that is only unknown has no such sentence', () => {
  for (const kind of ['gemini', 'mistral', 'openai'] as const)
    expect(PROVIDERS[kind].whyNotServed?.('nothing/like/it')).toBeUndefined();
});
