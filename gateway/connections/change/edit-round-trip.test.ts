import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify as yamlText } from 'yaml';
import { checkFile } from '../files/check-file.ts';
import { FORMAT_IDS, FORMATS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import { resolvePath, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonObject, JsonValue } from '../formats/json-value.ts';
import { planFile } from './plan-file.ts';
import { undoFile } from './undo-file.ts';
import type { FileWant } from './want.ts';

const never = (): boolean => false;
const key = fc.oneof(
  fc.constantFrom('a', 'env', 'models', 'purser', 'x-y', 'a.b', 'ümlaut', '1'),
  fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('q', 'w', '_', '7', ' ') }),
);
const scalar = fc.oneof(
  fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'Z', ' ', '#', '"', "'", '\\', ':', '{', '-', 'é', '/') }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
);
const { value } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, fc.array(scalar, { maxLength: 3 }), tie('object')),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}));
const document = fc.dictionary(key, value, { maxKeys: 5 });
const OURS = {
  name: 'Purser',
  options: { baseURL: 'http://127.0.0.1:4141/openai/v1', on: true },
  list: ['chat', 'edit'],
};

const commentOf: Readonly<Record<FormatId, string>> = {
  'strict-json': '',
  jsonc: '// a word of the person',
  json5: '// a word of the person',
  toml: '# a word of the person',
  yaml: '# a word of the person',
};

/** A text of the format that holds the document, with a comment in front where it can. */
function textOf(format: FormatId, root: JsonObject, spaces: number, crlf: boolean): string {
  const comment = commentOf[format] === '' ? '' : `${commentOf[format]}\n`;
  // One behind every line; in YAML a line may be the inside of a text.
  const remarked = (text: string): string =>
    format === 'yaml' || comment === '' ? text : text.replace(/([^\n])\n/g, `$1 ${commentOf[format]}\n`);
  const body =
    format === 'yaml'
      ? yamlText(root, { indent: Math.max(1, spaces) })
      : format === 'toml'
        ? Object.entries(root).reduce((text, [name, inner]) => FORMATS.toml.set(text, [name], inner), '')
        : `${JSON.stringify(root, null, spaces)}\n`;
  const whole = comment + remarked(body);
  return crlf ? whole.replaceAll('\n', '\r\n') : whole;
}

describe.each(FORMAT_IDS)('random %s files', (formatId) => {
  const format = FORMATS[formatId];
  const wantAt = (path: readonly string[]): FileWant => ({
    kind: 'entries',
    file: 'f',
    format: formatId,
    entries: [
      { at: path, value: OURS },
      { at: ['selected'], value: 'purser' },
    ],
  });

  it('take our values and give them back, whatever else is edited in between', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        document,
        fc.array(key, { minLength: 1, maxLength: 3 }),
        key,
        value,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (root, path, otherKey, otherValue, spaces, crlf) => {
          const before = textOf(formatId, root, spaces, crlf);
          const want = wantAt(path);
          let planned: ReturnType<typeof planFile>;
          try {
            planned = planFile(before, want, 'tool');
          } catch (error) {
            // A parent that is no container, or a text the format refuses: nothing was changed.
            expect(String(error)).toMatch(/^ConfigFault/);
            return;
          }
          expect(planFile(planned.after, want, 'tool').after).toBe(planned.after);
          expect(checkFile(planned.after, planned.done, never)).toEqual([]);
          const parsed = format.parse(planned.after.replaceAll('\r\n', '\n'));
          expect(valueAt(parsed, resolvePath(parsed, path))).toMatchObject(OURS);

          const direct = undoFile(planned.after, {
            done: planned.done,
            olds: planned.olds,
            made: false,
            isSubKey: never,
          });
          expect(direct.stays).toEqual([]);
          expect(tidy(format.parse(text(direct.after)))).toEqual(tidy(format.parse(text(before))));
          expect(text(direct.after).split('of the person')).toHaveLength(before.split('of the person').length);
          if (crlf) expect(direct.after).not.toMatch(/(?<!\r)\n/);

          // Somebody else edits the file at the top level, away from us.
          if (otherKey === path[0] || otherKey === 'selected' || (formatId === 'toml' && Object.hasOwn(root, otherKey)))
            return;
          const edited = format.set(text(planned.after), [otherKey], otherValue);
          if (!sameValue(format.parse(edited), withValue(format.parse(text(planned.after)), [otherKey], otherValue)))
            return;
          const later = undoFile(edited, { done: planned.done, olds: planned.olds, made: false, isSubKey: never });
          expect(tidy(format.parse(text(later.after)))).toEqual(
            tidy(withValue(format.parse(text(before)), [otherKey], otherValue)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('random lines around a block of ours stay, and the block goes', () => {
  const lines = fc.array(fc.string({ maxLength: 20, unit: fc.constantFrom('a', '#', '>', '<', ' ', '=', 'purser') }), {
    maxLength: 6,
  });
  const want: FileWant = { kind: 'block', file: 'f', lines: "export A='1'\nexport B='2'\n" };
  fc.assert(
    fc.property(lines, lines, lines, fc.boolean(), (before, above, below, crlf) => {
      // Into an empty file goes no empty line, so one that appears above ours later cannot be told from ours.
      fc.pre(before.length > 0);
      const join = (all: readonly string[]): string => all.map((line) => `${line}${crlf ? '\r\n' : '\n'}`).join('');
      const planned = planFile(join(before), want, 'tool');
      expect(planFile(planned.after, want, 'tool').after).toBe(planned.after);
      expect(checkFile(planned.after, planned.done, never)).toEqual([]);
      const undone = undoFile(join(above) + planned.after + join(below), {
        done: planned.done,
        olds: [],
        made: false,
        isSubKey: never,
      });
      expect(undone).toEqual({ after: join([...above, ...before, ...below]), stays: [] });
    }),
    { numRuns: 300 },
  );
});

function text(maybe: string | undefined): string {
  return (maybe ?? '').replaceAll('\r\n', '\n');
}

/** Empty containers and absent ones count as the same: `a:` of YAML is null before and after. */
function tidy(root: JsonValue | undefined): unknown {
  return JSON.parse(
    JSON.stringify(root ?? {}, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? prune(inner) : inner,
    ) ?? '{}',
  );
}

function prune(inner: object): unknown {
  const sorted = Object.entries(inner)
    .filter(([, field]) => !(field === null || (typeof field === 'object' && Object.keys(field).length === 0)))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted);
}
