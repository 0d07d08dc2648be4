import { expect, test } from 'vitest';
import type { PurserClient } from '../../../shared/contract/contract.ts';
import type { RequestPage } from '../../../shared/contract/usage-views.ts';
import type { Session } from '../../state/live/session.ts';
import { aRequest } from '../../state/testing.ts';
import { createPager } from './pager.ts';

/** A gateway that answers with these pages, one after the other, and what it was asked. */
function answering(pages: readonly (RequestPage | Error)[]): {
  readonly call: Session['call'];
  readonly asked: unknown[];
} {
  const asked: unknown[] = [];
  const search = async (input: unknown): Promise<RequestPage> => {
    const page = pages[asked.push(input) - 1];
    if (page === undefined || page instanceof Error) throw page ?? new Error('asked too often');
    return page;
  };
  const host = { gateway: { usage: { search } } } as unknown as PurserClient;
  return { call: (run) => run(host.gateway, host), asked };
}

const page = (from: number, count: number, next: string | null): RequestPage => ({
  requests: Array.from({ length: count }, (_, index) => aRequest(from + index, 1_000 - from - index)),
  refusals: [],
  next,
  searchedTo: 1,
});

test('reads on over short pages until one page is full, then waits to be asked', async () => {
  const { call, asked } = answering([page(0, 3, 'a'), page(3, 0, 'b'), page(3, 97, 'c'), page(100, 5, null)]);
  const pager = createPager(call, { text: 'x' });
  pager.subscribe(() => undefined);
  await expect.poll(() => pager.get()).toMatchObject({ busy: false, done: false });
  expect(pager.get().requests).toHaveLength(100);
  expect(asked).toMatchObject([{ text: 'x' }, { cursor: 'a' }, { cursor: 'b' }]);
  pager.more();
  pager.more();
  await expect.poll(() => pager.get()).toMatchObject({ busy: false, done: true });
  expect(pager.get().requests).toHaveLength(105);
  pager.more();
  expect(asked).toHaveLength(4);
});

test('a failure is a sentence, what was found stays, and it can be tried again', async () => {
  const { call } = answering([page(0, 100, 'a'), new Error('gone'), page(100, 1, null)]);
  const pager = createPager(call, {});
  pager.subscribe(() => undefined);
  await expect.poll(() => pager.get().requests.length).toBe(100);
  await expect.poll(() => pager.get().busy).toBe(false);
  pager.more();
  await expect.poll(() => pager.get().problem).toContain('did not answer');
  pager.more();
  await expect.poll(() => pager.get()).toMatchObject({ done: true, problem: undefined });
  expect(pager.get().requests).toHaveLength(101);
});

test('nobody looks: it stops after the page under way', async () => {
  const { call, asked } = answering([page(0, 1, 'a'), page(1, 1, null)]);
  const pager = createPager(call, {});
  pager.subscribe(() => undefined)();
  await expect.poll(() => pager.get().busy).toBe(false);
  expect(asked).toHaveLength(1);
});
