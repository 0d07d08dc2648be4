import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { MOST_SCHEMA_LETTERS } from './build-schema.ts';
import { serversOf } from './servers-of.ts';
import { called, read } from './testing.ts';
import { surveyTools, toolsOf } from './tools-of.ts';

function published(name: string): string {
  const file = new URL(`fixtures/published/${name}.json.br`, import.meta.url);
  return brotliDecompressSync(readFileSync(file)).toString('utf8');
}

it.each([
  ['github', 1222, '/repos/{owner}/{repo}/releases/{release_id}/assets', 'd6fd8f784d39fa5d'],
  ['stripe', 451, '/v1/files', '5fd4353b3209888e'],
])('every operation of %s is a tool with a name of its own that stays, but one', async (name, many, path, digest) => {
  const { tools, leftOut } = surveyTools(await read(published(name)));
  expect(tools).toHaveLength(many);
  expect(leftOut).toEqual([{ method: 'POST', path, why: expect.stringContaining('It has a server of its own') }]);
  const names = tools.map((tool) => tool.name).toSorted();
  expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(many);
  expect(names.filter((one) => !/^[A-Za-z0-9_-]{1,64}$/.test(one))).toEqual([]);
  // Policies and pins know a tool by its name: this digest changes only with the file.
  expect(createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16)).toBe(digest);
  expect(tools.filter(({ inputSchema }) => JSON.stringify(inputSchema).length > MOST_SCHEMA_LETTERS)).toEqual([]);
});

it('a call of Stripe is the form that Stripe documents', async () => {
  const api = await read(published('stripe'));
  expect(serversOf(api)).toEqual(['https://api.stripe.com']);
  const tools = toolsOf(api, { allow: ['POST /v1/refunds', 'GET /v1/charges'] });
  const tool = (name: string) => {
    const found = tools.find((one) => one.name === name);
    if (!found) throw new Error(`no tool ${name}`);
    return found;
  };
  const body = { charge: 'ch_1', amount: 100, metadata: { order: '7' }, expand: ['charge', 'customer'] };
  const refund = called(tool('PostRefunds'), { body });
  expect(refund).toMatchObject({
    method: 'POST',
    path: '/v1/refunds',
    contentType: 'application/x-www-form-urlencoded',
  });
  expect(decodeURIComponent(String(refund.body))).toBe(
    'charge=ch_1&amount=100&metadata[order]=7&expand[0]=charge&expand[1]=customer',
  );
  const listed = called(tool('GetCharges'), { limit: 3, created: { gte: 5 }, expand: ['data.customer'] });
  expect(decodeURIComponent(listed.query)).toBe('created[gte]=5&expand[0]=data.customer&limit=3');
});

it('a call of GitHub is the one that GitHub documents', async () => {
  const [tool] = toolsOf(await read(published('github')), { allow: ['POST /repos/{owner}/{repo}/issues'] });
  if (!tool) throw new Error('GitHub has no issues');
  const call = called(tool, { owner: 'octo', repo: 'a/b', body: { title: 'It fails', labels: ['bug'] } });
  expect(call).toMatchObject({
    method: 'POST',
    path: '/repos/octo/a%2Fb/issues',
    contentType: 'application/json',
    body: '{"title":"It fails","labels":["bug"]}',
  });
});
