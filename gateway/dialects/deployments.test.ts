import { describe, expect, it } from 'vitest';
import { deployedEndpoints } from './deployments.ts';
import type { Ask, Call, JsonObject, Operation } from './dialect.ts';
import { chat } from './openai-chat/chat.ts';
import { messages } from './anthropic-messages/messages.ts';

const operationOf = (operation: Operation, at: (path: string) => string, path = 'chat/completions'): Operation => {
  const [endpoint] = deployedEndpoints([{ path, method: 'POST', dialect: 'openai-chat', operation }], at);
  if (!endpoint?.operation) throw new Error('no operation');
  return endpoint.operation;
};
const AT_DEPLOYMENT = operationOf(chat, (path) => `openai/deployments/{deployment}/${path}`);

function callOf(body: JsonObject, deployment?: string, version?: string): Call {
  return {
    body,
    byteLength: JSON.stringify(body).length,
    params: deployment === undefined ? {} : { deployment },
    query: new URLSearchParams(version === undefined ? {} : { 'api-version': version }),
    deployed: (name) => ({ said: { model: 'gpt-4o', learned: false }, told: { model: 'gpt-5', learned: true } })[name],
  };
}
function askOf(operation: Operation, call: Call): Ask {
  const ask = operation.readAsk(call);
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

const HELLO = { messages: [{ role: 'user', content: 'Hi' }] };

describe('a request at a deployment', () => {
  it('needs no model, and the path decides whatever the body says', () => {
    expect(askOf(AT_DEPLOYMENT, callOf(HELLO, 'mine'))).toMatchObject({ model: 'mine', deployment: 'mine' });
    expect(askOf(AT_DEPLOYMENT, callOf({ ...HELLO, model: 'gpt-4o-mini' }, 'told'))).toMatchObject({
      model: 'gpt-5',
      deployment: 'told',
    });
  });

  it('counts as the model that a person has said, and learns nothing then', () => {
    const ask = askOf(AT_DEPLOYMENT, callOf(HELLO, 'said'));
    expect(ask.model).toBe('gpt-4o');
    expect(ask.deployment).toBeUndefined();
    // What a model hides is known of the model, not of the name.
    expect(ask.hiddenOutput).toBe(false);
  });

  it('of an older version is asked for no usage and takes the older limit', () => {
    const body = { ...HELLO, stream: true };
    const old = askOf(AT_DEPLOYMENT, callOf(body, 'said', '2024-02-01'));
    expect(AT_DEPLOYMENT.rewrite(body, old, 500)).toEqual({ max_tokens: 500 });
    for (const version of ['2024-10-21', '2024-09-01-preview', '2025-04-01-preview', 'preview', undefined]) {
      const ask = askOf(AT_DEPLOYMENT, callOf(body, 'said', version));
      expect(AT_DEPLOYMENT.rewrite(body, ask, 500)).toEqual({
        max_completion_tokens: 500,
        stream_options: { include_usage: true },
      });
    }
  });

  it('is counted by the provider under the name that it knows, on the same way', async () => {
    const claude = operationOf(messages, (path) => `anthropic/v1/${path}`, 'messages');
    const asked: unknown[] = [];
    const call = callOf({ ...HELLO, model: 'told', max_tokens: 10 });
    const count = await claude.countInput?.(
      call,
      (path, body) => {
        asked.push([path, body['model']]);
        return Promise.resolve({ input_tokens: 7 });
      },
      () => Promise.resolve(undefined),
    );
    expect(asked).toEqual([['anthropic/v1/messages/count_tokens', 'told']]);
    expect(count).toBeGreaterThanOrEqual(7);
  });
});
