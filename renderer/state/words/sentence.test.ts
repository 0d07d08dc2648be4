import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { isSignedOut, sentenceOf } from './sentence.ts';

test('an expected failure is told in its own sentence', () => {
  expect(sentenceOf(new ORPCError('CONFLICT', { message: 'The name is taken.' }))).toBe('The name is taken.');
});

test('what the contract refused is told in the sentence of the schema', () => {
  const error = new ORPCError('BAD_REQUEST', {
    message: 'Input validation failed',
    data: { issues: [{ message: 'The provider key is empty.', path: ['key'] }] },
  });
  expect(sentenceOf(error)).toBe('The provider key is empty.');
});

test('anything else never shows its inside', () => {
  expect(sentenceOf(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'sk-secret' }))).not.toContain('sk-secret');
  expect(sentenceOf(new TypeError('fetch failed'))).toContain('did not answer');
});

test('a browser that is not signed in is recognized', () => {
  const error = new ORPCError('UNAUTHORIZED');
  expect(isSignedOut(error)).toBe(true);
  expect(sentenceOf(error)).toContain('purser open');
});
