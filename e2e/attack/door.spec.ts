import { FRAMINGS, MALFORMED, request, STRANGERS, upgrade, UPGRADES } from './door-cases.ts';
import type { Case } from './door-cases.ts';
import { chatBody, expect, test } from './fixtures.ts';
import type { Target } from './fixtures.ts';
import { WAYS_OUT } from './path-cases.ts';
import { rawBytes, sendRaw, statusesIn } from './raw-socket.ts';

/** The requests that the provider has seen since then, by the names of their cases. */
const seenSince = (at: Target, before: number): readonly string[] =>
  at.provider.requests.slice(before).map(({ method, url, body }) => `${method} ${url} ${body}`);

/** Sends every case on a connection of its own, all at once. @returns how each was answered */
async function knock(at: Target, cases: readonly Case[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(cases.map(async ([name, bytes]) => [name, await sendRaw(at.port, bytes(at))] as const)),
  );
}

const TABLES = {
  "who asks in a stranger's name": STRANGERS,
  'what ends in two ways': FRAMINGS,
  'what is no request': MALFORMED,
};

for (const [title, cases] of Object.entries(TABLES)) {
  test(`${title} reaches no provider, although the sub-key is right`, async ({ target }) => {
    const before = target.provider.requests.length;
    const answers = await knock(target, cases);
    expect(seenSince(target, before)).toEqual([]);
    for (const [name, answer] of answers) {
      // Nobody who is not let in is told anything, and no page may read what it is told.
      expect(
        statusesIn(answer).filter((status) => status < 400),
        `${name}: ${answer.slice(0, 200)}`,
      ).toEqual([]);
      expect(answer.toLowerCase(), name).not.toContain('access-control-');
    }
    // The same request without anything odd is served: the tables test the odd part.
    expect(statusesIn(await sendRaw(target.port, request(target, 'the control'), 1))).toEqual([200]);
    expect(seenSince(target, before)).toHaveLength(1);
  });
}

