import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { readProject } from './read-project.ts';
import { importLine, ROOMS } from './rooms.ts';
import { findViolations } from './walls.ts';

describe('the project', () => {
  it('keeps its walls', () => {
    // The samples below are broken on purpose.
    expect(findViolations(readProject().filter(({ path }) => path !== 'scripts/walls/walls.test.ts'))).toEqual([]);
  });
});

/** A project that keeps every rule, and one file put into it. */
function withFile(path: string, text: string): readonly string[] {
  const sound = ['shared/money.ts', ...ROOMS.map(({ folder }) => `${folder}/sample.ts`), 'electron/main/index.ts'];
  const readmes = ROOMS.filter(({ folder }) => folder.split('/').length === 2).map((room) => ({
    path: `${room.folder}/README.md`,
    text: `# What lives here\n\`*.ts\` \`*.tsx\` \`*/\`\n${importLine(room)}\n`,
  }));
  return findViolations([
    ...sound.filter((other) => other !== path).map((other) => ({ path: other, text: 'const fine = 1;\n' })),
    ...readmes.filter((other) => other.path !== path),
    { path, text },
  ]);
}

describe('the rules can fail', () => {
  it('finds nothing in a sound project', () => {
    expect(
      withFile('gateway/proxy/door.ts', "import { a } from '../domain/sample.ts';\nimport x from 'node:http';\n"),
    ).toEqual([]);
  });

  it.each([
    ['shared/money.ts', "import { a } from '../gateway/proxy/sample.ts';", 'may import itself only'],
    ['shared/money.ts', "import { readFile } from 'node:fs';", 'has no Node'],
    ['gateway/domain/price.ts', "import { a } from '../proxy/sample.ts';", 'may import itself, shared only'],
    ['gateway/domain/price.ts', "import { randomBytes } from 'node:crypto';", 'has no Node'],
    [
      'gateway/domain/price.ts',
      "import { request } from 'undici';",
      'may use @pydantic/genai-prices, @cfworker/json-schema only',
    ],
    ['gateway/proxy/door.ts', "import { app } from 'electron';", 'only electron/ imports electron'],
    ['gateway/proxy/door.ts', "import { a } from '../../electron/main/index.ts';", 'may import itself, shared'],
    ['gateway/proxy/door.ts', "import { useState } from 'react';", 'React lives in renderer/'],
    [
      'electron/main/index.ts',
      "import { a } from '../../gateway/proxy/sample.ts';",
      'may import itself, shared, electron only',
    ],
    ['renderer/main.tsx', "const door = await import('../gateway/proxy/sample.ts');", 'may import itself, shared'],
    ['renderer/main.tsx', "import { a } from '../shared/money';", 'no such file'],
    ['renderer/main.tsx', 'export default function App() {}', 'default export'],
    ['gateway/proxy/all.ts', "export { a } from './door.ts';\nexport * from './door.ts';\n", 'only re-exports'],
    ['gateway/proxy/door.ts', 'const a = 1;\n'.repeat(301), 'has 301 lines'],
    ['gateway/proxy/door.ts', `// ${'wide '.repeat(24)}`, 'line 1 is wider than 120'],
    ['gateway/attic/ledger.ts', 'const a = 1;\n', 'gateway/attic: has no README.md'],
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

describe('every wall', () => {
  const pairs = ROOMS.flatMap((from) => ROOMS.filter((to) => to !== from).map((to) => [from, to] as const));
  const plant = (from: string, to: string, type: string): readonly string[] => {
    const path = `${from}/planted.ts`;
    const specifier = posix.relative(from, `${to}/sample.ts`);
    const text = `import ${type}{ a } from '${specifier.startsWith('.') ? specifier : `./${specifier}`}';\n`;
    return withFile(path, text).filter((violation) => violation.includes('may import'));
  };

  it('keeps out an import that is planted across it', () => {
    const wrong = pairs.filter(([from, to]) => {
      const isOpen = from.mayImport.includes(to.folder);
      return (plant(from.folder, to.folder, '').length === 0) !== isOpen;
    });
    expect(wrong).toEqual([]);
  });

  it('lets types through only where the table says so', () => {
    const wrong = pairs.filter(([from, to]) => {
      const isOpen = [...from.mayImport, ...(from.types ?? [])].includes(to.folder);
      return (plant(from.folder, to.folder, 'type ').length === 0) !== isOpen;
    });
    expect(wrong).toEqual([]);
  });
});

describe('a ring of imports', () => {
  it.each(['', 'type '])('is found, also of %stypes', (type) => {
    const files = [
      { path: 'shared/a.ts', text: `import ${type}{ b } from './b.ts';\nexport const a = 1;\n` },
      { path: 'shared/b.ts', text: `import ${type}{ a } from './a.ts';\nexport const b = 1;\n` },
    ];
    expect(findViolations(files).filter((violation) => violation.includes('in a ring'))).toHaveLength(1);
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
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['a', './b.ts', 'c', './d.css', 'e', 'f', 'g']);
    expect(importsOf(text).filter(({ isType }) => isType)).toEqual([{ specifier: 'c', isType: true }]);
  });
});
