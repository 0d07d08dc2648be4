import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { agentIdSchema, providerNameSchema } from '../../../shared/ids.ts';
import { createNotifier } from './notifier.ts';
import type { Note, NotifierParts } from './notifier.ts';
import { aState, USD } from './testing.ts';
import type { TrayAction } from '../tray/tray-items.ts';

const { approvals } = aState({ agents: [{ name: 'Aider' }], approvals: [{}] });
const NONE = { notices: [], asked: [], answered: [] };

class FakeNote extends EventEmitter implements Note {
  readonly options: NotificationConstructorOptions;
  open = false;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }

  show(): void {
    this.open = true;
  }

  close(): void {
    this.open = false;
  }
}

function setUp(watched = false, isWanted: NotifierParts['isWanted'] = () => true) {
  const shown: FakeNote[] = [];
  const actions: TrayAction[] = [];
  const create = (options: NotificationConstructorOptions): Note => {
    const note = new FakeNote(options);
    shown.push(note);
    return note;
  };
  const notifier = createNotifier({
    create,
    platform: 'linux',
    isWanted,
    isWatched: () => watched,
    onAction: (action) => actions.push(action),
  });
  return { notifier, shown, actions };
}

test('a request that waits: a click opens the dashboard there, a button answers', () => {
  const { notifier, shown, actions } = setUp();
  notifier.tell({ ...NONE, asked: approvals });
  const [note] = shown;
  expect(note?.options).toMatchObject({
    title: 'Aider asks for "gpt-4o-mini", up to $0.25',
    body: approvals[0]?.reason,
  });
  expect(note?.options.actions?.map(({ text }) => text)).toEqual(['Allow once', 'Raise for today', 'Deny']);
  note?.emit('click', {});
  note?.emit('action', {}, 1);
  note?.emit('action', {}, 7);
  expect(actions).toEqual([
    { kind: 'open-dashboard', route: { page: 'overview', params: { approval: 'apr_00000000' } } },
    { kind: 'answer-approval', id: 'apr_00000000', answer: 'raise-today', raiseBy: 5 * USD },
  ]);
});

test('a question that was answered elsewhere is taken back', () => {
  const { notifier, shown } = setUp();
  notifier.tell({ ...NONE, asked: approvals });
  expect(shown[0]?.open).toBe(true);
  notifier.tell({ ...NONE, answered: approvals.map(({ id }) => id) });
  expect(shown[0]?.open).toBe(false);
});

test('a click leads to what one would do about it', () => {
  const { notifier, shown, actions } = setUp();
  const [agentId, provider] = [agentIdSchema.parse('agt_aaaaaaaaaaaa'), providerNameSchema.parse('house')];
  notifier.tell({
    ...NONE,
    notices: [
      { id: 1, at: 1, kind: 'provider-question', text: 'Say so with `purser provider set house`.', agentId, provider },
      { id: 2, at: 2, kind: 'bill-fault', text: 'Too much.', agentId, provider },
      { id: 3, at: 3, kind: 'cap-warning', text: 'Nearly.', agentId },
    ],
  });
  expect(shown.map(({ options }) => [options.title, options.body])).toEqual([
    ['Purser has a question about a provider', 'Say so with purser provider set house.'],
    ['A bill that looks wrong', 'Too much.'],
    ['A cap is filling up', 'Nearly.'],
  ]);
  for (const note of shown) note.emit('click', {});
  expect(actions).toEqual([
    { kind: 'open-dashboard', route: { page: 'keys', params: { provider } } },
    { kind: 'open-dashboard', route: { page: 'requests', params: { agent: agentId, provider } } },
    { kind: 'open-dashboard' },
  ]);
});

test('nothing pops up while the person looks at the dashboard', () => {
  const { notifier, shown } = setUp(true);
  notifier.tell({
    notices: [{ id: 1, at: 1, kind: 'brake-paused', text: 'Paused.', agentId: null }],
    asked: approvals,
    answered: [],
  });
  expect(shown).toEqual([]);
});

test('what the person has switched off does not pop up; the rest does', () => {
  const { notifier, shown } = setUp(false, (topic) => topic !== 'caps' && topic !== 'approvals');
  notifier.tell({
    notices: [
      { id: 1, at: 1, kind: 'cap-warning', text: 'Nearly.', agentId: null },
      { id: 2, at: 2, kind: 'not-stored', text: 'Not saved.', agentId: null },
    ],
    asked: approvals,
    answered: [],
  });
  expect(shown.map(({ options }) => options.title)).toEqual(['A stop is not saved yet']);
});
