// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { nanodollarsOf } from '../../shared/money.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy/copy-button.tsx';
import { CopyLine } from './copy/copy-line.tsx';
import { Cost } from './cost.tsx';
import { Dialog } from './dialog.tsx';
import { Emphasis } from './emphasis.tsx';
import { Field } from './form/field.tsx';
import { Segmented } from './form/segmented.tsx';
import { Select } from './form/select.tsx';
import { Menu } from './menu.tsx';
import { Notice, Problem } from './notice.tsx';
import { applyTheme, storedTheme } from './theme/theme.ts';
import { choose, fill, press } from './testing.tsx';

test('a busy button cannot be pressed again, sends no form, and keeps the focus', () => {
  const [onClick, onSubmit] = [vi.fn(), vi.fn((event: Event) => event.preventDefault())];
  const form = (busy: boolean) => (
    <form onSubmit={(event) => onSubmit(event.nativeEvent)}>
      <Button type="submit" busy={busy} onClick={onClick}>
        Save
      </Button>
    </form>
  );
  const { rerender } = render(form(false));
  screen.getByRole('button').focus();
  press('Save');
  expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([1, 1]);
  rerender(form(true));
  press('Save');
  expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([1, 1]);
  expect(document.activeElement).toBe(screen.getByRole('button', { busy: true }));
});

test('a field has its label and its hint, for those who hear it too', () => {
  const onText = vi.fn();
  render(<Field label="Agent" hint="Who holds it." value="" onText={onText} />);
  fill('Agent', 'Codex');
  expect(onText).toHaveBeenCalledExactlyOnceWith('Codex');
  const hint = screen.getByLabelText('Agent').getAttribute('aria-describedby');
  expect(document.getElementById(hint ?? '')?.textContent).toBe('Who holds it.');
});

test('a label that is not shown is still heard', () => {
  render(<Field label="Cap in dollars" hidesLabel prefix="$" value="5" onText={() => undefined} />);
  expect(screen.getByText('Cap in dollars').className).toBe('visually-hidden');
  expect(screen.getByLabelText('Cap in dollars')).toHaveProperty('value', '5');
});

test('one of few is chosen among radio buttons, which are one group', () => {
  const onPick = vi.fn();
  const options = [
    { value: 'a', text: 'First' },
    { value: 'b', text: 'Second' },
  ] as const;
  render(<Segmented<'a' | 'b'> label="Which" options={options} value={undefined} onPick={onPick} />);
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  choose('Second');
  expect(onPick).toHaveBeenCalledExactlyOnceWith('b');
});

test('one of many is picked in a list, also out of its second group', () => {
  const onPick = vi.fn();
  render(
    <Select<'a' | 'b'>
      label="Which"
      options={[{ value: 'a', text: 'First' }]}
      groups={[{ name: 'More', options: [{ value: 'b', text: 'Second' }] }]}
      value="a"
      onPick={onPick}
    />,
  );
  expect(screen.getByRole('group', { name: 'More' })).toBeDefined();
  fill('Which', 'b');
  expect(onPick).toHaveBeenCalledExactlyOnceWith('b');
});

test('a menu opens on its button, does what was picked, and closes', async () => {
  const onPick = vi.fn();
  render(
    <Menu
      label="More"
      items={[
        { text: 'Rotate', onPick },
        { text: 'Revoke', danger: true, onPick: vi.fn() },
      ]}
    />,
  );
  expect(screen.queryByRole('menu')).toBeNull();
  press('More');
  expect(screen.getByRole('menuitem', { name: 'Revoke' }).className).toContain('menu-danger');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Rotate' }));
  expect(onPick).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

test.each([
  [false, 1],
  [true, 0],
])('Escape and the cross close a dialog, unless it holds something that would be lost (%s)', (holds, closes) => {
  const onClose = vi.fn();
  render(
    <Dialog title="Question" holds={holds} onClose={onClose}>
      Text
    </Dialog>,
  );
  fireEvent.keyDown(screen.getByRole('dialog', { name: 'Question' }), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(closes);
  expect(screen.queryAllByRole('button', { name: 'Close' })).toHaveLength(closes);
});

test('what was copied is said for a moment', async () => {
  vi.useFakeTimers();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const onCopied = vi.fn();
  render(<CopyButton text="sk-purser-x" label="Copy the sub-key" onCopied={onCopied} />);
  press('Copy the sub-key');
  await act(async () => undefined);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('sk-purser-x');
  expect(screen.getByRole('button').textContent).toBe('Copied');
  expect(onCopied).toHaveBeenCalledOnce();
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByRole('button').textContent).toBe('Copy');
});

test.each([
  [true, 'Copied', 1],
  [false, 'Select and copy', 0],
])('without a clipboard the old way is tried (it works: %s)', async (works, words, copied) => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no permission'));
  const execCommand = vi.fn(() => works);
  Object.assign(document, { execCommand });
  const onCopied = vi.fn();
  render(<CopyButton text="text" label="Copy it" onCopied={onCopied} />);
  press('Copy it');
  await waitFor(() => expect(screen.getByRole('button').textContent).toBe(words));
  expect(execCommand).toHaveBeenCalledExactlyOnceWith('copy');
  expect(onCopied).toHaveBeenCalledTimes(copied);
  expect(document.querySelector('textarea')).toBeNull();
});

test('a value to copy is named, and breaks before a slash', () => {
  const { container } = render(<CopyLine name="Base URL" text="http://127.0.0.1:4141/openai/v1" label="Copy it" />);
  expect(container.querySelector('code')?.innerHTML).toBe('<wbr>http:/<wbr>/127.0.0.1:4141<wbr>/openai<wbr>/v1');
  expect(screen.getByText('Base URL')).toBeDefined();
});

test.each([
  [{ certainty: 'exact', basis: 'usage' }, '$0.0200'],
  [{ certainty: 'exact', basis: 'corrected' }, 'set by you $0.0200'],
  [{ certainty: 'estimated', basis: 'left' }, '~estimated $0.0200'],
  [{ certainty: 'assumed', basis: 'crash' }, '~assumed $0.0200'],
] as const)('a cost that is %j reads %s, and says why', (how, text) => {
  const { container } = render(<Cost cost={nanodollarsOf(20_000_000)} {...how} why="Because." />);
  expect(container.textContent).toBe(text);
  expect(screen.getByTitle('Because.')).toBeDefined();
});

test('one part of a sentence is set strong, wherever it stands', () => {
  const { container, rerender } = render(<Emphasis text="$1.20 of $5.00" strong="$1.20" />);
  expect(container.innerHTML).toBe('<strong>$1.20</strong> of $5.00');
  rerender(<Emphasis text="nothing of it" strong="$1.20" />);
  expect(container.innerHTML).toBe('nothing of it');
});

test('a danger interrupts those who listen; other notices wait their turn', () => {
  render(
    <>
      <Notice tone="danger">Gone.</Notice>
      <Notice tone="good">Done.</Notice>
      <Problem sentence={undefined} />
    </>,
  );
  expect(screen.getByRole('alert').textContent).toBe('Gone.');
  expect(screen.getByRole('status').textContent).toBe('Done.');
});

test.each([
  ['dark', 'dark'],
  ['mauve', 'system'],
])('a stored theme “%s” is %s', (stored, theme) => {
  localStorage.setItem('purser:theme', stored);
  expect(storedTheme()).toBe(theme);
  applyTheme('system');
});
