import { expect, it } from 'vitest';
import type { StateView } from '../../../shared/contract/views.ts';
import { createNews } from './news.ts';
import { aState } from './testing.ts';

const noticed = (...ids: readonly number[]): StateView =>
  aState({ notices: ids.map((id) => ({ id, at: id, kind: 'cap-warning', text: String(id), agentId: null })) });

it('tells each notice once, oldest first, and not what was there before', () => {
  const news = createNews();
  const take = (...ids: readonly number[]): readonly number[] => news.take(noticed(...ids)).notices.map(({ id }) => id);
  expect(take(2, 1)).toEqual([]);
  expect(take(2, 1)).toEqual([]);
  expect(take(4, 3, 2, 1)).toEqual([3, 4]);
  expect(take(4, 3, 2, 1)).toEqual([]);
  // The gateway was restarted.
  expect(take()).toEqual([]);
  expect(take(1)).toEqual([1]);
});

it('tells of a request that waits once, even in the first state, and then that it no longer does', () => {
  const news = createNews();
  const notices = [{ id: 1, at: 1, kind: 'approval-asked', text: '', agentId: null }];
  const take = (...ids: readonly string[]) => {
    const { asked, answered, ...rest } = news.take(aState({ notices, approvals: ids.map((id) => ({ id })) }));
    return [asked.map(({ id }) => String(id)), answered.map(String), rest.notices];
  };
  expect(take('apr_00000001')).toEqual([['apr_00000001'], [], []]);
  expect(take('apr_00000001', 'apr_00000002')).toEqual([['apr_00000002'], [], []]);
  expect(take('apr_00000002')).toEqual([[], ['apr_00000001'], []]);
});
