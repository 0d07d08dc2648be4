import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDeadLinks, isPage } from './dead-links.ts';
import { projectFiles } from './project-files.ts';
import { root } from './run-command.ts';

it('the documentation names nothing that is not there', () => {
  const files = projectFiles();
  const pages = files.filter(isPage).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  expect(pages.length).toBeGreaterThan(50);
  expect(findDeadLinks(pages, files)).toEqual([]);
});

const FILES = [
  'README.md',
  'docs/cli.md',
  'cli/README.md',
  'cli/host/serve.ts',
  'cli/host/stop.test.ts',
  'shared/money.ts',
];

/** The dead links in one page of a small project. */
function deadIn(path: string, text: string): readonly string[] {
  const pages = [
    { path: 'docs/cli.md', text: '# The command line\n\n## What `serve` says: all of it\n' },
    { path, text },
  ];
  return findDeadLinks(
    pages.filter((page, index) => index === 1 || page.path !== path),
    [...new Set([...FILES, path])],
  );
}

describe('what is there passes', () => {
  it.each([
    [
      'README.md',
      '[cli](docs/cli.md), [all](docs/cli.md#what-serve-says-all-of-it), [folder](cli/), [us](#us)\n\n# Us',
    ],
    ['README.md', '[out](https://example.test/x.md), <mailto:a@b.test>, `cli/host/serve.ts`, `serve.ts`, `cli/host`'],
    ['docs/cli.md', '`host/serve.ts`, [money](../shared/money.ts)'],
    ['cli/README.md', '`host/serve.ts`, `serve.ts`, `host/*.test.ts`, `host/{serve,start}.ts`, `../shared/money.ts`'],
    ['cli/host/README.md', '`shared/money.ts`, `host/serve.ts`, `../host/*.ts`'],
    [
      'cli/README.md',
      '`~/.codex/config.toml`, `settings.json`, `openai/v1`, `npm run x`, `NAME.ts`, `@orpc/client`, `.ts`',
    ],
    ['cli/README.md', '```sh\nnode gone/gone.ts `gone.ts` [gone](gone.md)\n```'],
  ])('in %s (sample %#)', (path, text) => {
    // `NAME.ts` stands for any file, so one must be there.
    expect(deadIn(path, text.replace('`NAME.ts`', '`host/NAME.ts`'))).toEqual([]);
  });
});

describe('what is not there is told', () => {
  it.each([
    ['README.md', '[cli](docs/command-line.md)', 'links to docs/command-line.md'],
    ['README.md', '[cli](docs/cli.md#gone)', 'links to docs/cli.md#gone'],
    ['README.md', '[here](#gone)', 'links to #gone'],
    ['docs/adr/0001.md', '[cli](cli.md)', 'links to cli.md'],
    ['docs/cli.md', '`cli/serve.ts`', 'names `cli/serve.ts`'],
    ['docs/cli.md', '`shared/gone/`', 'names `shared/gone/`'],
    ['cli/README.md', '`money.ts`', 'names `money.ts`'],
    ['cli/host/README.md', '`output.ts`', 'names `output.ts`'],
    ['cli/README.md', '`host/*.spec.ts`', 'names `host/*.spec.ts`'],
    ['cli/README.md', '`../shared/cap.ts`', 'names `../shared/cap.ts`'],
    ['cli/README.md', '`host/{start,stop}.ts`', 'names `host/{start,stop}.ts`'],
  ])('in %s: %s', (path, text, sentence) => {
    expect(deadIn(path, text)).toEqual([expect.stringContaining(`${path}: ${sentence}`)]);
  });
});
