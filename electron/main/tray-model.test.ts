import { describe, expect, test } from 'vitest';
import { stateViewSchema } from '../../shared/contract/views.ts';
import type { StateView } from '../../shared/contract/views.ts';
import { trayView } from './tray-model.ts';

const ready = { kind: 'ready', url: 'http://127.0.0.1:4141' } as const;

function agent(name: string, spentToday: number, paused = false) {
  const id = `agt_${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '').padEnd(12, '0').slice(0, 12)}`;
  return { id, name, paused, spentToday, spentTotal: spentToday, requestsToday: 1, running: 0, lastRequestAt: null, caps: [], policy: {}, createdAt: 0 };
}

function key(index: number, state: string) {
  const id = `key_${String(index).padStart(12, '0')}`;
  return { id, agentId: 'agt_aider0000000', agent: 'Aider', hint: 'ab12', state, caps: [], policy: {}, createdAt: 0, revokedAt: null, lastRefusal: null, rotation: null, rotationDueAt: null };
}

function state(agents: readonly ReturnType<typeof agent>[], everythingPaused = false, keyStates: readonly string[] = []): StateView {
  return stateViewSchema.parse({
    gateway: {
      version: '0.1.0',
      url: ready.url,
      dataFolder: '/data',
      pid: 1,
      secretStore: 'memory',
      timeZone: 'UTC',
      simulated: false,
    },
    everythingPaused,
    everything: { caps: [], policy: {} },
    spentToday: agents.reduce((sum, one) => sum + one.spentToday, 0),
    providers: [],
    agents,
    keys: keyStates.map((keyState, index) => key(index, keyState)),
    notices: [],
    approvals: [],
  });
}

describe('the tray', () => {
  test("says today's total and lists agents, the biggest spender first", () => {
    const view = trayView(ready, state([agent('Aider', 0), agent('Claude Code', 1_234_000_000)]));
    expect(view).toEqual({
      title: '$1.23',
      tooltip: 'Purser: $1.23 today',
      icon: 'serving',
      items: [
        { kind: 'text', label: '$1.23 spent today' },
        { kind: 'separator' },
        {
          kind: 'checkbox',
          label: 'Claude Code: $1.23',
          checked: true,
          action: { kind: 'pause-agent', id: 'agt_claudecode00' },
        },
        { kind: 'checkbox', label: 'Aider: $0.00', checked: true, action: { kind: 'pause-agent', id: 'agt_aider0000000' } },
        { kind: 'separator' },
        { kind: 'button', label: 'Pause everything', action: { kind: 'pause-everything' } },
        { kind: 'separator' },
        { kind: 'button', label: 'Open dashboard', action: { kind: 'open-dashboard' } },
        { kind: 'button', label: 'Quit Purser', action: { kind: 'quit' } },
      ],
    });
  });

  test('a paused agent has no tick, and its click resumes it', () => {
    const view = trayView(ready, state([agent('Codex', 10_000_000, true)]));
    expect(view.items).toContainEqual({
      kind: 'checkbox',
      label: 'Codex: $0.01 (paused)',
      checked: false,
      action: { kind: 'resume-agent', id: 'agt_codex0000000' },
    });
  });

  test('when everything is paused it says so and offers to resume', () => {
    const view = trayView(ready, state([], true));
    expect(view).toMatchObject({ title: 'paused', icon: 'stopped' });
    expect(view.items).toContainEqual({ kind: 'button', label: 'Resume everything', action: { kind: 'resume-everything' } });
    expect(view.items).toContainEqual({ kind: 'text', label: 'No agents yet' });
  });

  test('revoking everything is offered, with dots, while there is a sub-key to revoke', () => {
    const offer = { kind: 'button', label: 'Revoke everything…', action: { kind: 'revoke-everything' } };
    expect(trayView(ready, state([], false, ['revoked', 'paused'])).items).toContainEqual(offer);
    expect(trayView(ready, state([], true, ['active'])).items).toContainEqual(offer);
    expect(trayView(ready, state([], false, ['revoked'])).items).not.toContainEqual(offer);
    expect(trayView({ kind: 'down', code: 'CRASHED', reason: 'It broke.' }, state([], false, ['active'])).items).not.toContainEqual(offer);
  });

  test('what was revoked is said first, for the moment it is news', () => {
    const view = trayView(ready, state([]), 'Revoked 2 sub-keys. No request was running.');
    expect(view).toMatchObject({ title: 'revoked', tooltip: 'Purser: Revoked 2 sub-keys. No request was running.' });
    expect(view.items[0]).toEqual({ kind: 'text', label: 'Revoked 2 sub-keys. No request was running.' });
  });

  test('a long list is cut and says how much is missing', () => {
    const agents = Array.from({ length: 15 }, (_, index) => agent(`agent ${String.fromCharCode(97 + index)}`, 0));
    const view = trayView(ready, state(agents));
    expect(view.items.filter((item) => item.kind === 'checkbox')).toHaveLength(12);
    expect(view.items).toContainEqual({ kind: 'text', label: '3 more in the dashboard' });
  });

  test('a gateway that is down gives its reason and a way to start it again', () => {
    const view = trayView({ kind: 'down', code: 'PORT_TAKEN', reason: 'Port 4141 is taken. Quit the other program, or choose another port.' }, state([agent('Aider', 0)]));
    expect(view).toMatchObject({ icon: 'stopped', tooltip: 'Purser: the gateway is down' });
    expect(view.items).toContainEqual({ kind: 'text', label: 'Port 4141 is taken.' });
    expect(view.items).toContainEqual({ kind: 'button', label: 'Start it again', action: { kind: 'restart-gateway' } });
    expect(view.items.some((item) => item.kind === 'checkbox')).toBe(false);
  });

  test('until the gateway has told its state there is nothing to toggle, but always a way to quit', () => {
    for (const view of [trayView({ kind: 'starting' }, undefined), trayView(ready, undefined)]) {
      expect(view.items).toContainEqual({ kind: 'button', label: 'Quit Purser', action: { kind: 'quit' } });
      expect(view.items.some((item) => item.kind === 'checkbox')).toBe(false);
    }
  });
});
