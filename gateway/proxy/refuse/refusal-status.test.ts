import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { errorFrame } from '../websocket/error-frame.ts';

/** The user agents of these tools, as seen in their requests. */
const CLAUDE_CODE = { 'user-agent': 'claude-cli/2.1.329 (external, sdk-cli)' };
const COPILOT = { 'user-agent': 'OpenAI/JS 5.20.1', 'x-interaction-type': 'conversation-user', 'x-initiator': 'user' };
const OPENAI_SDK = { 'user-agent': 'OpenAI/JS 5.20.1' };

const LONG = 'x'.repeat(20_000);
const BODIES = {
  'anthropic/v1/messages': {
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    messages: [{ role: 'user', content: LONG }],
    stream: true,
  },
  'openai/v1/chat/completions': { model: 'gpt-5', messages: [{ role: 'user', content: LONG }], stream: true },
  'openai/v1/responses': { model: 'gpt-5', input: LONG, stream: true },
} as const;
type Path = keyof typeof BODIES;

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway();
});
afterEach(() => test.stop());

async function ask(
  key: string,
  path: Path,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; retry: unknown; error: unknown }> {
  const origin = new URL(test.openaiUrl).origin;
  const reply = await rawRequest(`${origin}/${path}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify(BODIES[path]),
  });
  const { error } = JSON.parse(reply.body.toString('utf8')) as { readonly error?: unknown };
  return { status: reply.status, retry: reply.headers['x-should-retry'], error };
}

describe('the status of a refusal', () => {
  it.each([
    ['Claude Code', 'anthropic/v1/messages', CLAUDE_CODE, 402, 'billing_error'],
    ['Copilot', 'anthropic/v1/messages', COPILOT, 402, 'billing_error'],
    ['Copilot', 'openai/v1/chat/completions', COPILOT, 402, 'permission_error'],
    [
      "an agent of Copilot's",
      'openai/v1/responses',
      { ...COPILOT, 'x-interaction-type': 'conversation-subagent', 'x-initiator': 'agent' },
      402,
      'permission_error',
    ],
    ['an SDK', 'anthropic/v1/messages', { 'user-agent': 'Anthropic/JS 0.94.0' }, 403, 'permission_error'],
    ['an SDK', 'openai/v1/chat/completions', { ...OPENAI_SDK, 'x-initiator': 'user' }, 403, 'permission_error'],
    [
      'a tool that only names Claude',
      'anthropic/v1/messages',
      { 'user-agent': 'my-claude-cli/1' },
      403,
      'permission_error',
    ],
    ['nobody in particular', 'openai/v1/responses', {}, 403, 'permission_error'],
  ] as const)('to %s at %s is the one that shows the sentence', async (_, path, headers, status, type) => {
    const { key, id } = await test.issue('0.0001/day');
    expect(await ask(key, path, headers)).toEqual({
      status,
      retry: 'false',
      error: expect.objectContaining({ type, code: 'cap', message: expect.stringContaining('$0.0001') }),
    });
    await test.client.gateway.keys.revoke({ id });
    expect(await ask(key, path, headers)).toEqual({
      status,
      retry: 'false',
      error: expect.objectContaining({ type, message: expect.stringContaining('was revoked') }),
    });
    // Token counting is free, so it may be asked before a cap says no.
    expect(test.provider.requests.filter(({ url }) => !url.includes('count_tokens'))).toHaveLength(0);
  });

  it('stays unchanged when it is not about what the sub-key may do', async () => {
    expect(await ask('sk-purser-nobody', 'anthropic/v1/messages', CLAUDE_CODE)).toMatchObject({
      status: 401,
      error: { type: 'authentication_error' },
    });
    const { key } = await test.issue('5/day');
    await test.provider.stop();
    expect(await ask(key, 'anthropic/v1/messages', CLAUDE_CODE)).toMatchObject({
      status: 502,
      error: { type: 'api_error' },
    });
    expect(await ask(key, 'openai/v1/responses', COPILOT)).toMatchObject({ status: 502 });
  });

  it('is the same in an event over a WebSocket', () => {
    const refusal = { kind: 'not-allowed', code: 'cap', message: 'Used up.' } as const;
    expect(JSON.parse(errorFrame(refusal, undefined, COPILOT))).toMatchObject({
      type: 'error',
      status: 402,
      error: { message: 'Used up.' },
    });
    expect(JSON.parse(errorFrame(refusal, undefined, OPENAI_SDK))).toMatchObject({ status: 403 });
  });

  it('is a denied permission for the official SDKs', async () => {
    const { key: apiKey } = await test.issue('0.0001/day');
    const messages = [{ role: 'user' as const, content: LONG }];
    const anthropic = new Anthropic({ apiKey, baseURL: test.anthropicUrl, maxRetries: 0, logLevel: 'off' });
    await expect(
      anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 500, messages }),
    ).rejects.toBeInstanceOf(Anthropic.PermissionDeniedError);
    const openai = new OpenAI({ apiKey, baseURL: test.openaiUrl, maxRetries: 0 });
    await expect(openai.chat.completions.create({ model: 'gpt-5', messages })).rejects.toBeInstanceOf(
      OpenAI.PermissionDeniedError,
    );
  });
});
