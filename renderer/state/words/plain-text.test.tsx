// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { anyName, RAW } from '../../../gateway/testing/any-name.ts';
import { Diff } from '../../features/connections/diff.tsx';
import { say } from '../../strings/say.ts';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/form/select.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { plainText } from './plain-text.ts';

afterEach(cleanup);

const withoutOurPairs = (text: string): string => text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/gu, '');

test('a name that is read from the right stays where it is, and alone as it is', () => {
  expect(say.approvals.asks('שלום', '$5.00')).toBe('\u2068שלום\u2069 asks for up to $5.00');
  expect(plainText('שלום')).toBe('שלום');
});

test('no sentence of the catalogue passes on what is hidden in a name, also not in a list', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      for (const sentence of [
        say.approvals.asks(name, '$1'),
        say.approvals.wants(name),
        say.recentRequests.modelAt(name, name),
        say.requests.way([name, name]),
      ]) {
        expect(withoutOurPairs(sentence)).not.toMatch(RAW);
      }
    }),
  );
});

test('what is drawn holds nothing hidden', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const { container, unmount } = render(
        <>
          <WithCode text={`${name} \`purser ${name}\``} />
          <Diff text={`+${name.replaceAll('\n', '')}`} />
          <Menu label={say.agents.paused} items={[]} />
          <Select label="" options={[{ value: 'a', text: name }]} value="a" onPick={() => undefined} />
        </>,
      );
      expect(withoutOurPairs((container.textContent ?? '').replaceAll(/[\n\t]/g, ''))).not.toMatch(RAW);
      unmount();
    }),
    { numRuns: 40 },
  );
});
