import { expect, it } from 'vitest';
import { fieldOf, isRecord } from './json.ts';
import { describe30, read, readFixture, toolNamed } from './testing.ts';
import { surveyTools, toolsOf } from './tools-of.ts';

const text = { type: 'string' };

it('gives every operation a name, and those that share one a digest', async () => {
  const { tools, leftOut } = surveyTools(await readFixture('petstore-3.1.yaml'));
  expect(tools.map(({ name }) => name)).toEqual([
    'list_pets',
    expect.stringMatching(/^create_[0-9a-f]{8}$/),
    'get_pets_id',
    expect.stringMatching(/^create_[0-9a-f]{8}$/),
    'note',
  ]);
  expect(leftOut).toEqual([
    { method: 'POST', path: '/pets/{id}/photo', why: expect.stringContaining('Its body is multipart/form-data') },
  ]);
});

it('names do not depend on the order of the file, nor on what is allowed', async () => {
  const paths = { '/a': { get: { operationId: 'x' } }, '/b': { get: { operationId: 'X' } }, '/c': { get: {} } };
  const names = async (given: object): Promise<unknown> =>
    toolsOf(await describe30(given))
      .map(({ name, path }) => `${path} ${name}`)
      .toSorted();
  expect(await names(paths)).toEqual(await names(Object.fromEntries(Object.entries(paths).toReversed())));
  const api = await describe30(paths);
  expect(toolsOf(api, { allow: ['GET /a'] })[0]?.name).toBe(toolsOf(api)[0]?.name);
  expect(toolsOf(api, { allow: ['GET /a', '* /c'] }).map(({ path }) => path)).toEqual(['/a', '/c']);
});

it('a name that is made to look like one with a digest is no second one', async () => {
  const first = await describe30({ '/a': { get: { operationId: 'x' }, put: { operationId: 'x' } } });
  const stolen = toolsOf(first)[0]?.name ?? '';
  const api = await describe30({
    '/a': { get: { operationId: 'x' }, put: { operationId: 'x' }, post: { operationId: stolen } },
  });
  expect(new Set(toolsOf(api).map(({ name }) => name)).size).toBe(3);
});

it('leaves out keys, cookies and headers that are not for agents', async () => {
  const { inputSchema } = toolNamed(await readFixture('petstore-3.1.yaml'), 'list_pets');
  expect(Object.keys(fieldOf(inputSchema, 'properties') ?? {})).toEqual(['trace', 'tags', 'filter', 'where', 'X-Shop']);
});

it('a schema inside itself becomes open, and what only the server writes goes', async () => {
  const tools = toolsOf(await readFixture('petstore-3.1.yaml'));
  const create = tools.find(({ method, path }) => method === 'POST' && path === '/pets');
  expect(fieldOf(fieldOf(create?.inputSchema, 'properties'), 'body')).toEqual({
    type: 'object',
    properties: { name: { type: 'string', minLength: 1 }, kind: { const: 'pet' }, mother: { type: 'object' } },
    required: ['name'],
  });
});

it('turns 3.0 into 2020-12', async () => {
  const api = await readFixture('shop-3.0.json');
  const limit = fieldOf(fieldOf(toolNamed(api, 'GetCustomers').inputSchema, 'properties'), 'limit');
  expect(limit).toEqual({ type: 'integer', minimum: 0, exclusiveMinimum: 0, maximum: 100 });
  const body = fieldOf(fieldOf(toolNamed(api, 'PostCustomers').inputSchema, 'properties'), 'body');
  expect(fieldOf(fieldOf(body, 'properties'), 'email')).toEqual({
    type: ['string', 'null'],
    enum: ['a@b.example', 'c', null],
  });
});

it('says what a method may do', async () => {
  const operation = { operationId: 'a', deprecated: true, summary: 'Do it' };
  const api = await describe30({
    '/a': Object.fromEntries(['get', 'head', 'post', 'put', 'patch', 'delete'].map((name) => [name, operation])),
  });
  const said = toolsOf(api).map(({ method, annotations }) => [
    method,
    annotations.readOnlyHint,
    annotations.destructiveHint,
    annotations.idempotentHint,
  ]);
  expect(said).toEqual([
    ['GET', true, false, true],
    ['HEAD', true, false, true],
    ['POST', false, true, false],
    ['PUT', false, true, true],
    ['PATCH', false, true, false],
    ['DELETE', false, true, true],
  ]);
  expect(toolsOf(api)[0]?.description).toBe('Deprecated. Do it. (GET /a)');
});

it('bounds hostile schemas', async () => {
  const values = Array.from({ length: 100_000 }, (_one, index) => `value ${index}`);
  const wide = Object.fromEntries(values.slice(0, 500).map((name) => [name, { $ref: '#/components/schemas/Wide' }]));
  // Every level has the next one twice: written out in full it would have 2^60 parts.
  const twice = Object.fromEntries(
    Array.from({ length: 60 }, (_one, index) => {
      const next = { $ref: `#/components/schemas/Level${index + 1}` };
      return [`Level${index}`, { type: 'object', properties: { left: next, right: next } }];
    }),
  );
  const schemas = {
    ...twice,
    Level60: text,
    Wide: { type: 'object', properties: wide },
    Loop: { $ref: '#/components/schemas/Loop' },
    Huge: { type: 'string', enum: values },
  };
  const post = (name: string): object => ({
    post: {
      operationId: name,
      requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
    },
  });
  const names = ['Level0', 'Wide', 'Loop', 'Huge', 'Nowhere'];
  const paths = Object.fromEntries(names.map((name) => [`/${name}`, post(name)]));
  const { tools } = surveyTools(await describe30(paths, { components: { schemas } }));
  expect(tools.map(({ name }) => name)).toEqual(names);
  for (const { inputSchema } of tools) expect(JSON.stringify(inputSchema).length).toBeLessThanOrEqual(32_000);
});

it('a name of every object is only a name', async () => {
  const api = await read(
    '{"openapi":"3.0.0","paths":{"/a":{"post":{"operationId":"constructor","requestBody":' +
      '{"content":{"application/json":' +
      '{"schema":{"type":"object","properties":{"__proto__":{"type":"string"},"toString":{"type":"string"}},' +
      '"required":["__proto__"]}}}}}},"__proto__":{"get":{}}}}',
  );
  const [tool] = toolsOf(api);
  expect(toolsOf(api)).toHaveLength(1);
  const body = fieldOf(fieldOf(tool?.inputSchema, 'properties'), 'body');
  expect(isRecord(body) && Object.keys(body)).toEqual(['type', 'properties']);
  expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
});

it('leaves out paths that are none, and parameters that nothing describes', async () => {
  const { tools, leftOut } = surveyTools(
    await describe30({ a: { get: {} }, '/a/../b': { get: {} }, '/a?b=c': { get: {} }, '/{id}': { get: {} } }),
  );
  expect(tools).toEqual([]);
  expect(leftOut.map(({ why }) => why)).toEqual([
    'Its path does not begin with "/".',
    'Its path climbs.',
    'Its path has a letter that does not belong into one.',
    'Its path names "id", which no parameter describes.',
  ]);
});
