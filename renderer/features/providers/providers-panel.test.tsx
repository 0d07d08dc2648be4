// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { ProvidersPanel } from './providers-panel.tsx';

const OPENAI = {
  name: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  gatewayUrl: 'http://127.0.0.1:4141/openai/v1',
};
const API = { credential: { in: 'header', name: 'authorization', prefix: 'Bearer ' }, pricePerCall: 0 };

function open(providers: readonly object[], gateway: FakeGateway = {}, asked?: string) {
  const state = aState({ providers });
  return draw(<ProvidersPanel state={state} asked={asked} />, state, gateway);
}

test('without a provider key it says what that means, and where a key would be kept', () => {
  const { dialogs } = open([]);
  expect(screen.getByText('No provider key yet, so requests are refused.')).toBeDefined();
  expect(screen.getByText(/kept in memory and forgotten when Purser quits/)).toBeDefined();
  press('Add provider key');
  expect(dialogs).toEqual([{ kind: 'add-provider' }]);
});

test('a provider shows its host, the base URL for tools, and its rules', () => {
  open([{ ...OPENAI, policy: { requestsPerMinute: 60 } }]);
  const row = screen.getByTestId('provider');
  expect(within(row).getByText('api.openai.com').title).toBe(OPENAI.baseUrl);
  expect(row.textContent).toContain(OPENAI.gatewayUrl);
  expect(within(row).getByText('60 requests a minute')).toBeDefined();
});

test.each([
  ['accepted', 'OpenAI accepts this key.', 'notice-good'],
  ['refused', 'OpenAI refuses this key (401).', 'notice-warning'],
] as const)('a check that says %s is shown until it is read', async (verdict, sentence, tone) => {
  const check = vi.fn(() => Promise.resolve({ verdict, sentence }));
  open([OPENAI], { providers: { check } } satisfies FakeGateway);
  press('Check the key of openai');
  expect((await screen.findByText(sentence)).closest('.notice')?.className).toContain(tone);
  expect(check).toHaveBeenCalledExactlyOnceWith({ name: 'openai' });
  press('Dismiss');
  expect(screen.queryByText(sentence)).toBeNull();
});

const KEPT = {
  reference: 'vault:secret/data/ai#openai',
  graceMs: 600_000,
  state: 'fresh',
  fetchedAt: Date.now() - 185_000,
  nextAt: null,
  version: '2',
  failure: null,
};

test('a key that a secret manager keeps shows where it comes from, and is read again by hand', async () => {
  const refresh = vi.fn(() => Promise.resolve(OPENAI));
  open([{ ...OPENAI, keyFrom: KEPT }], { providers: { refresh } } satisfies FakeGateway);
  expect(screen.getByText(/The key comes from vault:secret\/data\/ai#openai, read 3 min ago\./)).toBeDefined();
  press('Read the key of openai again');
  await waitFor(() => expect(refresh).toHaveBeenCalledExactlyOnceWith({ name: 'openai' }));
});

test.each([
  ['grace', 'Vault is sealed. The key that was read before is still used.'],
  ['failed', 'Vault is sealed. Requests are refused until it can be read.'],
])('why it could not be read stands beside it: %s', (state, sentence) => {
  open([{ ...OPENAI, keyFrom: { ...KEPT, state, failure: 'Vault is sealed.' } }]);
  expect(screen.getByText(sentence)).toBeDefined();
});

test('an API that is no AI provider has no key that could be checked, and nothing that streams', () => {
  open([{ ...OPENAI, kind: 'http', http: API }]);
  expect(screen.queryByRole('button', { name: 'Check the key of openai' })).toBeNull();
  expect(screen.queryByText(/leaves a stream early/)).toBeNull();
});

test('a key is removed only after a second click, and the first answer is to keep it', async () => {
  const remove = vi.fn(() => Promise.resolve({ name: 'openai' }));
  open([OPENAI], { providers: { remove } } satisfies FakeGateway);
  press('Remove the key of openai');
  const question = screen.getByRole('group', { name: 'Remove openai?' });
  expect(question.textContent).toContain('Its key is deleted, and requests to openai are refused.');
  expect(document.activeElement?.textContent).toBe('Keep');
  fireEvent.click(within(question).getByRole('button', { name: 'Keep' }));
  expect(screen.queryByRole('group', { name: 'Remove openai?' })).toBeNull();
  expect(remove).not.toHaveBeenCalled();
  press('Remove the key of openai');
  press('Remove');
  await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith({ name: 'openai' }));
});

test('a key that could not be removed is still asked about, with the reason', async () => {
  open([OPENAI], { providers: { remove: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway);
  press('Remove the key of openai');
  press('Remove');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole('group', { name: 'Remove openai?' })).toBeDefined();
});

test('the rules of a provider have the dialog that all rules have', () => {
  const { dialogs } = open([OPENAI]);
  press('Caps and rules of the provider openai');
  expect(dialogs).toEqual([{ kind: 'policy', scope: 'provider:openai' }]);
});

test('the provider that the address names is brought into sight', () => {
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockReturnValue(undefined);
  open([OPENAI, { ...OPENAI, name: 'house' }], {}, 'house');
  expect(seen).toHaveBeenCalledOnce();
  expect(seen.mock.contexts[0]).toHaveProperty('textContent', expect.stringContaining('house'));
});
