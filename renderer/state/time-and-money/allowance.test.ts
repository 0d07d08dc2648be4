import { expect, test } from 'vitest';
import { allowanceLeft, capLevel } from '../../../shared/cap-level.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { aState } from '../testing.ts';
import { spentText } from './cap-text.ts';

const NOW = 1_763_700_000_000;
const day = (amount: number, spent = 0, reserved = 0): object => ({
  window: 'day',
  rolling: false,
  amount,
  raisedBy: 0,
  spent,
  reserved,
  resetsAt: 1,
});
const total = (amount: number, spent = 0): object => ({
  window: 'total',
  rolling: false,
  amount,
  raisedBy: 0,
  spent,
  reserved: 0,
  resetsAt: null,
});

test('adds up what every sub-key may still spend', () => {
  expect(allowanceLeft(aState({ keys: [{ caps: [day(500, 100, 50)] }, { caps: [total(70)] }] }), NOW)).toBe(420);
});

test('the tightest cap of a sub-key decides', () => {
  expect(allowanceLeft(aState({ keys: [{ caps: [day(500), total(1000, 990)] }] }), NOW)).toBe(10);
});

test('the caps of an agent hold for its sub-keys together', () => {
  const keys = [{ caps: [day(500)] }, { caps: [day(500)] }, { agentId: 'agt_aaaaaaaaaaa1', caps: [day(40)] }];
  expect(allowanceLeft(aState({ agents: [{ caps: [day(600, 100)] }, {}], keys }), NOW)).toBe(540);
});

test('sub-keys without a cap of their own may spend what their agent may, together', () => {
  const keys = [{ caps: [] }, { caps: [] }];
  expect(allowanceLeft(aState({ agents: [{ caps: [day(600, 100, 20)] }], keys }), NOW)).toBe(480);
});

test('a sub-key without any cap, its own or its agent’s, allows nothing', () => {
  expect(allowanceLeft(aState({ keys: [{ caps: [] }] }), NOW)).toBe(0);
});

test('a cap on everything holds for all agents together', () => {
  const state = aState({ keys: [{ caps: [day(500)] }] });
  const [key] = aState({ keys: [{ caps: [day(300, 100, 50)] }] }).keys;
  expect(allowanceLeft({ ...state, everything: { caps: key?.caps ?? [], policy: {} } }, NOW)).toBe(150);
});

test.each([
  ['one provider with a cap', [{ caps: [day(70)] }], 70],
  ['two providers with a cap each', [{ caps: [day(70)] }, { name: 'house', caps: [day(30)] }], 100],
  ['a provider without one', [{ caps: [day(70)] }, { name: 'house' }], 500],
])('%s', (_name, providers, left) => {
  expect(allowanceLeft(aState({ keys: [{ caps: [day(500)] }], providers }), NOW)).toBe(left);
});

test('is never negative', () => {
  expect(allowanceLeft(aState({ keys: [{ caps: [day(500, 500, 20)] }] }), NOW)).toBe(0);
});

test.each([
  ['a paused sub-key', { keys: [{ state: 'paused' }] }],
  ['a revoked sub-key', { keys: [{ state: 'revoked' }] }],
  ['an expired sub-key', { keys: [{ policy: { expiresAt: NOW } }] }],
  ['a paused agent', { agents: [{ paused: true }] }],
  ['everything paused', { everythingPaused: true }],
])('%s may spend nothing', (_name, changes) => {
  expect(allowanceLeft(aState(changes), NOW)).toBe(0);
});

test.each([
  [0, 'calm'],
  [799, 'calm'],
  [800, 'high'],
  [950, 'full'],
  [1000, 'full'],
])('a cap of 1000 with %d settled is %s, whatever is held', (spent, level) => {
  const [key] = aState({ keys: [{ caps: [day(1000, spent, 1000 - spent)] }] }).keys;
  expect(key?.caps.map(capLevel)).toEqual([level]);
});

test('a cap that is nearly used up does not look as if it were', () => {
  const cap = { amount: nanodollarsOf(50_000_000), spent: nanodollarsOf(49_800_000) };
  expect(spentText(cap)).toBe('$0.0498');
  expect(spentText({ ...cap, spent: cap.amount })).toBe('$0.05');
  expect(spentText({ ...cap, amount: nanodollarsOf(1_000_000_000) })).toBe('$0.05');
});