test('no path leads out of what is served, whatever the method', async ({ target }) => {
  const before = target.provider.requests.length;
  const cases = WAYS_OUT.flatMap((path) =>
    ['GET', 'POST', 'DELETE'].map((method): Case => [
      `${method} ${path}`,
      (at) => {
        const body = method === 'POST' ? '{}' : '';
        return rawBytes(
          `${method} ${path} HTTP/1.1`,
          [
            `Host: ${at.host}`,
            `Authorization: Bearer ${at.key}`,
            'Content-Type: application/json',
            `Content-Length: ${body.length}`,
          ],
          body,
        );
      },
    ]),
  );
  const wrong: string[] = [];
  // In portions, as a scanner does.
  for (let first = 0; first < cases.length; first += 60) {
    for (const [name, answer] of await knock(target, cases.slice(first, first + 60))) {
      const statuses = statusesIn(answer);
      const [status = 0] = statuses;
      if (statuses.length !== 1 || status < 400 || status > 499) wrong.push(`${name}: ${answer.slice(0, 200)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seenSince(target, before)).toEqual([]);
  expect(target.nowhere.hosts).toEqual([]);
  const free = rawBytes('GET /openai/v1/models HTTP/1.1', [
    `Host: ${target.host}`,
    `Authorization: Bearer ${target.key}`,
  ]);
  expect(statusesIn(await sendRaw(target.port, free, 1))).toEqual([200]);
});

test('no WebSocket is opened for who may not have one', async ({ target }) => {
  const before = target.provider.requests.length;
  const answers = await knock(target, UPGRADES);
  const statuses = [...answers].map(([name, answer]) => [name, ...statusesIn(answer)] as const);
  expect(
    statuses.filter(([, ...all]) => all.length !== 1 || all.some((status) => status < 400 || status > 499)),
  ).toEqual([]);
  expect(seenSince(target, before)).toEqual([]);
  expect(statusesIn(await sendRaw(target.port, upgrade(target), 1))).toEqual([101]);
  expect(await target.chat()).toBe(200);
});

test('what a target says of another host goes to the provider of the record, or nowhere', async ({ target }) => {
  const start = 'POST http://evil.example/openai/v1/chat/completions HTTP/1.1';
  const before = target.provider.requests.length;
  await sendRaw(target.port, request(target, 'a target of another host', { start }), 1);
  expect(
    target.provider.requests.slice(before).filter(({ headers }) => !headers.host?.startsWith('127.0.0.1:')),
  ).toEqual([]);
  expect(target.nowhere.hosts).toEqual([]);
  expect(await target.chat()).toBe(200);
});

test('on one connection, requests are answered in turn, and an evil one ends it', async ({ target }) => {
  const before = target.provider.requests.length;
  const names = Array.from({ length: 20 }, (_, index) => `number ${index}`);
  const all = await sendRaw(target.port, names.map((name) => request(target, name)).join(''), names.length);
  expect(statusesIn(all)).toEqual(names.map(() => 200));
  const bodies = target.provider.requests.slice(before).map(({ body }) => body);
  expect(names.map((name) => bodies.filter((body) => body.includes(`"${name}"`)).length)).toEqual(names.map(() => 1));

  const evil = [
    { host: ['Host: evil.example'] },
    { more: ['Origin: https://evil.example'] },
    { length: ['Content-Length: 4', 'Transfer-Encoding: chunked'] },
  ];
  for (const odd of evil) {
    const start = target.provider.requests.length;
    const line = [request(target, 'before'), request(target, 'evil', odd), request(target, 'behind')];
    await sendRaw(target.port, line.join(''));
    expect(
      seenSince(target, start).filter((seen) => !seen.includes('"before"') && !seen.includes('"behind"')),
      JSON.stringify(odd),
    ).toEqual([]);
  }
  expect(await target.chat()).toBe(200);
});

test('a request inside the body of a refused one is not run', async ({ target }) => {
  const hidden = (): string => request(target, 'hidden');
  const length = (): string => `Content-Length: ${hidden().length}`;
  const outer: readonly Case[] = [
    ['a page', (at) => request(at, 'outer', { more: ['Origin: https://evil.example'], body: hidden })],
    ['an evil Host', (at) => request(at, 'outer', { host: ['Host: evil.example'], body: hidden })],
    [
      'no sub-key',
      ({ host }) => rawBytes('POST /openai/v1/chat/completions HTTP/1.1', [`Host: ${host}`, length()], hidden()),
    ],
    ['a path of nobody', (at) => request(at, 'outer', { start: 'POST /openai/v1/evals HTTP/1.1', body: hidden })],
    ['a GET', (at) => request(at, 'outer', { start: 'GET /openai/v1/evals HTTP/1.1', body: hidden })],
    ['a HEAD that is told yes', (at) => request(at, 'outer', { start: 'HEAD / HTTP/1.1', body: hidden })],
    ['a body that is no JSON', (at) => request(at, 'outer', { body: hidden })],
    [
      'a body that is said to be too large',
      (at) => request(at, 'outer', { length: ['Content-Length: 99000000'], body: hidden }),
    ],
    ['a coding that nobody knows', (at) => request(at, 'outer', { more: ['Content-Encoding: sdch'], body: hidden })],
    ['an expectation that nobody meets', (at) => request(at, 'outer', { more: ['Expect: a-miracle'], body: hidden })],
    [
      'an upgrade that nobody takes',
      (at) =>
        request(at, 'outer', {
          start: 'GET /openai/v1/chat/completions HTTP/1.1',
          more: ['Connection: Upgrade', 'Upgrade: websocket'],
          body: hidden,
        }),
    ],
  ];
  const before = target.provider.requests.length;
  await knock(target, outer);
  expect(seenSince(target, before)).toEqual([]);
  expect(statusesIn(await sendRaw(target.port, hidden(), 1))).toEqual([200]);
  expect(chatBody('hidden')).toBe(target.provider.requests.at(-1)?.body);
});
