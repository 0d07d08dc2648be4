// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { draw, press, tell } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { aState } from '../testing.ts';
import { useAction } from './use-action.ts';
import { useRead } from './use-read.ts';

const readFolder = async (gateway: GatewayClient): Promise<string> => (await gateway.status()).dataFolder;
const readUrl = async (gateway: GatewayClient): Promise<string> => (await gateway.status()).url;

/** Shows what was read, with a button for each way to read it again. */
function Reader(): ReactNode {
  const [asksUrl, setAsksUrl] = useState(false);
  const { data, problem, refetch } = useRead(asksUrl ? readUrl : readFolder);
  return (
    <>
      <p>{data ?? 'nothing'}</p>
      <p role="alert">{problem}</p>
      <button onClick={refetch}>again</button>
      <button onClick={() => setAsksUrl(true)}>other</button>
    </>
  );
}

function open(...answers: readonly (() => Promise<{ dataFolder: string; url?: string }>)[]) {
  const status = vi.fn(() =>
    (answers[status.mock.calls.length - 1] ?? (() => Promise.resolve({ dataFolder: 'last', url: 'u' })))(),
  );
  const { session } = draw(<Reader />, aState(), { status } satisfies FakeGateway);
  return { status, session };
}

const answering = (dataFolder: string) => () => Promise.resolve({ dataFolder });

test('asks when it is drawn, and again on request; the last answer stays meanwhile', async () => {
  const { status } = open(answering('first'));
  await screen.findByText('first');
  press('again');
  expect(screen.getByText('first')).toBeDefined();
  await screen.findByText('last');
  expect(status).toHaveBeenCalledTimes(2);
});

test('a failure is said beside the answer that there was, and goes with the next answer', async () => {
  open(answering('first'), () => Promise.reject(new Error('gone')));
  await screen.findByText('first');
  press('again');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('did not answer'));
  expect(screen.getByText('first')).toBeDefined();
  press('again');
  await screen.findByText('last');
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('an answer to a question that was left meanwhile replaces nothing', async () => {
  let answerLate = (_answer: { dataFolder: string }): void => undefined;
  open(() => new Promise((resolve) => void (answerLate = resolve)));
  press('other');
  await screen.findByText('u');
  await act(async () => answerLate({ dataFolder: 'late' }));
  expect(screen.queryByText('late')).toBeNull();
});

test('nothing is asked while the link is down, and everything again when it is back', async () => {
  const { status, session } = open(answering('first'));
  await screen.findByText('first');
  tell(session, { type: 'link', link: 'lost' });
  press('again');
  expect(status).toHaveBeenCalledOnce();
  tell(session, { type: 'link', link: 'live' });
  await screen.findByText('last');
  expect(status).toHaveBeenCalledTimes(2);
});

test('another scene is another gateway: it is asked anew', async () => {
  const { session } = open(answering('own'));
  await screen.findByText('own');
  tell(session, { type: 'scene', scene: 'simulated' }, { type: 'snapshot', state: aState(), recent: [] });
  await screen.findByText('last');
});

/** A button that fails, one that works, and what is said of them. */
function Doer({ work }: { work(): Promise<void> }): ReactNode {
  const { busy, problem, run, setProblem } = useAction();
  return (
    <>
      <p>{busy ? 'busy' : 'calm'}</p>
      <p role="alert">{problem}</p>
      <button onClick={() => void run(work)}>do</button>
      <button onClick={() => setProblem('Type a number.')}>say</button>
    </>
  );
}

test('an action is busy until it ends, and takes back what was said before', async () => {
  let end = (): void => undefined;
  draw(<Doer work={() => new Promise((resolve) => void (end = resolve))} />, aState());
  press('say');
  expect(screen.getByRole('alert').textContent).toBe('Type a number.');
  press('do');
  expect(screen.getByText('busy')).toBeDefined();
  expect(screen.getByRole('alert').textContent).toBe('');
  await act(async () => end());
  expect(screen.getByText('calm')).toBeDefined();
});

test('the sentence of a refusal is the gateway’s own', async () => {
  const refusal = new ORPCError('CONFLICT', { status: 409, message: 'There is already one.' });
  draw(<Doer work={() => Promise.reject(refusal)} />, aState());
  press('do');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('There is already one.'));
  expect(screen.getByText('calm')).toBeDefined();
});
