import { afterEach, beforeEach, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

/** As Chromium sends it for an address that was typed. */
const TYPED = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-site': 'none' };
let test: TestGateway;
beforeEach(async () => void (test = await startTestGateway({})));
afterEach(() => test.stop());

it('a person who opens the address in a browser reads what it is and where the dashboard is', async () => {
  const reply = await rawRequest(`${test.gateway.url}/`, { method: 'GET', headers: TYPED });
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
  expect(reply.body.toString()).toContain('purser open');
});

it.each([
  ['a tool', '/', { accept: 'application/json' }],
  ['a browser on another path', '/openai/v1/models', TYPED],
])('%s is refused without a sub-key as before', async (_who, path, headers) => {
  const reply = await rawRequest(`${test.gateway.url}${path}`, { method: 'GET', headers });
  expect(reply.status).toBe(401);
  expect(reply.headers['content-type']).toContain('json');
});

it.each([
  ['another page', { ...TYPED, 'sec-fetch-site': 'cross-site' }, 403],
  ['a rebound name', { ...TYPED, host: 'evil.example' }, 421],
])('%s does not get it', async (_who, headers, status) => {
  expect((await rawRequest(`${test.gateway.url}/`, { method: 'GET', headers })).status).toBe(status);
});
