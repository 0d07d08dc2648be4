import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../../dialect.ts';
import { callOf } from '../../call-of.ts';
import { messages } from '../messages.ts';

const body = (more: JsonObject = {}): JsonObject => ({
  model: 'claude-sonnet-4-5',
  max_tokens: 1_024,
  messages: [{ role: 'user', content: 'Say hello.' }],
  ...more,
});
const read = (json: JsonObject) => messages.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
function formsOf(more: JsonObject): readonly Ask[] {
  const forms = [ask(more)];
  for (let cheaper = forms[0]?.cheaper; cheaper; cheaper = cheaper.cheaper) forms.push(cheaper);
  return forms;
}
const search = (max_uses?: number): JsonObject => ({
  type: 'web_search_20250305',
  name: 'web_search',
  ...(max_uses === undefined ? {} : { max_uses }),
});
const fetch = (max_uses?: number, max_content_tokens?: number): JsonObject => ({
  type: 'web_fetch_20250910',
  name: 'web_fetch',
  ...(max_uses === undefined ? {} : { max_uses }),
  ...(max_content_tokens === undefined ? {} : { max_content_tokens }),
});
const mine = { name: 'mine', input_schema: { type: 'object' } };

/** Most rounds. */
const ROUNDS = 11;
const fieldsOf = (form: Ask | undefined): readonly JsonObject[] =>
  (form?.fields?.['tools'] ?? []) as readonly JsonObject[];

describe('code and MCP servers, which nothing in a request limits', () => {
  const code = (day = '20260521'): JsonObject => ({ type: `code_execution_${day}`, name: 'code_execution' });
  const server = { type: 'url', url: 'https://mcp.example', name: 'x' };
  const set = (more: JsonObject = {}): JsonObject => ({ type: 'mcp_toolset', mcp_server_name: 'x', ...more });
  const CONTAINER = { containerSeconds: 3_870 };

  it('are held for the window in every round', () => {
    for (const more of [{ tools: [code()] }, { mcp_servers: [server] }, { mcp_servers: [server], tools: [set()] }]) {
      expect(formsOf(more)).toHaveLength(1);
      expect(ask(more)).toMatchObject({ rounds: ROUNDS, inputBound: undefined });
      expect(ask(more)).not.toHaveProperty('watched');
    }
    expect(ask({ tools: [code()] }).extras).toEqual(CONTAINER);
    expect(ask({ mcp_servers: [server] }).extras).toBeUndefined();
  });

  it('have smaller forms in a stream, which shows every call', () => {
    const forms = formsOf({ tools: [code()], stream: true });
    expect(forms.map(({ watched = false, rounds }) => [watched, rounds])).toEqual([
      [false, ROUNDS],
      ...[9, 6, 4, 3, 2].map((rounds) => [true, rounds]),
    ]);
    const bounds = forms.map(({ inputBound = Infinity, rounds = 1 }) => inputBound * rounds);
    expect(bounds).toEqual(bounds.toSorted((left, right) => right - left));
    for (const form of forms) expect(form.fields).toBeUndefined();
    // The tools of a server that are not in the request are held for as well.
    const pinned = formsOf({ mcp_servers: [server], tools: [set({ tools: [] })], stream: true }).at(-1);
    const unlisted = formsOf({ mcp_servers: [server], tools: [set()], stream: true }).at(-1);
    expect((unlisted?.inputBound ?? 0) - (pinned?.inputBound ?? 0)).toBeGreaterThan(99_000);
  });

  it('limit the tools beside them that can be limited', () => {
    const forms = formsOf({ tools: [code(), search()], stream: true });
    expect(forms.map((form) => fieldsOf(form)[1]?.['max_uses'])).toEqual([undefined, 8, 5, 3, 2, 1]);
    for (const form of forms.slice(1)) expect(fieldsOf(form)[0]).toEqual(code());
  });

  it('run in a container that is billed by its time, unless a newer search or fetch is there', () => {
    const free = ['web_search_20260209', 'web_fetch_20260318', 'web_search_20291231'];
    for (const type of free) expect(ask({ tools: [code(), { type, name: 'w' }] }).extras).not.toMatchObject(CONTAINER);
    for (const day of ['20250522', '20250825', '20260120'])
      expect(ask({ tools: [code(day), search(1)] }).extras).toEqual({ ...CONTAINER, webSearches: 1 });
    expect(ask({ tools: [code(), fetch(1)] }).extras).toEqual(CONTAINER);
  });

  it('are billed for a container that files or skills are loaded into, although no code runs', () => {
    const upload = [{ role: 'user', content: [{ type: 'container_upload', file_id: 'file_01' }] }];
    const skills = { skills: [{ type: 'anthropic', skill_id: 'pptx' }] };
    const loaded = [{ messages: upload }, { container: skills }, { container: 'container_01' }];
    const reply = { usage: { input_tokens: 10, output_tokens: 1 }, content: [{ type: 'text', text: 'x' }] };
    for (const more of loaded) {
      const form = ask({ tools: [code()], ...more });
      expect(messages.readUsage(reply, form)).toMatchObject({ parts: { containerSeconds: 300 } });
      // Even where the list does not name the tool.
      expect(ask(more)).toMatchObject({ rounds: ROUNDS, extras: CONTAINER });
    }
    expect(messages.readUsage(reply, ask({ tools: [code()] }))).not.toHaveProperty('parts');
  });

  it('read the names of files, and what skills are for', () => {
    const inputOf = (more: JsonObject) => formsOf({ tools: [code()], stream: true, ...more }).at(-1)?.inputBound ?? 0;
    const upload = [{ role: 'user', content: [{ type: 'container_upload', file_id: 'file_01' }] }];
    expect(inputOf({ messages: upload }) - inputOf({})).toBeGreaterThan(1_000);
    expect(inputOf({ messages: upload }) - inputOf({})).toBeLessThan(2_000);
    expect(inputOf({ container: { skills: [{ skill_id: 'pptx' }] } }) - inputOf({})).toBeGreaterThan(4_000);
  });

  it('must be a list', () => {
    expect(read(body({ mcp_servers: 'x' }))).toMatchObject({ fault: 'malformed' });
    expect(read(body({ mcp_servers: [5] }))).not.toHaveProperty('fault');
  });

  it('are counted without the servers, which may name other tools when they are asked again', async () => {
    const sent: JsonObject[] = [];
    const count = (more: JsonObject) =>
      messages.countInput?.(
        callOf(body(more), 1_000),
        (_path, asked) => {
          sent.push(asked);
          return Promise.resolve({ input_tokens: 100 });
        },
        () => Promise.resolve(undefined),
      );
    expect(await count({ mcp_servers: [server], tools: [set(), mine] })).toBe(302);
    expect(sent).toEqual([{ model: 'claude-sonnet-4-5', messages: body()['messages'], tools: [mine] }]);
  });
});
