import { expect, it } from 'vitest';
import { aTool } from '../../state/testing.ts';
import { sortTools, toolsCalled } from './sort-tools.ts';

const ids = (tools: readonly { readonly id: string }[]): readonly string[] => tools.map(({ id }) => id);

it('puts first what is here and needs a look, and apart what this machine has not', () => {
  const { here, environment, elsewhere } = sortTools([
    aTool({ id: 'zed', state: 'not-found' }),
    aTool({ id: 'codex', state: 'found' }),
    aTool({ id: 'cursor', state: 'not-possible' }),
    aTool({ id: 'shell', state: 'found', group: 'environment' }),
    aTool({ id: 'claude-code', state: 'changed-outside' }),
  ]);
  expect([ids(here), ids(environment), ids(elsewhere)]).toEqual([
    ['claude-code', 'codex'],
    ['shell'],
    ['zed', 'cursor'],
  ]);
});

it('finds a tool by a part of its name, in any case', () => {
  const tools = [aTool({ id: 'zed', title: 'Zed' }), aTool({ id: 'qwen-code', title: 'Qwen Code' })];
  expect(ids(toolsCalled(tools, ' QWEN'))).toEqual(['qwen-code']);
  expect(ids(toolsCalled(tools, ''))).toEqual(['zed', 'qwen-code']);
  expect(ids(toolsCalled(tools, 'emacs'))).toEqual([]);
});
