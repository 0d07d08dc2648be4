import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anyName, RAW } from '../../gateway/testing/any-name.ts';
import { PurserError } from '../../shared/errors.ts';
import { ask, fail, helpOutput, print, printFile, printLine, tell } from './output.ts';
import { block, lines, paragraphs, table } from './screen-text.ts';
import { textWidth } from './text-width.ts';

beforeEach(() => {
  vi.stubEnv('COLUMNS', '5000');
  vi.stubEnv('NO_COLOR', '1');
});
afterEach(() => vi.unstubAllEnvs());

/** Everything that is written while `work` runs. */
function written(work: () => void): string {
  let text = '';
  const keep = (chunk: unknown): boolean => Boolean((text += String(chunk)));
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep));
  try {
    work();
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    process.exitCode = undefined;
  }
  return text;
}

it('a line of a name is no line of ours', () => {
  const faked = 'haiku\n\nTotal: $0.0000\u001b[8m';
  expect(
    written(() => print({ json: false }, {}, lines(table(['MODEL', 'SPENT'], [[faked, '$5']]), '', 'Total: $5'))),
  ).toBe(
    [`MODEL${' '.repeat(31)}SPENT`, String.raw`haiku\x0a\x0aTotal: $0.0000\x1b[8m  $5`, '', 'Total: $5', ''].join('\n'),
  );
  expect(written(() => fail({ json: false }, new PurserError('CONFLICT', 'no\npurser: all is well')))).toBe(
    'purser: no\\x0apurser: all is well\n',
  );
});

it('columns stand below each other, also behind wide letters and marks', () => {
  const rows = [
    ['日本', 'x'],
    ['e\u0301', 'x'],
    ['👍🏽', 'x'],
    ['❤️', 'x'],
    ['abcd', 'x'],
  ];
  const [head, ...shown] = table(['NAME', 'AT'], rows).toString().split('\n');
  expect(head).toBe('NAME  AT');
  expect(shown.map((line) => textWidth(line.slice(0, line.indexOf('x'))))).toEqual([6, 6, 6, 6, 6]);
  expect(['日本', 'e\u0301', '👍🏽', '❤️', '가', 'שלום', '🇩🇪'].map(textWidth)).toEqual([4, 1, 2, 2, 2, 4, 2]);
});

it('nothing raw is ever written, whatever a name is', () => {
  fc.assert(
    fc.property(anyName, fc.boolean(), (name, json) => {
      const output = { json };
      const text = written(() => {
        print(output, { [name]: name }, name);
        print(
          output,
          [name],
          paragraphs(lines(name, table([name], [[name, name], [name]])), block(name.replaceAll(/[\n\t]/g, ''))),
        );
        printLine({ text: name });
        printFile(`# ${name.replaceAll(/[\n\t]/g, '')}\n`);
        tell(output, { note: name }, `The agent ${name} runs on.`);
        ask(`${name} key: `);
        fail(output, new PurserError('CONFLICT', name));
        fail(output, new Error(name));
        fail(output, name);
        helpOutput.writeErr(`error: unknown command '${name.replaceAll(/[\n\t]/g, '')}'\n`);
      });
      expect(text.replaceAll('\n', '')).not.toMatch(RAW);
      // As many lines as we wrote ourselves: one for each call, and five more between the parts of the second where it
      // is text.
      expect(text.split('\n')).toHaveLength(json ? 10 : 15);
    }),
  );
});

it('JSON is the same value', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      expect(JSON.parse(written(() => print({ json: true }, { name }, '')))).toEqual({ name });
    }),
  );
});

it('a reader that goes away ends the command without a word', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'index.ts'), 'policy', '--help']);
  child.stdout.destroy();
  let says = '';
  child.stderr.on('data', (chunk: Buffer) => (says += chunk.toString()));
  await once(child, 'close');
  expect(says.replaceAll(/^.*(ExperimentalWarning|trace-warnings).*$/gm, '').trim()).toBe('');
});
