import { expect, it, vi } from 'vitest';
import type { StateView } from '../../shared/contract/views.ts';
import { createNews } from './news.ts';

vi.mock('electron', () => ({ Notification: {} }));

const state = (...ids: readonly number[]): Pick<StateView, 'notices'> => ({
  notices: ids.map((id) => ({ id, at: id, kind: 'cap-warning', text: String(id), agentId: null })),
});

it('tells each notice once, oldest first, and not what was there before', () => {
  const news = createNews();
  const take = (...ids: readonly number[]): readonly number[] => news.take(state(...ids)).map(({ id }) => id);
  expect(take(2, 1)).toEqual([]);
  expect(take(2, 1)).toEqual([]);
  expect(take(4, 3, 2, 1)).toEqual([3, 4]);
  expect(take(4, 3, 2, 1)).toEqual([]);
  // The gateway was restarted.
  expect(take()).toEqual([]);
  expect(take(1)).toEqual([1]);
});
