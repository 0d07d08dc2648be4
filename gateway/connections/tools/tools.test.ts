import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abilitiesAt, wantsResponses } from '../../providers/model-abilities/model-abilities.ts';
import { checkFile } from '../files/check-file.ts';
import { DEFAULT_MODELS } from '../default-models.ts';
import { FORMATS } from '../formats/formats.ts';
import { sameValue, withValue } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { planFile } from '../change/plan-file.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import type { PlanInput, ToolRoutes, ToolSpec } from '../tool-spec.ts';
import { FAMILIES } from '../tool-spec.ts';
import { wantsOf } from '../mcp/mcp-wants.ts';
import { undoFile } from '../change/undo-file.ts';
import type { FileWant } from '../change/want.ts';
import { CASES, fixturesOf, isRefused, mainWant } from './fixtures.ts';
import { TOOLS } from './tools.ts';

const HOME = '/home/nobody-lives-here';
const ROUTES: ToolRoutes = Object.fromEntries(
  FAMILIES.map((family) => {
    const root = `http://127.0.0.1:4141/${family}`;
    const facts = {
      abilitiesOf: (model: string) => abilitiesAt(family, model),
      wantsResponses: wantsResponses(family),
    };
    return [
      family,
      {
        provider: family,
        root,
        v1: `${root}/v1`,
        v1beta: `${root}/v1beta`,
        models: DEFAULT_MODELS[family].slice(0, 2),
        ...facts,
      },
    ];
  }),
);
const never = (): boolean => false;

function inputFor(tool: ToolSpec): PlanInput {
  const paths = createMachinePaths({ home: HOME, platform: 'linux', env: { SHELL: '/bin/bash' } });
  const routes: ToolRoutes = Object.fromEntries(tool.speaks.map((family) => [family, ROUTES[family]]));
  return {
    paths,
    routes,
    key: SUB_KEY_MARK,
    command: null,
    mcp: null,
    project: tool.scope === 'project' ? '/home/nobody-lives-here/app' : null,
  };
}

/** What somebody else could do to the file: one more setting at the top, or one more line at the end. */
function editOutside(text: string, want: FileWant): string {
  if (want.kind !== 'entries') return `${text}# somebody else\n`;
  const name = want.entries.some(({ at }) => typeof at[0] === 'object') ? 0 : 'somebody_else';
  return FORMATS[want.format].set(plainText(text), [name], name === 0 ? { name: 'Somebody' } : 'was here');
}

const withFiles = TOOLS.filter((tool) => tool.files !== undefined);

describe.each(withFiles.map((tool) => [tool.id, tool] as const))('%s', (_, tool) => {
  const wants = tool.files?.(inputFor(tool)) ?? [];
  const main = mainWant(wants);
  const fixtures = fixturesOf(tool);
  const good = fixtures.filter(({ name }) => !isRefused(main, name));
  const bad = fixtures.filter(({ name }) => isRefused(main, name));

  it('never sets an address without the sub-key, and the files it wants differ', () => {
    const text = JSON.stringify(wants);
    expect(text).toContain(SUB_KEY_MARK);
    expect(text).toContain('http://127.0.0.1:4141/');
    expect(new Set(wants.map(({ file }) => file)).size).toBe(wants.length);
  });

  it.each(good.map(({ name, text, file }) => ({ name, text, file })))(
    '$name: applies, applies again without a change, and is undone',
    async ({ name, text, file }) => {
      const planned = planFile(text, main, tool.id);
      expect(checkFile(planned.after, planned.done, never)).toEqual([]);
      expect(planFile(planned.after, main, tool.id).after).toBe(planned.after);
      // To be read by people: what exactly ends up in the file.
      if (name === 'typical')
        await expect(planned.after).toMatchFileSnapshot(file.replace('typical', 'typical.connected'));

      // Value by value, without the backup: bytes are the same wherever the person had written anything at all.
      const undone = undoFile(planned.after, { done: planned.done, olds: planned.olds, made: false, isSubKey: never });
      expect(undone.stays).toEqual([]);
      if (main.kind === 'entries') expect(sameTidy(main, undone.after ?? '', text)).toBe(true);
      if (main.kind === 'own' || ['typical', 'commented', 'json5'].includes(name)) expect(undone.after).toBe(text);
    },
  );

  it.each(good.map(({ name, text }) => ({ name, text })))(
    '$name: leaves what somebody else edited in between',
    ({ text }) => {
      const planned = planFile(text, main, tool.id);
      const edited = main.kind === 'own' ? planned.after : editOutside(planned.after, main);
      const undone = undoFile(edited, { done: planned.done, olds: planned.olds, made: false, isSubKey: never });
      if (main.kind !== 'entries') {
        expect(undone.after?.includes(SUB_KEY_MARK) ?? false).toBe(false);
        if (main.kind === 'block') expect(undone.after).toContain('# somebody else');
        return;
      }
      expect(undone.after).not.toContain(SUB_KEY_MARK);
      expect(sameTidy(main, undone.after ?? '', editOutside(text, main))).toBe(true);
    },
  );

  it('has a case of each kind', () => {
    expect(fixtures.map(({ name }) => name)).toEqual(expect.arrayContaining([...CASES]));
  });

  if (bad.length > 0) {
    it.each(bad.map(({ name, text }) => ({ name, text })))(
      '$name: is refused, and the line is named',
      ({ name, text }) => {
        const words = name === 'commented' ? 'takes no comments' : '';
        expect(() => planFile(text, main, tool.id)).toThrow(
          expect.objectContaining({
            name: 'ConfigFault',
            line: expect.any(Number),
            message: expect.stringContaining(words),
          }),
        );
      },
    );
  }
});

