import { expect, test, vi } from 'vitest';
import type { PurserClient } from '../../../../shared/contract/contract.ts';
import { aRefusal, aRequest, aState } from '../../../state/testing.ts';
import { readAll, requestsCsv } from './requests-csv.ts';

const AT = Date.parse('2026-10-31T23:00:05Z');

test('a file has local times, exact dollars, tokens by kind, and why a request was refused', () => {
  const request = { ...aRequest(1, AT), cacheReadTokens: 4, session: 'ses_1' };
  const refusal = aRefusal(2, AT, { count: 3, message: '=SUM(1), "no"' });
  const [head, first, second, ...rest] = requestsCsv([request, refusal], aState()).split('\r\n');
  expect(head).toBe(
    'ended (Europe/Berlin),began (Europe/Berlin),seconds,agent,sub-key,project,session,provider,endpoint,model,' +
      'outcome,times,http status,rule,sentence,input tokens,of it from cache,of it to cache,output tokens,' +
      'cost in USD,cost is,request',
  );
  expect(first).toBe(
    '2026-11-01 00:00:05,2026-11-01 00:00:05,0.5,Agent 0,ab12,,ses_1,openai,chat/completions,gpt-5,Served,1,200,' +
      ',,10,4,0,5,0.01,Exact,req_0000000000000001',
  );
  expect(second).toBe(
    '2026-11-01 00:00:05,2026-11-01 00:00:05,,Agent 0,ab12,,,openai,chat/completions,gpt-5,Refused,3,403,cap,' +
      `"'=SUM(1), ""no""",,,,,0.00,,ref_0000000000000002`,
  );
  expect(rest).toEqual(['']);
});

test('every page of the search is read', async () => {
  const search = vi
    .fn()
    .mockResolvedValueOnce({ requests: [aRequest(3, 3)], refusals: [aRefusal(1, 9_000)], next: 'a', searchedTo: 3 })
    .mockResolvedValueOnce({ requests: [aRequest(1, 1)], refusals: [], next: null, searchedTo: 1 });
  const host = { gateway: { usage: { search } } } as unknown as PurserClient;
  const rows = await readAll((run) => run(host.gateway, host), { model: 'gpt-5' });
  expect(rows.map(({ id }) => id)).toEqual(['ref_0000000000000001', aRequest(3, 3).id, aRequest(1, 1).id]);
  expect(search.mock.calls).toEqual([
    [{ model: 'gpt-5', limit: 1_000 }],
    [{ model: 'gpt-5', limit: 1_000, cursor: 'a' }],
  ]);
});
