// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { BodiesView } from '../../../shared/contract/body-views.ts';
import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { aRequest, aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { KeepBodiesDialog } from './keep-bodies-dialog.tsx';
import { KeptBodies } from './kept-bodies.tsx';

const { id } = aRequest(1, 1);
const off = aState();
const on = aState({ agents: [{ keepBodies: { days: 7 } }] });
function agentOf({ agents: [agent] }: StateView): AgentView {
  if (agent === undefined) throw new Error('the state has an agent');
  return agent;
}

function show(bodies: () => Promise<BodiesView | null>): void {
  draw(<KeptBodies id={id} agent={agentOf(on)} timeZone="UTC" now={0} />, on, { usage: { bodies } });
  const details = screen.getByText('Show prompt and reply').closest('details');
  if (details === null) throw new Error('it is folded');
  details.open = true;
  fireEvent(details, new Event('toggle'));
}

test('an agent whose bodies are not kept: nothing is asked, and the way to have them kept is there', () => {
  draw(<KeptBodies id={id} agent={agentOf(off)} timeZone="UTC" now={0} />, off);
  expect(screen.getByText(/The prompt and the reply are not logged\./)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Log them from now on…' })).toBeDefined();
});

test('nothing is decrypted before it is opened; then it is shown to read, and as it came', async () => {
  const bodies = vi.fn(() =>
    Promise.resolve({
      request: { text: '{"model":"gpt-5"}', size: 17, cut: false },
      response: { text: 'data: {"choices":[{"delta":{"content":"Hello"}}]}\n', size: 3_000_000, cut: true },
      until: 0,
    }),
  );
  draw(<KeptBodies id={id} agent={agentOf(on)} timeZone="UTC" now={0} />, on, { usage: { bodies } });
  expect(bodies).not.toHaveBeenCalled();
  cleanup();
  show(bodies);
  expect((await screen.findByText(/"model": "gpt-5"/)).textContent).toBe('{\n  "model": "gpt-5"\n}');
  expect(bodies).toHaveBeenCalledExactlyOnceWith({ id });
  expect(screen.getByText('Hello')).toBeDefined();
  expect(screen.getByText('the first 50 bytes of 3 MB')).toBeDefined();
  fireEvent.click(screen.getAllByRole('radio', { name: 'Raw' })[1] ?? document.body);
  expect(screen.getByText(/^data: \{"choices"/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Copy what was received' })).toBeDefined();
});

test('what is no text, what was not kept, and why something cannot be read are said', async () => {
  show(() =>
    Promise.resolve({
      request: { text: null, size: 2_000, cut: false },
      response: { text: '', size: 0, cut: false },
      until: 0,
    }),
  );
  expect(await screen.findByText(/2 kB that are not text/)).toBeDefined();
  expect(screen.getByText('Nothing.')).toBeDefined();
  cleanup();
  show(() => Promise.resolve(null));
  expect(await screen.findByText(/Nothing is logged for this request/)).toBeDefined();
  cleanup();
  show(() => Promise.reject(new Error('gone')));
  expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
});

test('keeping is switched on for the days that were chosen, with what it means beside it', async () => {
  const keepBodies = vi.fn(() => Promise.resolve({ deleted: 0 }));
  const closed = vi.fn();
  const drawn = draw(<KeepBodiesDialog state={off} agent={agentOf(off)} onClose={closed} />, off, {
    agents: { keepBodies },
  });
  expect(screen.getByText(/passwords or keys in them/)).toBeDefined();
  expect(screen.getByText(/once Purser has stopped, nobody can read it/)).toBeDefined();
  fireEvent.click(screen.getByRole('radio', { name: '30 days' }));
  fireEvent.click(screen.getByRole('button', { name: 'Start logging' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(keepBodies).toHaveBeenCalledExactlyOnceWith({ id: agentOf(off).id, days: 30 });
  expect(drawn.toasts[0]?.text).toBe('Prompts and replies of Agent 0 are logged and kept for 30 days.');
});

test('stopping says what was deleted', async () => {
  const keepBodies = vi.fn(() => Promise.resolve({ deleted: 12 }));
  const closed = vi.fn();
  const drawn = draw(<KeepBodiesDialog state={on} agent={agentOf(on)} onClose={closed} />, on, {
    agents: { keepBodies },
  });
  expect(screen.getByRole('button', { name: 'Change' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Stop and delete' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(keepBodies).toHaveBeenCalledExactlyOnceWith({ id: agentOf(on).id, days: null });
  expect(drawn.toasts[0]?.text).toBe(
    'Prompts and replies of Agent 0 are no longer logged; those of 12 requests were deleted.',
  );
});
