import { expect, it } from 'vitest';
import { learnDeployment, modelBehind, ROUTER } from './learn-deployment.ts';

it('keeps the model that a reply names, without its date, and says when that is nothing new', () => {
  const first = learnDeployment({}, 'prod', 'gpt-4o-mini-2024-07-18');
  expect(first).toEqual({ prod: { model: 'gpt-4o-mini', learned: true } });
  expect(learnDeployment(first ?? {}, 'prod', 'gpt-4o-mini-2024-07-18')).toBeUndefined();
});

it('follows one that is given a newer model, and takes one that goes back for a router, for good', () => {
  const known = { prod: { model: 'gpt-35-turbo', learned: true } };
  const newer = learnDeployment(known, 'prod', 'gpt-4.1-mini-2025-04-14') ?? {};
  expect(newer).toEqual({ prod: { model: 'gpt-4.1-mini', learned: true, was: ['gpt-35-turbo'] } });
  const third = learnDeployment(newer, 'prod', 'gpt-5') ?? {};
  expect(modelBehind(third, 'prod')).toBe('gpt-5');
  const several = learnDeployment(third, 'prod', 'gpt-35-turbo') ?? {};
  expect(modelBehind(several, 'prod')).toBe(ROUTER);
  expect(learnDeployment(several, 'prod', 'gpt-4o-mini')).toBeUndefined();
});

it('leaves alone what a person has said, a deployment that is called as its model, and a router', () => {
  expect(learnDeployment({ prod: { model: 'gpt-5', learned: false } }, 'prod', 'gpt-4o')).toBeUndefined();
  expect(learnDeployment({}, 'gpt-4o', 'gpt-4o-2024-11-20')).toBeUndefined();
  expect(learnDeployment({}, 'model-router', 'gpt-5-nano')).toBeUndefined();
  expect(learnDeployment({}, 'Team-Router-2', 'gpt-5-nano')).toBeUndefined();
});

it('learns no more than a person could ever have', () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`d${index}`, { model: 'gpt-5', learned: true }]),
  );
  expect(learnDeployment(many, 'one-more', 'gpt-5')).toBeUndefined();
  expect(modelBehind(many, 'constructor')).toBeUndefined();
});
