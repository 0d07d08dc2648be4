import { afterEach, beforeEach, expect, it } from 'vitest';
import { Agent, request } from 'undici';
import { SESSION_HEADER, startPlayer } from './player.ts';
import type { Player } from './player.ts';

const KEY = 'the-provider-key';
const SUB_KEY = 'sk-purser-the-sub-key';
let player: Player;
let agent: Agent;

beforeEach(async () => {
  player = await startPlayer(KEY, [SUB_KEY], ({ response }) => void response.end('elsewhere'));
  agent = new Agent({ connect: player.connect });
});
afterEach(async () => {
  await agent.close();
  await player.close();
});

async function ask(url: string, headers: Readonly<Record<string, string>>, body = ''): Promise<string> {
  const reply = await request(url, { dispatcher: agent, method: 'POST', headers, body });
  return reply.body.text();
}

it('stands at the address of every vendor and answers a session with its scene', async () => {
  player.stage('one', ({ url, body, response }) => void response.end(`${url.href} ${body.toString()}`));
  expect(
    await ask(
      'https://api.openai.com/v1/responses?a=b',
      { authorization: `Bearer ${KEY}`, [SESSION_HEADER]: 'one' },
      'Hi',
    ),
  ).toBe('https://api.openai.com/v1/responses?a=b Hi');
  expect(await ask('https://api.mistral.ai/v1/models', { 'x-api-key': KEY })).toBe('elsewhere');
  expect(player.faults).toEqual([]);
});

it('tells of a sub-key wherever it comes, of a wrong key and of two', async () => {
  await ask('https://api.openai.com/v1/responses', { authorization: `Bearer ${KEY}` }, `{"user":"${SUB_KEY}"}`);
  await ask('https://api.openai.com/v1/responses', { authorization: `Bearer ${SUB_KEY}` });
  await ask('https://api.openai.com/v1/responses', { authorization: `Bearer ${KEY}`, 'x-api-key': KEY });
  expect(player.faults).toEqual([
    'POST /v1/responses: a sub-key',
    'POST /v1/responses: not exactly the key of the provider',
    'POST /v1/responses: a sub-key',
    'POST /v1/responses: not exactly the key of the provider',
  ]);
});
