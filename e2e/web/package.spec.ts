import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run-command.ts';

/*
 * What `npm pack` makes, installed as a person installs it, in an empty folder. The binding of sqlite3 is the one that
 * was built here: its own script would ask GitHub for one.
 */
test('the package installs into a folder of its own, and runs there', () => {
  test.setTimeout(300_000);
  test.skip(process.platform === 'win32', 'the place of a global command is another one on Windows');
  const home = mkdtempSync(join(tmpdir(), 'purser-package-'));
  const npm = (...args: readonly string[]): string =>
    execFileSync('npm', args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    npm('pack', root, '--pack-destination', home, '--ignore-scripts');
    const packed = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '';
    expect(packed).toMatch(/^purser-app-purser-\d/);
    const prefix = join(home, 'prefix');
    npm('install', '--global', '--prefix', prefix, '--ignore-scripts', '--prefer-offline', join(home, packed));
    const installed = join(prefix, 'lib', 'node_modules', '@purser-app', 'purser');
    const binding = join('sqlite3', 'build', 'Release');
    cpSync(join(root, 'node_modules', binding), join(installed, 'node_modules', binding), { recursive: true });

    // Playwright asks for colors, which a person whose output is read by a program has not asked for.
    const env = { ...process.env, FORCE_COLOR: '0' };
    const purser = (...args: readonly string[]): string =>
      execFileSync(join(prefix, 'bin', 'purser'), args, { cwd: home, encoding: 'utf8', env });
    expect(purser('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(purser('--help')).toContain('Usage: purser');
    expect(purser('completion', 'bash')).toContain('complete -F _purser purser');
    expect(existsSync(join(installed, 'out', 'renderer', 'index.html'))).toBe(true);
    // Source maps and the desktop app stay at home; but for the one file that `main` names, which npm always packs.
    expect(readdirSync(join(installed, 'out')).toSorted()).toEqual(['cli', 'main', 'renderer']);
    expect(readdirSync(join(installed, 'out', 'main'))).toEqual(['index.js']);
    expect(readdirSync(join(installed, 'out', 'cli')).filter((name) => name.endsWith('.map'))).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
