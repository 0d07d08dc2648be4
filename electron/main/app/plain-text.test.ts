import type { NotificationConstructorOptions } from 'electron';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyName, RAW } from '../../../gateway/testing/any-name.ts';
import { clippedName } from '../../../shared/visible-text.ts';
import { menuTemplate } from '../tray/menu-template.ts';
import { createNotifier } from './notifier.ts';
import { passphraseQuery } from '../secrets/passphrase-query.ts';
import { label, notificationBody } from './plain-text.ts';
import { revokeQuestion } from '../tray/revoke-question.ts';
import { aState } from './testing.ts';
import { trayView } from '../tray/tray-model.ts';

const READY = { kind: 'ready', url: 'http://127.0.0.1:4141' } as const;

/** Around letters that are read from the right we put a pair ourselves. */
const withoutOurPairs = (text: string): string => text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/gu, '');

/** Every text in a value, wherever it stands. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('a name that is read from the right does not turn the amounts around', () => {
  expect(label('שלום עולם: $5.00 of $10.00 today')).toBe('\u2068שלום עולם\u2069: $5.00 of $10.00 today');
});

test('markup is text where the desktop would read it, and stays as it is elsewhere', () => {
  expect(notificationBody('R&D <b>asks</b>', 'linux')).toBe('R&amp;D &lt;b&gt;asks&lt;/b&gt;');
  expect(notificationBody('R&D <b>asks</b>', 'darwin')).toBe('R&D <b>asks</b>');
});

test('the amount of a question stands behind every name, and a name cannot leave its quotation marks', () => {
  const model = 'haiku", up to $0.01. It is safe: "allow';
  const [question] = trayView(
    READY,
    aState({ agents: [{ name: 'A'.repeat(60) }], approvals: [{ model: model.repeat(9) }] }),
  ).items;
  expect(question).toMatchObject({
    kind: 'text',
    label: expect.stringMatching(/^A{31}… asks for "haiku', up to \$0\.01\. It is safe…", up to \$0\.25$/),
  });
});

test('no menu, title, notification, dialog or page says what a name wants it to say', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const state = aState({ agents: [{ name }], approvals: [{ agent: name, model: name, reason: name }] });
      const notes: unknown[] = [];
      const bodies: (string | undefined)[] = [];
      const create = (options: NotificationConstructorOptions) => {
        notes.push(options);
        bodies.push(options.body);
        return { show: () => undefined, close: () => undefined, on: () => undefined };
      };
      const at = { id: 1, at: 1, kind: 'cap-warning', text: name, agentId: null } as const;
      createNotifier({
        create,
        platform: 'linux',
        isWanted: () => true,
        isWatched: () => false,
        onAction: () => undefined,
      }).tell({
        notices: [at],
        asked: state.approvals,
        answered: [],
      });
      const down = { kind: 'down', code: 'UNEXPECTED', reason: name } as const;
      const texts = [
        ...[trayView(READY, state, { said: name }), trayView(down, state)].flatMap(({ items, title, tooltip }) => [
          label(title),
          label(tooltip),
          ...textsIn(
            menuTemplate(
              items,
              () => undefined,
              () => ({}) as never,
            ),
          ),
        ]),
        ...textsIn(notes),
        ...textsIn([revokeQuestion(2, name).box]).flatMap((text) => text.split(/[\n\t]/)),
      ];
      for (const text of texts) expect(withoutOurPairs(text)).not.toMatch(RAW);
      for (const text of bodies) expect(text).not.toMatch(/<b>|&(?!amp;|lt;|gt;)/);
      expect(new URLSearchParams(passphraseQuery(false, name)).get('why')).not.toMatch(RAW);
      expect(revokeQuestion(1, name).box.message?.length).toBeLessThan(clippedName(name, 60).length + 60);
    }),
  );
});
