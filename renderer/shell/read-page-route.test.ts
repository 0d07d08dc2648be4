import { expect, test } from 'vitest';
import { hrefOf, PAGES, readRoute } from './pages.ts';

test('every page has an address that leads back to it', () => {
  for (const { id } of PAGES) expect(readRoute(hrefOf(id))).toEqual({ page: id, params: {} });
  const params = { agent: 'agt_aaaaaaaaaaa0', text: 'gpt 5 & more' };
  expect(readRoute(hrefOf('requests', params))).toEqual({ page: 'requests', params });
});

test('an address nobody made is the overview', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#agents/x']) expect(readRoute(hash).page).toBe('overview');
});
