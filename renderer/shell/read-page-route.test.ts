import { expect, test } from 'vitest';
import { hrefOf, PAGE_IDS } from '../../shared/page-routes.ts';
import { readPageRoute } from './read-page-route.ts';

test('every page has an address that leads back to it', () => {
  for (const id of PAGE_IDS) expect(readPageRoute(hrefOf(id))).toEqual({ page: id, params: {} });
  const params = { agent: 'agt_aaaaaaaaaaa0', text: 'gpt 5 & more, 50%+#?=' };
  expect(readPageRoute(hrefOf('requests', params))).toEqual({ page: 'requests', params });
});

test('an address nobody made is the overview', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#agents/x']) expect(readPageRoute(hash).page).toBe('overview');
});
