import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAutostartFile } from './autostart-file.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'purser-autostart-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('is off without a file, on with one, and off again where the desktop has switched it off', () => {
  const file = join(folder, 'config', 'autostart', 'purser.desktop');
  const autostart = createAutostartFile(file, ['/opt/Purser/purser', '--at-login']);
  autostart.set(false);
  expect(autostart.isOn()).toBe(false);
  autostart.set(true);
  expect(autostart.isOn()).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Purser/purser" "--at-login"\n');
  for (const line of ['Hidden=true', 'X-GNOME-Autostart-enabled=false']) {
    writeFileSync(file, `${readFileSync(file, 'utf8')}${line}\n`);
    expect(autostart.isOn()).toBe(false);
    autostart.set(true);
  }
  autostart.set(false);
  expect(autostart.isOn()).toBe(false);
});

test('says what to do when the file cannot be written', () => {
  const inTheWay = join(folder, 'autostart');
  writeFileSync(inTheWay, '');
  const autostart = createAutostartFile(join(inTheWay, 'purser.desktop'), ['/opt/Purser/purser']);
  expect(() => autostart.set(true)).toThrow(/could not be written\. Check that its folder is yours/);
  expect(autostart.isOn()).toBe(false);
});

const hasGio = spawnSync('gio', ['launch'], { encoding: 'utf8' }).stderr?.includes('gio launch') ?? false;

test.skipIf(!hasGio)(
  'a desktop reads the command back as it was, whatever is in it (GLib does, through `gio launch`)',
  async () => {
    // GLib does not find a program with a percent sign in its path, however it is written.
    const odd = join(folder, 'a "$HOME" `b` c\\d');
    mkdirSync(odd);
    const script = join(odd, 'app');
    const said = join(folder, 'said');
    writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`);
    chmodSync(script, 0o755);
    const file = join(folder, 'purser.desktop');
    const args = ['two words', '50% "off" $x `y` z\\', '--at-login'];
    createAutostartFile(file, [script, ...args]).set(true);
    execFileSync('gio', ['launch', file]);
    await expect.poll(() => readIfWritten(said)).toBe(`${args.join('\n')}\n`);
  },
);

function readIfWritten(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
