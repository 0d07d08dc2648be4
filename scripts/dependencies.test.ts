import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import desktop from '../electron.vite.config.ts';
import commandLine from '../vite.cli.config.ts';
import { externalNatives, NATIVES } from './natives.ts';
import { root } from './run-command.ts';

const names = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

it('dependencies are what must exist at run time beside the bundle, and nothing else', () => {
  expect(Object.keys(manifest.dependencies).toSorted()).toEqual([...NATIVES].toSorted());
  expect(Object.keys(manifest.devDependencies).filter((name) => name in manifest.dependencies)).toEqual([]);
});

it('the bundlers leave out these and Node, and nothing else', () => {
  expect(desktop).toMatchObject({
    main: { build: { externalizeDeps: false, rolldownOptions: { external: externalNatives } } },
    preload: { build: { externalizeDeps: false } },
  });
  expect(commandLine).toMatchObject({ ssr: { noExternal: true } });
  const { external } = z
    .object({ build: z.object({ rollupOptions: z.object({ external: z.array(z.unknown()) }) }) })
    .parse(commandLine).build.rollupOptions;
  expect(external.filter((entry) => typeof entry !== 'string')).toEqual(externalNatives);
});

it('the package takes each of them along', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  for (const name of NATIVES) expect(builder).toContain(`- node_modules/${name.replace(/^(@[^/]+)\/.*/, '$1')}/`);
});
