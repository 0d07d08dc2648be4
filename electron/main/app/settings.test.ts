import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  test('an empty environment says nothing: the defaults, and keys where the person chose', () => {
    expect(readSettings({})).toEqual({
      dataFolder: undefined,
      port: undefined,
      secrets: undefined,
      rendererUrl: undefined,
      desktop: '',
      appImage: undefined,
    });
  });

  test('reads what a test or a power user sets', () => {
    const settings = readSettings({
      PURSER_DATA_DIR: '/tmp/purser',
      PURSER_PORT: '0',
      PURSER_SECRETS: 'vault',
      PURSER_PASSPHRASE_FILE: '/run/passphrase',
    });
    expect(settings).toMatchObject({
      dataFolder: '/tmp/purser',
      port: 0,
      secrets: { kind: 'vault', passphraseFile: '/run/passphrase' },
    });
  });

  test('a vault without a passphrase file is asked for', () => {
    expect(readSettings({ PURSER_SECRETS: 'vault' }).secrets).toEqual({ kind: 'vault' });
  });

  test('a data folder is meant from where Purser was started', () => {
    expect(readSettings({ PURSER_DATA_DIR: 'data' }).dataFolder).toBe(`${process.cwd()}/data`);
  });

  test.each([
    [{ PURSER_PORT: '70000' }, /0 to 65535/],
    [{ PURSER_PORT: '1e3' }, /0 to 65535/],
    [{ PURSER_SECRETS: 'plaintext' }, /keychain, vault or memory/],
  ])('refuses %j and says what to do', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(sentence);
  });
});