it.each(
  TOOLS.filter((tool) => tool.files === undefined && tool.mcp === undefined).map(({ id, coverage, instructions }) => ({
    id,
    why: coverage.level === 'not-possible' ? coverage.words : 'it is connected by hand.',
    byHand: instructions !== undefined,
    level: coverage.level,
  })),
)('$id has no file to show: $why', ({ byHand, level }) => expect(byHand).toBe(level !== 'not-possible'));

/** The same content; empty containers and absent ones count as the same. */
function sameTidy(want: FileWant & { kind: 'entries' }, left: string, right: string): boolean {
  const read = (text: string) => FORMATS[want.format].parse(plainText(text));
  const tidy = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value ?? {}, (_, inner: unknown) =>
        typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0
          ? undefined
          : (inner ?? undefined),
      ) ?? '{}',
    );
  return sameValue(
    JSON.parse(JSON.stringify(tidy(tidy(tidy(read(left)))))),
    JSON.parse(JSON.stringify(tidy(tidy(tidy(read(right)))))),
  );
}

describe.each([
  { platform: 'linux', home: HOME, shell: '/bin/bash' },
  { platform: 'darwin', home: '/Users/me', shell: '/bin/zsh' },
  { platform: 'win32', home: String.raw`C:\Users\me`, shell: '' },
] as const)('on $platform', ({ platform, home, shell }) => {
  const possible = TOOLS.filter(({ coverage }) => coverage.level !== 'not-possible');
  const paths = createMachinePaths({ home, platform, env: { SHELL: shell } });
  const plan = (tool: ToolSpec): readonly FileWant[] =>
    wantsOf(tool, {
      ...inputFor(tool),
      paths,
      project: tool.scope === 'project' ? paths.join(home, 'app') : null,
      mcp: { url: 'http://127.0.0.1:4141/mcp', command: null },
    });

  it('these are the files', async () => {
    const lines = possible.map((tool) =>
      [
        tool.id,
        ...plan(tool).map(({ file, kind }) => `  ${kind.padEnd(7)} ${file}`),
        ...(plan(tool).length === 0 ? ['  by hand'] : []),
      ].join('\n'),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'shown', `files-${platform}.txt`),
    );
  });

  it.each(possible.map((tool) => [tool.id, tool] as const))(
    '%s: address and sub-key together in files below the home folder, or in words',
    (_, tool) => {
      const wants = plan(tool);
      const text = wants.length > 0 ? JSON.stringify(wants) : (tool.instructions?.({ ...inputFor(tool), paths }) ?? '');
      expect(text).toContain(SUB_KEY_MARK);
      expect(text).toContain('http://127.0.0.1:4141/');
      for (const { file } of wants)
        expect(file.startsWith(`${home}${platform === 'win32' ? '\\' : '/'}`), file).toBe(true);
    },
  );
});

it('withValue keeps order, so that a file of ours reads as it was planned', () => {
  expect(JSON.stringify(withValue({ a: 1, b: 2, c: 3 }, ['b'], 4))).toBe('{"a":1,"b":4,"c":3}');
});
