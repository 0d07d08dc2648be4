// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { Deployments } from './deployments.tsx';

const name = providerNameSchema.parse('azure');
function show(deployments: Parameters<typeof Deployments>[0]['deployments']) {
  const set = vi.fn(() => Promise.resolve({}));
  draw(<Deployments name={name} deployments={deployments} />, aState(), { providers: { set } });
  return set;
}
const KNOWN = { models: [{ name: 'prod', model: 'gpt-5-mini', learned: true }], type: null };

test('tells the model behind each deployment, and who said so', () => {
  show(KNOWN);
  expect(document.body.textContent).toContain('prod: gpt-5-mini told by a reply');
  expect(document.body.textContent).not.toContain('counts as the dearest model');
});

test('says how one counts whose model nobody knows', () => {
  show({ models: [], type: 'global' });
  expect(document.body.textContent).toContain('counts as the dearest model until its first reply tells its model');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Global' }).checked).toBe(true);
});

test('takes what a person knows, forgets it, and takes where deployments run', async () => {
  const set = show(KNOWN);
  fireEvent.change(screen.getByLabelText('Deployment'), { target: { value: 'test' } });
  fireEvent.change(screen.getByLabelText('Model'), { target: { value: 'gpt-4o' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set' }));
  await waitFor(() => expect(set).toHaveBeenCalledWith({ name, deployment: { name: 'test', model: 'gpt-4o' } }));
  fireEvent.click(screen.getByRole('button', { name: 'Forget the model of prod' }));
  await waitFor(() => expect(set).toHaveBeenCalledWith({ name, deployment: { name: 'prod', model: null } }));
  fireEvent.click(screen.getByRole('radio', { name: 'Data zone' }));
  await waitFor(() => expect(set).toHaveBeenCalledWith({ name, deploymentType: 'data-zone' }));
});
