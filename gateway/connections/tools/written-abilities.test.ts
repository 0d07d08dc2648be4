import { describe, expect, it } from 'vitest';
import { abilitiesAt } from '../../providers/model-abilities/model-abilities.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import type { ToolRoute, ToolSpec } from '../tool-spec.ts';
import { abilitiesFor, known, reads } from './written-abilities.ts';
import { TOOLS } from './tools.ts';

const root = 'http://127.0.0.1:4141/somewhere';
const route = { provider: 'somewhere', root, v1: `${root}/v1`, v1beta: `${root}/v1beta` };
const openai: ToolRoute = { ...route, models: ['gpt-6-sol'], abilitiesOf: (model) => abilitiesAt('openai', model) };
const nobody: ToolRoute = { ...route, models: ['my-coder'] };
const paths = createMachinePaths({ home: '/home/nobody-lives-here', platform: 'linux', env: { SHELL: '/bin/bash' } });

/** What ends up in the files of a tool. */
function written(tool: ToolSpec, openaiRoute: ToolRoute): string {
  const input = { paths, routes: { openai: openaiRoute }, key: SUB_KEY_MARK, project: null, command: null, mcp: null };
  return JSON.stringify(tool.files?.(input) ?? []);
}

it('a prompt has what the window and its own limit leave it; what fills the window is no limit on an answer', () => {
  expect(abilitiesFor(openai, 'gpt-6-sol')).toMatchObject({ window: 1_050_000, prompt: 922_000, answer: 128_000 });
  const grok: ToolRoute = { ...route, models: [], abilitiesOf: (model) => abilitiesAt('xai', model) };
  expect(abilitiesFor(grok, 'grok-4.7')).toMatchObject({ window: 500_000, answer: undefined });
  const gemini: ToolRoute = { ...route, models: [], abilitiesOf: (model) => abilitiesAt('gemini', model) };
  expect(abilitiesFor(gemini, 'gemini-3.8-flash')).toMatchObject({
    window: 1_048_576,
    prompt: 1_048_576,
    answer: 65_536,
  });
});

it('what nobody knows is not said', () => {
  const abilities = abilitiesFor(nobody, 'my-coder');
  expect(Object.values(abilities).filter((value) => value !== undefined)).toEqual([]);
  expect(reads(abilities, 'image')).toBeUndefined();
  expect(known({ window: abilities.window, name: 'my-coder' })).toEqual({ name: 'my-coder' });
});

/** Tools that insist on a window: of a model that nobody knows they get their own usual one, or a small one. */
const INSIST = new Set(['zed', 'goose', 'vscode-chat', 'kimi-code']);
const tellers = TOOLS.filter((tool) => {
  return tool.offersModels && written(tool, openai) !== written(tool, nobody).replaceAll('my-coder', 'gpt-6-sol');
});

describe.each(tellers.map((tool) => [tool.id, tool] as const))('%s', (id, tool) => {
  it('is told the published numbers of a model, and no number at all of one that nobody knows', () => {
    expect(written(tool, openai)).toMatch(/922000|1050000|128000/);
    const numbers = written(tool, nobody).match(/\b\d{5,}\b/g) ?? [];
    if (INSIST.has(id)) expect(new Set(numbers).size).toBeGreaterThan(0);
    else expect(numbers).toEqual([]);
  });
});

it('these tools are told', () => {
  const agents = [
    'opencode',
    'kilo',
    'qwen-code',
    'openclaw',
    'pi',
    'kimi-code',
    'droid',
    'continue',
    'copilot-cli',
    'goose',
    'crush',
  ];
  expect(tellers.map(({ id }) => id)).toEqual(expect.arrayContaining([...agents, 'vscode-chat', 'zed']));
});
