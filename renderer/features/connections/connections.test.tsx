// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Diagnosis, Finding } from '../../../shared/contract/connection-views.ts';
import { aState, aTool } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { ToolsPanel } from './tools-panel.tsx';

const KEY_IN_PROJECT: Finding = {
  id: 'plain-key:/work/shop/.env:1',
  severity: 'warning',
  tool: null,
  file: '/work/shop/.env',
  line: 1,
  text: 'OPENAI_API_KEY, a key of openai, is here in plain text.',
  byHand: null,
  acts: [{ kind: 'move-key', file: '/work/shop/.env', asks: true }],
};

/** A gateway with these tools and findings, and what it was asked for. */
function aGateway(tools: readonly ReturnType<typeof aTool>[], findings: readonly Finding[] = []) {
  const doctor = vi.fn((_ask: { readonly fix?: readonly string[] | undefined }): Promise<Diagnosis> =>
    Promise.resolve({ findings: [...findings], fixed: [] }),
  );
  const connect = vi.fn(() => Promise.resolve({ instructions: null }));
  const plan = {
    tool: 'claude-code',
    title: 'Claude Code',
    project: null,
    fingerprint: 'f',
    files: [],
    instructions: null,
    notes: [],
    caps: tools[0]?.caps ?? [],
    reload: 'At once.',
  };
  return {
    doctor,
    connect,
    gateway: {
      connections: { list: () => Promise.resolve(tools), plan: () => Promise.resolve(plan), doctor, connect },
    },
  };
}

it('shows the tools of this machine, and the others behind one line with their number', async () => {
  draw(
    <ToolsPanel />,
    aState(),
    aGateway([
      aTool(),
      aTool({ id: 'zed', title: 'Zed', state: 'not-found' }),
      aTool({ id: 'amp', title: 'Amp', state: 'not-possible' }),
    ]).gateway,
  );
  const here = await screen.findByRole('region', { name: 'On this machine' });
  expect(within(here).getByRole('heading', { name: 'Claude Code' })).toBeDefined();
  expect(within(here).queryByRole('heading', { name: 'Zed' })).toBeNull();
  expect(screen.getByText('2 more tools that Purser knows, not found on this machine')).toBeDefined();
});

it('says in a word how sure a tool is, and the rest by a button', async () => {
  draw(<ToolsPanel />, aState(), aGateway([aTool()]).gateway);
  const evidence = await screen.findByRole('button', { name: 'Tested: how Purser knows about Claude Code' });
  expect(screen.queryByText(/2\.1\.329/)).toBeNull();
  fireEvent.click(evidence);
  expect(screen.getByText('Tested with Purser (2.1.329).')).toBeDefined();
});

it('connects with a preset: its cap and its rules', async () => {
  const { gateway, connect } = aGateway([aTool()]);
  draw(<ToolsPanel />, aState(), gateway);
  fireEvent.click(await screen.findByRole('button', { name: 'Connect Claude Code' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Careful' }));
  expect(
    screen.getByText('The tool gets a sub-key of its own: $1.00 a day, 20 requests a minute, 1 at a time.'),
  ).toBeDefined();
  await screen.findByText('It takes effect at once.');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await waitFor(() =>
    expect(connect).toHaveBeenCalledWith(
      expect.objectContaining({ tool: 'claude-code', preset: 'careful', fingerprint: expect.any(String) }),
    ),
  );
});

it('takes a key out of a project only after the person read which file it is in', async () => {
  const { gateway, doctor } = aGateway([aTool()], [KEY_IN_PROJECT]);
  draw(<ToolsPanel />, aState(), gateway);
  fireEvent.click(await screen.findByRole('button', { name: 'Move the key…' }));
  expect(doctor.mock.calls.every(([{ fix }]) => fix?.length === 0)).toBe(true);
  const dialog = screen.getByRole('dialog', { name: 'Is this key your own?' });
  expect(dialog.textContent).toContain('/work/shop/.env');
  fireEvent.click(within(dialog).getByRole('button', { name: 'It is mine, move it' }));
  expect(doctor).toHaveBeenLastCalledWith({ fix: [KEY_IN_PROJECT.id], importFrom: ['/work/shop/.env'], projects: [] });
});

it('never tells a person at a button to type a command', async () => {
  const acts: Finding['acts'] = [
    { kind: 'put-right', what: 'repair', connection: 'codex' },
    { kind: 'move-key', file: '/home/me/.env', asks: false },
    { kind: 'connect', tool: 'claude-code', title: 'Claude Code', project: null },
    { kind: 'disconnect', connection: 'codex' },
    { kind: 'add-provider', provider: 'openai' },
  ];
  draw(
    <ToolsPanel />,
    aState(),
    aGateway(
      [aTool()],
      acts.map((act, index) => ({ ...KEY_IN_PROJECT, id: String(index), acts: [act] })),
    ).gateway,
  );
  const findings = await screen.findAllByTestId('finding');
  expect(findings.map((finding) => finding.textContent).join(' ')).not.toMatch(/purser |--/);
  expect(
    findings.map((finding) =>
      within(finding)
        .queryAllByRole('button')
        .map(({ textContent }) => textContent),
    ),
  ).toEqual([['Fix it'], ['Fix it'], ['Connect Claude Code…'], [], ['Add provider key']]);
});
