import { describe, expect, test } from 'vitest';
import { aCap, aState, USD } from '../app/testing.ts';
import { trayView } from './tray-model.ts';

const ready = { kind: 'ready', url: 'http://127.0.0.1:4141' } as const;
const down = {
  kind: 'down',
  code: 'PORT_TAKEN',
  reason: 'Port 4141 is taken. Quit the other program, or choose another port.',
} as const;

describe('the tray', () => {
  test("says today's total and offers what can be done, whatever runs", () => {
    const view = trayView(ready, aState({ spentToday: 1_234_000_000 }), { startsAtLogin: false });
    expect(view).toEqual({
      title: '$1.23',
      tooltip: 'Purser: $1.23 today',
      icon: 'serving',
      items: [
        { kind: 'text', label: '$1.23 spent today' },
        { kind: 'separator' },
        { kind: 'text', label: 'No agents yet' },
        { kind: 'separator' },
        {
          kind: 'button',
          label: 'Connect a tool…',
          action: { kind: 'open-dashboard', route: { page: 'connections' } },
        },
        { kind: 'separator' },
        { kind: 'button', label: 'Pause everything', action: { kind: 'pause-everything' } },
        { kind: 'separator' },
        { kind: 'button', label: 'Open dashboard', action: { kind: 'open-dashboard' } },
        { kind: 'checkbox', label: 'Start at login', checked: false, action: { kind: 'start-at-login', on: true } },
        { kind: 'button', label: 'Settings', action: { kind: 'open-dashboard', route: { page: 'settings' } } },
        { kind: 'separator' },
        { kind: 'button', label: 'Quit Purser', action: { kind: 'quit' } },
      ],
    });
  });

  test('when everything is paused it says so and offers to resume, however full a cap is', () => {
    const view = trayView(ready, aState({ everythingPaused: true, everything: { caps: [aCap(5, 5)], policy: {} } }));
    expect(view).toMatchObject({
      title: 'paused',
      icon: 'paused',
      tooltip: 'Purser: everything is paused ($0.00 today)',
    });
    expect(view.items).toContainEqual({
      kind: 'button',
      label: 'Resume everything',
      action: { kind: 'resume-everything' },
    });
  });

  test('a stop that is not on disk is said in so many words, whatever it stopped', () => {
    const notYetStored = true;
    const states = [
      aState(),
      aState({ everything: { caps: [], policy: {}, notYetStored } }),
      aState({ agents: [{ name: 'Aider', notYetStored }] }),
    ];
    expect(
      states.map((state) => JSON.stringify(trayView(ready, state).items).includes('A stop is not saved yet')),
    ).toEqual([false, true, true]);
  });

  test.each([
    [3.99, 'serving', 'Purser: $0.00 today'],
    [4, 'near', 'Purser: $0.00 today. A cap is nearly used up'],
    [4.75, 'capped', 'Purser: $0.00 today. A cap is used up'],
  ])('any cap of 5 dollars with %d spent makes it %s, in shape and in words', (spent, icon, tooltip) => {
    const caps = [aCap(5, spent)];
    const agent = { name: 'Aider' };
    const stopsWhenLeft = { answer: 'yes', said: null };
    const addresses = { baseUrl: '', gatewayUrl: '', http: null };
    const openai = { name: 'openai', kind: 'openai', ...addresses, stopsWhenLeft, policy: {}, createdAt: 0 };
    for (const state of [
      aState({ everything: { caps, policy: {} } }),
      aState({ agents: [{ ...agent, caps }] }),
      aState({ agents: [agent], keys: [{ state: 'paused', caps }] }),
      aState({ providers: [{ ...openai, caps }] }),
    ]) {
      expect(trayView(ready, state)).toMatchObject({ icon, tooltip });
    }
  });

  test('the caps of a revoked or expired sub-key are history', () => {
    const icon = (key: object): string =>
      trayView(ready, aState({ agents: [{ name: 'Aider' }], keys: [{ caps: [aCap(5, 5)], ...key }] }), { now: 1_000 })
        .icon;
    expect(icon({ state: 'revoked' })).toBe('serving');
    expect(icon({ policy: { expiresAt: 1_000 } })).toBe('serving');
    expect(icon({ policy: { expiresAt: 1_001 } })).toBe('capped');
  });

  test('revoking everything is offered, with dots, while there is a sub-key to revoke', () => {
    const offer = { kind: 'button', label: 'Revoke everything…', action: { kind: 'revoke-everything' } };
    const keys = (...states: readonly string[]) => aState({ keys: states.map((state) => ({ state })) });
    expect(trayView(ready, keys('revoked', 'paused')).items).toContainEqual(offer);
    expect(trayView(ready, keys('active')).items).toContainEqual(offer);
    expect(trayView(ready, keys('revoked')).items).not.toContainEqual(offer);
    expect(trayView(down, keys('active')).items).not.toContainEqual(offer);
  });

  test('what was revoked is said first, for the moment it is news', () => {
    const view = trayView(ready, aState(), { said: 'Revoked 2 sub-keys. No request was running.' });
    expect(view).toMatchObject({ title: 'revoked', tooltip: 'Purser: Revoked 2 sub-keys. No request was running.' });
    expect(view.items[0]).toEqual({ kind: 'text', label: 'Revoked 2 sub-keys. No request was running.' });
  });

  test('a request that waits is at the top, with its answers, and is counted in title and tooltip', () => {
    const view = trayView(ready, aState({ agents: [{ name: 'Aider', spentToday: 5 * USD }], approvals: [{}] }));
    expect(view).toMatchObject({
      title: '$5.00 · 1 asks',
      tooltip: 'Purser: $5.00 today. 1 request is waiting for you',
    });
    expect(view.items.slice(0, 6)).toEqual([
      { kind: 'text', label: 'Aider asks for "gpt-4o-mini", up to $0.25' },
      { kind: 'text', label: 'It has used $5.00 of its $5.00 for today; resets at 00:00.' },
      {
        kind: 'button',
        label: 'Allow once',
        action: { kind: 'answer-approval', id: 'apr_00000000', answer: 'allow-once' },
      },
      {
        kind: 'button',
        label: 'Raise for today by $5.00',
        action: { kind: 'answer-approval', id: 'apr_00000000', answer: 'raise-today', raiseBy: 5 * USD },
      },
      { kind: 'button', label: 'Deny', action: { kind: 'answer-approval', id: 'apr_00000000', answer: 'deny' } },
      { kind: 'separator' },
    ]);
  });

  test('a call of a tool has answers of its own: there is no cap to raise', () => {
    const call = { server: 'memory', tool: 'delete_all', arguments: '{}', mayDestroy: true };
    const asked = { provider: 'memory', model: 'memory/delete_all', needed: 0, raiseBy: 0, call };
    const { items } = trayView(ready, aState({ agents: [{ name: 'Aider' }], approvals: [asked] }));
    const answered = (answer: string) => ({ kind: 'answer-approval', id: 'apr_00000000', answer });
    expect(items.slice(0, 6)).toEqual([
      { kind: 'text', label: 'Aider wants to call "memory/delete_all"' },
      { kind: 'text', label: 'It may change or delete something. Its arguments are in the dashboard.' },
      { kind: 'button', label: 'Allow once', action: answered('allow-once') },
      { kind: 'button', label: 'Always allow this tool', action: answered('allow-always') },
      { kind: 'button', label: 'Deny', action: answered('deny') },
      { kind: 'separator' },
    ]);
  });

  test('many requests that wait do not push the menu off the screen', () => {
    const { items, title } = trayView(ready, aState({ approvals: [{}, {}, {}, {}, {}] }));
    expect(title).toBe('$0.00 · 5 ask');
    expect(items.filter((item) => item.kind === 'button' && item.label === 'Deny')).toHaveLength(3);
    expect(items).toContainEqual({
      kind: 'button',
      label: '2 more waiting in the dashboard',
      action: { kind: 'open-dashboard', route: { page: 'overview' } },
    });
  });

  test('a gateway that is down gives its reason and a way to start it again, and nothing that needs it', () => {
    const view = trayView(down, aState({ agents: [{ name: 'Aider' }], approvals: [{}] }), { startsAtLogin: true });
    expect(view).toMatchObject({ icon: 'down', title: '!', tooltip: 'Purser: the gateway is down' });
    const labels = view.items.flatMap((item) => (item.kind === 'separator' ? [] : [item.label]));
    expect(labels).toEqual([
      'The gateway is down',
      'Port 4141 is taken.',
      'Start it again',
      'Open dashboard',
      'Start at login',
      'Settings',
      'Quit Purser',
    ]);
  });

  test('until the gateway has told its state there is nothing to toggle, but always a way to quit', () => {
    for (const view of [
      trayView({ kind: 'starting' }, undefined),
      trayView(ready, undefined),
      trayView({ kind: 'stopping' }, aState()),
    ]) {
      expect(view.icon).toBe('waiting');
      expect(view.items).toContainEqual({ kind: 'button', label: 'Quit Purser', action: { kind: 'quit' } });
      expect(view.items.some((item) => item.kind === 'checkbox')).toBe(false);
    }
  });

  test('the keychain is offered again where the person once chose another place for keys', () => {
    const offer = { kind: 'button', label: 'Use the keychain again', action: { kind: 'use-keychain' } };
    expect(trayView({ kind: 'ready', url: '' }, aState(), { keysElsewhere: true }).items).toContainEqual(offer);
    expect(trayView({ kind: 'ready', url: '' }, aState()).items).not.toContainEqual(offer);
  });
});
