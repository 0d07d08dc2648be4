import { expect, it } from 'vitest';
import { inSentence } from './sentences.ts';

it("begins with a small letter inside a sentence what is ours, and nobody's name", () => {
  const names = ['This sub-key of a', 'Everything together', 'Claude Code', 'This'].map(inSentence);
  expect(names).toEqual(['this sub-key of a', 'everything together', 'Claude Code', 'This']);
});
