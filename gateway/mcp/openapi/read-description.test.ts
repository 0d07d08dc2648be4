import { expect, it } from 'vitest';
import { readDescription } from './read-description.ts';
import { serversOf } from './servers-of.ts';
import { readFixture } from './testing.ts';
import { surveyTools, toolsOf } from './tools-of.ts';

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n';

async function whyOf(text: string): Promise<string> {
  const found = await readDescription(text);
  return found.ok ? 'read' : found.why;
}

it.each([
  ['', 'The description is empty.'],
  ['42', 'it is not an object'],
  ['{"openapi": "3.0.1", ', 'not legal JSON'],
  ['a: [', 'not legal YAML'],
  ['{"swagger": "2.0"}', 'npx swagger2openapi'],
  ['{"openapi": "4.0.0"}', '3.0 and 3.1 are'],
  ['{"info": {}}', 'no field "openapi"'],
  [head, 'has no "paths"'],
  [`${head}paths: {/a: {get: {responses: {$ref: './other.yaml#/a'}}}}`, 'refers to another file, "./other.yaml#/a"'],
  [`${head}paths: {/a: {$ref: 'https://evil.example/a'}}`, 'Purser fetches none'],
  [`${head}paths: {/a: {$ref: 'file:///etc/passwd'}}`, 'Purser fetches none'],
])('refuses %j in words', async (text, why) => {
  expect(await whyOf(text)).toContain(why);
});

it('reads 3.1 written as a number, flow YAML and a byte order mark', async () => {
  expect(await whyOf('openapi: 3.1\npaths: {}')).toBe('read');
  expect(await whyOf('\uFEFF{openapi: 3.0.0, paths: {}}')).toBe('read');
});

it('a reference in an example is only a word', async () => {
  expect(await whyOf(`${head}paths: {/a: {get: {example: {$ref: other.yaml}}}}`)).toBe('read');
});

it('refuses billions of laughs', async () => {
  const lines = Array.from({ length: 12 }, (_one, index) => {
    const before = index === 0 ? '"lol"' : `*a${index - 1}`;
    return `a${index}: &a${index} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  });
  expect(await whyOf(`${head}paths: {}\n${lines.join('\n')}`)).toContain('cannot be read');
});

it('refuses what is nested too deep, as JSON and as YAML', async () => {
  const json = `{"openapi":"3.0.0","paths":{},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await whyOf(json.replace('"x"', '"info"'))).toMatch(/nested/);
  expect(await whyOf(`${head}paths: {}\ninfo2: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toMatch(/nested/);
});

it('has the absolute servers, with the defaults of their variables', async () => {
  expect(serversOf(await readFixture('petstore-3.1.yaml'))).toEqual(['https://eu.pets.example/v2']);
});

it('an excerpt of GitHub gives its tools', async () => {
  const { tools, leftOut } = surveyTools(await readFixture('github-excerpt.json'));
  expect(tools.map(({ name }) => name).toSorted()).toEqual([
    'gists_star',
    'issues_create',
    'issues_list-for-repo',
    'issues_update',
    'markdown_render-raw',
    'repos_create-or-update-file-contents',
    'repos_delete-file',
    'repos_get-content',
  ]);
  expect(leftOut).toEqual([
    {
      method: 'POST',
      path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
      why: 'It has a server of its own, https://uploads.github.com.',
    },
  ]);
});

it('a file of 100,000 lines is read within seconds', async () => {
  const operation = { parameters: [{ name: 'q', in: 'query', schema: { $ref: '#/components/schemas/S' } }] };
  const paths = Object.fromEntries(
    Array.from({ length: 8_000 }, (_one, index) => [`/things/${index}`, { get: operation }]),
  );
  const text = JSON.stringify({ openapi: '3.0.0', paths, components: { schemas: { S: { type: 'string' } } } }, null, 1);
  expect(text.split('\n').length).toBeGreaterThan(100_000);
  const found = await readDescription(text);
  const tools = found.ok ? toolsOf(found.description) : [];
  expect(new Set(tools.map(({ name }) => name)).size).toBe(8_000);
}, 20_000);
