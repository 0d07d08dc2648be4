import { expect, test } from 'vitest';
import { allowanceLeft, capLevel } from './allowance.ts';
import { aState } from '../testing.ts';

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
