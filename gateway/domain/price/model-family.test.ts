import { expect, it } from 'vitest';
import { familyOf } from './model-family.ts';

const KNOWN = [
  'gpt-6-sol',
  'gpt-6.2-sol',
  'gpt-6-astra',
  'o1-pro',
  'claude-sonnet-5',
  'claude-3-5-sonnet-20241022',
  'claude-opus-5',
  'qwen3-max-preview',
  'qwen-plus',
  'zai-org/GLM-5.3',
  'zai-org/GLM-5.3-Flash',
  'moonshotai/Kimi-K3',
  'kimi-k3',
  'deepseek-v4-pro',
];

it.each([
  ['gpt-7-sol', 'gpt-sol', ['gpt-6-sol', 'gpt-6.2-sol']],
  ['gpt-7-sol-2027-01-15', 'gpt-sol', ['gpt-6-sol', 'gpt-6.2-sol']],
  ['gpt-7-nova', 'gpt', ['gpt-6-sol', 'gpt-6.2-sol', 'gpt-6-astra']],
  ['claude-sonnet-6', 'claude-sonnet', ['claude-sonnet-5', 'claude-3-5-sonnet-20241022']],
  ['claude-epic-1', 'claude', ['claude-sonnet-5', 'claude-3-5-sonnet-20241022', 'claude-opus-5']],
  ['qwen4-max', 'qwen-max', ['qwen3-max-preview']],
  ['zai-org/GLM-6', 'glm', ['zai-org/GLM-5.3']],
  // Another vendor's model of the same name has that vendor's price.
  ['moonshotai/Kimi-K4', 'kimi-k', ['moonshotai/Kimi-K3']],
  ['deepseek-v5-pro', 'deepseek-pro', ['deepseek-v4-pro']],
])('%s is one of %s', (model, name, members) => {
  const family = familyOf(model, KNOWN);
  expect(family?.name).toBe(name);
  expect(family?.members.toSorted()).toEqual(members.toSorted());
});

it.each(['mystery', 'openai/gpt-7-sol', '2027', ''])('%j is like no other', (model) =>
  expect(familyOf(model, KNOWN)).toBeUndefined(),
);
