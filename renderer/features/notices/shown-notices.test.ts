import { expect, it } from 'vitest';
import { noticeViewSchema } from '../../../shared/contract/views.ts';
import type { NoticeView } from '../../../shared/contract/views.ts';
import { aState } from '../../state/testing.ts';
import { isAnswered, shownNotices } from './shown-notices.ts';

const MINUTE = 60_000;
const notice = (id: number, at: number, more: object = {}): NoticeView =>
  noticeViewSchema.parse({
    id,
    at,
    kind: 'cap-warning',
    text: `notice ${id}`,
    agentId: `agt_${String(id).padStart(12, '0')}`,
    ...more,
  });
const ids = (notices: readonly NoticeView[]): readonly number[] => notices.map(({ id }) => id);

it('shows what is news and was not dismissed', () => {
  const all = [5, 4, 3, 2, 1].map((id) => notice(id, id * MINUTE));
  expect(ids(shownNotices(all, new Set(), 6 * MINUTE))).toEqual([5, 4, 3, 2, 1]);
  expect(ids(shownNotices(all, new Set([5]), 6 * MINUTE))).toEqual([4, 3, 2, 1]);
  expect(ids(shownNotices(all, new Set(), 18.5 * MINUTE))).toEqual([5, 4]);
});

it('leaves out that a request waits: it has a card of its own', () => {
  expect(ids(shownNotices([notice(2, 2, { kind: 'approval-asked' }), notice(1, 1)], new Set(), 4))).toEqual([1]);
});

it('shows only the newest of one agent and kind', () => {
  const agentId = 'agt_aaaaaaaaaaaa';
  const all = [notice(3, 3, { agentId }), notice(2, 2, { agentId, kind: 'brake-warning' }), notice(1, 1, { agentId })];
  expect(ids(shownNotices(all, new Set(), 4))).toEqual([3, 2]);
  // A dismissed one does not bring back what it replaced.
  expect(ids(shownNotices(all, new Set([3]), 4))).toEqual([2]);
});

it('of what is about different things shows each, once', () => {
  const agentId = 'agt_aaaaaaaaaaaa';
  const about = (id: number, kind: string, text: string): NoticeView => notice(id, id, { kind, text, agentId });
  const questions = ['b?', 'a?', 'a?'].map((text, index) => about(5 - index, 'provider-question', text));
  const all = [...questions, about(2, 'bill-fault', 'x'), about(1, 'bill-fault', 'y')];
  expect(ids(shownNotices(all, new Set(), 6))).toEqual([5, 4, 2, 1]);
  expect(ids(shownNotices(all, new Set([5, 4]), 6))).toEqual([2, 1]);
});

it('a question is over when somebody has answered it, or its provider is gone', () => {
  const question = notice(1, 1, { kind: 'provider-question', provider: 'house' });
  const provider = (stopsWhenLeft: object) => ({ name: 'house', stopsWhenLeft });
  expect(isAnswered(question, aState({ providers: [provider({ answer: 'unknown', said: null })] }))).toBe(false);
  expect(isAnswered(question, aState({ providers: [provider({ answer: 'no', said: 'no' })] }))).toBe(true);
  expect(isAnswered(question, aState())).toBe(true);
  expect(isAnswered(notice(2, 2, { kind: 'bill-fault', provider: 'house' }), aState())).toBe(false);
});
