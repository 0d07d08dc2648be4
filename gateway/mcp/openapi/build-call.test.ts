import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCall } from './build-call.ts';
import { called, describe30, readFixture, toolNamed } from './testing.ts';

const withId = async (schema: object = { type: 'string' }) =>
  toolNamed(
    await describe30({
      '/a/{id}/b': { get: { operationId: 'x', parameters: [{ name: 'id', in: 'path', required: true, schema }] } },
    }),
    'x',
  );

it('writes each style as OpenAPI has it', async () => {
  const api = await readFixture('petstore-3.1.yaml');
  const call = called(toolNamed(api, 'list_pets'), {
    tags: ['a b', 'c'],
    filter: { kind: { is: 'cat' }, age: [1, 2] },
    where: { x: 1 },
    'X-Shop': 'one',
    trace: true,
  });
  expect(call).toEqual({
    ok: true,
    method: 'GET',
    path: '/pets',
    query:
      'trace=true&tags=a%20b%7Cc&filter%5Bkind%5D%5Bis%5D=cat&filter%5Bage%5D%5B0%5D=1&filter%5Bage%5D%5B1%5D=2' +
      '&where=%7B%22x%22%3A1%7D',
    headers: { 'x-shop': 'one' },
  });
  const note = called(toolNamed(api, 'note'), { path_id: 'a/b', query_id: 'c', ids: ['x', 'y;z'], body: 'Hm' });
  expect(note).toMatchObject({
    path: '/pets/a%2Fb/note;ids=x;ids=y%3Bz',
    query: 'id=c',
    body: 'Hm',
    contentType: 'text/plain; charset=utf-8',
  });
});

it('writes forms', async () => {
  const api = await readFixture('shop-3.0.json');
  const { body, contentType } = called(toolNamed(api, 'PostCustomers'), {
    body: {
      email: null,
      address: { city: 'Köln', within: { city: 'x' } },
      items: [{ price: 'p 1' }, { price: 'p&2' }],
      tags: ['a', 'b'],
      metadata: { k: 'v' },
    },
  });
  expect(contentType).toBe('application/x-www-form-urlencoded');
  expect(body?.split('&').map(decodeURIComponent)).toEqual([
    'email=',
    'address[city]=Köln',
    'address[within][city]=x',
    'items[0][price]=p 1',
    'items[1][price]=p&2',
    'tags=a b',
    'metadata={"k":"v"}',
  ]);
  expect(called(toolNamed(api, 'GetCustomers'), { expand: ['a', 'b'] }).query).toBe('expand%5B0%5D=a&expand%5B1%5D=b');
});

it.each(['', '.', '..', '../x', 'a/../b', '..\\x', '%2e%2e', '%252E%252e', 'a%2f..', '..;x', ' .. ', 'a\u0000', 'a\n'])(
  'refuses %j in a path',
  async (id) => {
    const call = buildCall(await withId(), { id });
    expect(call).toMatchObject({ ok: false, why: expect.stringContaining('"id"') });
  },
);

it('refuses what is empty or climbs inside a list or an object', async () => {
  const tool = await withId({});
  for (const id of [[], {}, [''], ['..'], { '..': 'a' }, { a: null }, null]) {
    expect(buildCall(tool, { id }).ok).toBe(false);
  }
});

it.each([
  [{ id: 5 }, 'The argument "id" is wrong: '],
  [{}, 'id'],
  [{ id: 'a', other: 1 }, 'other'],
  ['text', 'The arguments must be an object.'],
])('says what is wrong with %j', async (args, why) => {
  const call = buildCall(await withId(), args);
  expect(call).toMatchObject({ ok: false, why: expect.stringContaining(why) });
});

it('names the place inside a body, and refuses what is endlessly deep', async () => {
  const tool = toolNamed(await readFixture('shop-3.0.json'), 'PostCustomers');
  expect(buildCall(tool, { body: { items: [{ price: 4 }] } })).toMatchObject({
    why: expect.stringContaining('"body" is wrong at "items.0.price"'),
  });
  const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  expect(buildCall(tool, { body: { metadata: deep } })).toMatchObject({ why: expect.stringContaining('64 deep') });
});

it('a pattern of the description is not run', async () => {
  const tool = await withId({ type: 'string', pattern: '^(a+)+$' });
  expect(buildCall(tool, { id: `${'a'.repeat(40)}b` }).ok).toBe(true);
  expect((await withId({ type: 'string', pattern: '(' })).inputSchema).toBeDefined();
  expect(buildCall(await withId({ type: 'string', pattern: '(' }), { id: 'a' }).ok).toBe(true);
});

it('refuses a header with a line break', async () => {
  const tool = toolNamed(await readFixture('petstore-3.1.yaml'), 'list_pets');
  expect(buildCall(tool, { 'X-Shop': 'a\r\nHost: evil' })).toMatchObject({ why: expect.stringContaining('"X-Shop"') });
});

it('no text leads a path elsewhere', async () => {
  const tool = await withId();
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', ';', '?', '#'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const id = pieces.join('');
      const call = buildCall(tool, { id });
      if (!call.ok) return;
      const url = new URL(`https://api.example/base${call.path}`);
      const segments = url.pathname.split('/');
      expect(segments).toHaveLength(5);
      expect([segments[1], segments[2], segments[4], url.search, url.hash]).toEqual(['base', 'a', 'b', '', '']);
      expect(decodeURIComponent(segments[3] ?? '')).toBe(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
    }),
    { numRuns: 200 },
  );
});

it('a form comes back as it was', async () => {
  const tool = toolNamed(await readFixture('shop-3.0.json'), 'PostCustomers');
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, (prices) => {
      const { body = '' } = called(tool, { body: { items: prices.map((price) => ({ price })) } });
      expect([...new URLSearchParams(body.replaceAll('+', '%2B'))]).toEqual(
        prices.map((price, index) => [`items[${index}][price]`, price]),
      );
    }),
    { numRuns: 200 },
  );
});
