// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { aRequest, aState, aTool } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { newestRefusal, spenders, stepsDone } from './steps.ts';
import { Welcome } from './welcome.tsx';

const AT = 1_763_700_000_000;
const PROVIDER = {
  name: 'anthropic',
  kind: 'anthropic',
  baseUrl: 'https://api.anthropic.com',
  gatewayUrl: 'http://127.0.0.1:1/anthropic',
  http: null,
  caps: [],
  policy: {},
  createdAt: AT,
};
const nobody = aState({ agents: [], keys: [] });
const withKey = aState({ agents: [], keys: [], providers: [PROVIDER] });
const ready = aState({ providers: [PROVIDER] });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Draws the welcome as far as a newcomer has come. @returns what happened on it */
async function welcome(state: StateView, tools: readonly ToolView[], first?: RequestView) {
  const [onBegun, onDone] = [vi.fn(), vi.fn()];
  const { dialogs: opened } = draw(
    <Welcome
      state={state}
      steps={stepsDone(state, [])}
      first={first}
      offersSimulation
      onBegun={onBegun}
      onDone={onDone}
    />,
    state,
    { connections: { list: () => Promise.resolve(tools), plan: () => new Promise(() => undefined) } },
  );
  await act(async () => undefined);
  return { opened, onBegun, onDone };
}

const marked = (): string | null | undefined => document.querySelector('[aria-current="step"] h2')?.textContent;

test.each([
  ['keychain', 'The key is stored in your OS keychain and sent only to the provider.'],
  ['vault', 'The key is stored in your encrypted vault and sent only to the provider.'],
  ['memory', 'The key is kept in memory until Purser quits, and sent only to the provider.'],
] as const)('a key in %s is said to be there', async (secretStore, words) => {
  await welcome({ ...nobody, gateway: { ...nobody.gateway, secretStore } }, []);
  expect(document.querySelector('.welcome')?.textContent).toContain(words);
});

test('begins with the key of the tool that is here, and offers the demo', async () => {
  const { opened } = await welcome(nobody, [aTool(), aTool({ id: 'codex', title: 'Codex CLI', speaks: ['openai'] })]);
  expect(marked()).toBe('Add a provider key');
  expect(screen.getByText(/Claude Code is on this machine and spends at Anthropic/)).toBeDefined();
  expect(screen.getByText('Found here: Claude Code, Codex CLI.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'See it with simulated data' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Add provider key' }));
  expect(opened).toEqual([{ kind: 'add-provider', provider: 'anthropic' }]);
});

test('then each tool has one button: to connect it, or to add the key that it lacks', async () => {
  const { opened, onBegun } = await welcome(withKey, [
    aTool({ id: 'codex', title: 'Codex CLI', speaks: ['openai'], ready: false }),
    aTool(),
  ]);
  expect(marked()).toBe('Pick a tool');
  fireEvent.click(screen.getByRole('button', { name: 'Add OpenAI key' }));
  expect(opened).toEqual([{ kind: 'add-provider', provider: 'openai' }]);
  expect(onBegun).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Connect Claude Code' }));
  expect(screen.getByRole('dialog', { name: 'Connect Claude Code' })).toBeDefined();
  expect(onBegun).toHaveBeenCalledOnce();
});

test('a machine without tools has the way by hand, and its base URLs while it waits', async () => {
  const { opened } = await welcome(withKey, []);
  expect(screen.getByText('None of the tools that Purser knows was found on this machine.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Issue sub-key' }));
  expect(opened).toEqual([{ kind: 'issue-key' }]);
  cleanup();
  await welcome(ready, []);
  expect(marked()).toBe('See the first request arrive');
  expect(document.body.textContent).toContain('http://127.0.0.1:1/anthropic');
  expect(screen.getByRole('status').textContent).toBe('Waiting for the first request');
});

test('while it waits it says what was refused', async () => {
  const refused = aState({
    providers: [PROVIDER],
    keys: [
      { lastRefusal: { at: AT, rule: 'model', message: 'No price is known for "x".', provider: 'openai', model: 'x' } },
      { lastRefusal: { at: AT - 1, rule: 'model', message: 'older', provider: 'openai', model: 'x' } },
    ],
  });
  expect(newestRefusal(refused)).toMatchObject({
    agent: 'Agent 0',
    message: 'No price is known for "x".',
    provider: 'openai',
    model: 'x',
  });
  expect(spenders(refused)).toEqual(['Agent 0']);
  await welcome(refused, []);
  expect(screen.getByText('A request of Agent 0 was refused: No price is known for "x".')).toBeDefined();
});

test('the first request stands alone with its cost, and makes room by itself', async () => {
  vi.useFakeTimers();
  const { onDone } = await welcome(ready, [], aRequest(1, AT));
  expect(screen.getByRole('heading').textContent).toBe('Agent 0’s first request has arrived');
  expect(screen.getByTestId('first-cost').textContent).toBe('$0.01');
  expect(screen.getByTestId('request').textContent).toContain('gpt-5');
  act(() => void vi.advanceTimersByTime(20_000));
  expect(onDone).toHaveBeenCalledOnce();
});

test('one that the provider failed stays until it is read', async () => {
  vi.useFakeTimers();
  const { onDone } = await welcome(ready, [], { ...aRequest(1, AT), outcome: 'provider-error', status: 401 });
  expect(screen.getByText(/the provider answered 401\. Check its key/)).toBeDefined();
  act(() => void vi.advanceTimersByTime(20_000));
  expect(onDone).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Open the overview' }));
  expect(onDone).toHaveBeenCalledOnce();
});

test('a dialog that may show a sub-key is not taken away by the first request', async () => {
  function Scene(): ReactNode {
    const [first, setFirst] = useState<RequestView>();
    return (
      <>
        <button onClick={() => setFirst(aRequest(1, AT))}>arrive</button>
        <Welcome
          state={withKey}
          steps={stepsDone(withKey, [])}
          first={first}
          offersSimulation
          onBegun={() => undefined}
          onDone={() => undefined}
        />
      </>
    );
  }
  draw(<Scene />, withKey, {
    connections: { list: () => Promise.resolve([aTool()]), plan: () => new Promise(() => undefined) },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Connect Claude Code' }));
  fireEvent.click(screen.getByText('arrive'));
  expect(screen.getByRole('dialog', { name: 'Connect Claude Code' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('heading').textContent).toBe('Agent 0’s first request has arrived');
});
