// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { AddProviderDialog } from './add-provider-dialog.tsx';

const REFUSED = 'OpenAI refuses this key (401). Copy it again; nothing was stored.';
/** Pastes a key and adds it. @returns what was asked of the gateway, and whether the dialog has closed */
function addKey(
  key: string,
  add: (input: object, options?: { readonly signal?: AbortSignal | undefined }) => Promise<object>,
) {
  const asked = vi.fn(add);
  const onClose = vi.fn();
  const { toasts } = draw(<AddProviderDialog kind={undefined} onClose={onClose} />, aState(), {
    providers: { add: asked },
  });
  fireEvent.change(screen.getByLabelText('OpenAI key'), { target: { value: key } });
  fireEvent.click(screen.getByRole('button', { name: 'Add key' }));
  return { asked, onClose, toasts };
}

const answering = (verdict: string, sentence: string) => () =>
  Promise.resolve({ name: 'openai', check: { verdict, sentence } });

test('a key that is taken needs no more than itself: whose it is, is seen by how it begins', async () => {
  const { asked, onClose, toasts } = addKey('sk-ant-x', answering('accepted', 'Anthropic accepts this key; 9 models.'));
  expect(screen.getByRole('status').textContent).toBe('Checking the key with Anthropic…');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]?.[0]).toEqual({ kind: 'anthropic', key: 'sk-ant-x', unchecked: false });
  expect(toasts).toEqual([{ text: 'Anthropic accepts this key; 9 models.' }]);
});

test('a kind that was picked by hand stays', async () => {
  const { asked } = addKey('sk-x', answering('accepted', 'yes'));
  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  fireEvent.change(screen.getByLabelText('Provider'), { target: { value: 'mistral' } });
  fireEvent.change(screen.getByLabelText('Mistral key'), { target: { value: 'sk-ant-x' } });
  expect(screen.getByLabelText('Mistral key')).toBeDefined();
});

test('a search finds a provider among many, and whose it is stays when the key says something else', () => {
  draw(<AddProviderDialog kind={undefined} onClose={() => undefined} />, aState(), {});
  const select = screen.getByLabelText<HTMLSelectElement>('Provider');
  expect([...select.options].slice(0, 3).map(({ text }) => text)).toEqual(['OpenAI', 'Anthropic', 'Google Gemini']);
  expect([...select.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
    'More hosts and vendors',
    'Your own servers, and other APIs',
  ]);
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: 'hugg' } });
  expect([...select.options].map(({ text }) => text)).toEqual(['Hugging Face']);
  fireEvent.change(screen.getByLabelText('Hugging Face key'), { target: { value: 'sk-ant-x' } });
  expect(select.value).toBe('huggingface');
  // Found nothing: what was picked stays.
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: 'nobody has this' } });
  expect([...select.options].map(({ text }) => text)).toEqual(['Hugging Face']);
});

test('a refused key can be pasted again, or kept by who is sure', async () => {
  const add = (input: object): Promise<object> =>
    Reflect.get(input, 'unchecked') === true
      ? answering('not-asked', 'Added without a check, as you asked.')()
      : Promise.reject(new ORPCError('KEY_REFUSED', { status: 422, message: REFUSED }));
  const { onClose, toasts } = addKey('sk-x', add);
  expect((await screen.findByRole('alert')).textContent).toBe(REFUSED);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Keep it anyway' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(toasts).toEqual([{ text: 'Added without a check, as you asked.' }]);
});

test('another failure offers nothing to keep', async () => {
  addKey('sk-x', () => Promise.reject(new ORPCError('CONFLICT', { status: 409, message: 'There is already one.' })));
  expect((await screen.findByRole('alert')).textContent).toBe('There is already one.');
  expect(screen.queryByRole('button', { name: 'Keep it anyway' })).toBeNull();
});

test('what nobody could confirm stays until it is read', async () => {
  const { onClose, toasts } = addKey(
    'sk-x',
    answering(
      'silent',
      'OpenAI did not answer within 5 seconds. The key is stored; the first request will show whether it works.',
    ),
  );
  expect((await screen.findByRole('dialog', { name: 'openai is added' })).textContent).toContain(
    'the first request will show whether it works',
  );
  expect([onClose.mock.calls.length, toasts]).toEqual([0, []]);
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('leaving while the provider is asked cancels', async () => {
  const { asked } = addKey('sk-x', () => new Promise(() => undefined));
  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  cleanup();
  expect(asked.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
});
