import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, importsOf } from './architecture.ts';
import type { SourceFile } from './architecture.ts';

const root = resolve(import.meta.dirname, '..');
const OUTSIDE = /^(node_modules|out|dist|docs|test-results|playwright-report|coverage|\..*)$/;

function readProject(): readonly SourceFile[] {
  return (
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => !OUTSIDE.test(entry.name))
      .flatMap((entry) =>
        entry.isDirectory()
          ? readdirSync(join(root, entry.name), { withFileTypes: true, recursive: true })
              .filter((inner) => inner.isFile())
              .map((inner) => join(inner.parentPath, inner.name))
          : [join(root, entry.name)],
      )
      // The samples below are broken on purpose.
      .filter((file) => file !== import.meta.filename)
      .map((file) => ({
        path: relative(root, file).split(sep).join('/'),
        // Only the text of sources counts; of the rest it is enough that the file is there.
        text: /\.(ts|tsx|mjs|md)$/.test(file) ? readFileSync(file, 'utf8') : '',
      }))
  );
}

describe('the project', () => {
  it('keeps its walls', () => {
    expect(findViolations(readProject())).toEqual([]);
  });
});

/** A project that keeps every rule, and one file put into it. */
function withFile(path: string, text: string): readonly string[] {
  const sound = [
    'shared/money.ts',
    'gateway/proxy/door.ts',
    'gateway/domain/price.ts',
    'electron/main/index.ts',
    'renderer/main.tsx',
  ];
  const readmes = ['gateway/proxy', 'gateway/domain', 'electron/main'];
  return findViolations([
    ...sound.filter((other) => other !== path).map((other) => ({ path: other, text: 'const fine = 1;\n' })),
    ...readmes
      .map((folder) => ({ path: `${folder}/README.md`, text: '# What lives here\n' }))
      .filter((other) => other.path !== path),
    { path, text },
  ]);
}

describe('the rules can fail', () => {
  it('finds nothing in a sound project', () => {
    expect(
      withFile('gateway/proxy/door.ts', "import { a } from '../domain/price.ts';\nimport x from 'node:http';\n"),
    ).toEqual([]);
  });

  it.each([
    ['shared/money.ts', "import { a } from '../gateway/proxy/door.ts';", 'may import itself only'],
    ['shared/money.ts', "import { readFile } from 'node:fs';", 'has no Node'],
    ['gateway/domain/price.ts', "import { a } from '../proxy/door.ts';", 'may import itself, shared only'],
    ['gateway/domain/price.ts', "import { randomBytes } from 'node:crypto';", 'has no Node'],
    ['gateway/domain/price.ts', "import { request } from 'undici';", 'may use @pydantic/genai-prices only'],
    ['gateway/proxy/door.ts', "import { app } from 'electron';", 'only electron/ imports electron'],
    ['gateway/proxy/door.ts', "import { a } from '../../electron/main/index.ts';", 'may import itself, shared'],
    ['gateway/proxy/door.ts', "import { useState } from 'react';", 'React lives in renderer/'],
    [
      'electron/main/index.ts',
      "import { a } from '../../gateway/proxy/door.ts';",
      'may import itself, shared, electron only',
    ],
    ['renderer/main.tsx', "const door = await import('../gateway/proxy/door.ts');", 'may import itself, shared only'],
    ['renderer/main.tsx', "import { a } from '../shared/money';", 'no such file'],
    ['renderer/main.tsx', 'export default function App() {}', 'default export'],
    ['gateway/proxy/all.ts', "export { a } from './door.ts';\nexport * from './door.ts';\n", 'only re-exports'],
    ['gateway/proxy/door.ts', 'const a = 1;\n'.repeat(301), 'has 301 lines'],
    ['gateway/proxy/door.ts', `// ${'wide '.repeat(24)}`, 'line 1 is wider than 120'],
    ['gateway/ledger/ledger.ts', 'const a = 1;\n', 'gateway/ledger: has no README.md'],
    ['gateway/proxy/README.md', 'line\n'.repeat(41), 'has 41 lines'],
    ['cli/usage.ts', 'process.stdout.write(name);', 'writes to a terminal'],
    ['cli/usage.ts', 'const { stdin, stderr } = process;', 'writes to a terminal'],
    ['gateway/proxy/door.ts', 'console.error(name);', 'writes to a terminal'],
    ['gateway/proxy/door.test.ts', "import { app } from 'electron';", 'only electron/ imports electron'],
  ])('%s is refused (sample %#)', (path, text, sentence) => {
    expect(withFile(path, text).filter((violation) => violation.includes(sentence))).toHaveLength(1);
  });

  it('lets a long file through that says why', () => {
    expect(
      withFile('gateway/proxy/door.ts', `// Long because it is one table.\n${'const a = 1;\n'.repeat(301)}`),
    ).toEqual([]);
  });
});

describe('importsOf', () => {
  it('sees every form and no comment', () => {
    const text = [
      "import a from 'a';",
      "import {\n  b,\n} from './b.ts';",
      "import type { C } from 'c';",
      "import './d.css';",
      "export * from 'e';",
      "const f = await import('f');",
      "const g = require('g');",
      "// import h from 'h';",
      "/* import i from 'i'; */",
      "const url = 'https://x.test';",
    ].join('\n');
    expect(importsOf(text)).toEqual(['a', './b.ts', 'c', './d.css', 'e', 'f', 'g']);
  });
});
