import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { typeKeys } from './hidden-prompt.ts';
import { readPassphrase } from './passphrase.ts';

const runner = fileURLToPath(new URL('passphrase-runner.ts', import.meta.url));
const SECRET = 'tästy secret 鍵';
const SECRET_HEX = Buffer.from(SECRET).toString('hex');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-passphrase-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function fileWith(text: string, mode: number): Promise<string> {
  const file = join(folder, 'passphrase');
  await writeFile(file, text);
  await chmod(file, mode);
  return file;
}

/** Runs the runner; `keys` are typed in turn, each as soon as one more prompt (a text ending in ": ") is shown. */
function run(command: string, args: readonly string[], keys: readonly string[], closeInput: boolean): Promise<string> {
  const child = spawn(command, args, { stdio: 'pipe' });
  let output = '';
  let typed = 0;
  const type = () => {
    const prompts = output.match(/: /g)?.length ?? 0;
    if (!closeInput && typed < prompts && typed < keys.length) child.stdin.write(keys[typed++] ?? '');
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      type();
    });
  }
  if (closeInput) child.stdin.end(keys.join(''));
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}

/** The same on a real terminal: util-linux's `script` makes one. */
const onTerminal = (mode: string, keys: readonly string[]) =>
  run('script', ['-qec', `'${process.execPath}' '${runner}' ${mode} ${SECRET_HEX}`, '/dev/null'], keys, false);
const piped = (mode: string, text: string, ...rest: readonly string[]) =>
  run(process.execPath, [runner, mode, SECRET_HEX, ...rest], [text], true);

describe('a passphrase from a file', () => {
  it.each(['pass word', 'pass word\n', 'pass word\r\n'])('is read without the newline at its end: %j', async (text) => {
    expect(await readPassphrase({ file: await fileWith(text, 0o600) })).toBe('pass word');
  });

  it('keeps every other character', async () => {
    expect(await readPassphrase({ file: await fileWith(' two\nlines \n\n', 0o400) })).toBe(' two\nlines \n');
  });

  it.each([0o644, 0o640, 0o604])('is refused when others can read it: %o', async (mode) => {
    const file = await fileWith('pass word', mode);
    await expect(readPassphrase({ file })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(`chmod 600 ${file}`),
    });
  });

  it.each(['', '\n'])('is refused when it is empty: %j', async (text) => {
    await expect(readPassphrase({ file: await fileWith(text, 0o600) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is refused when it is not there, is a folder, or is far too long', async () => {
    await expect(readPassphrase({ file: join(folder, 'none') })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(readPassphrase({ file: folder })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(readPassphrase({ file: await fileWith('x'.repeat(70_000), 0o600) })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a secret from a pipe', () => {
  it('comes from standard input', async () => {
    expect(await piped('secret', `${SECRET}\n`)).toContain('RESULT right');
  });

  it('comes from a file descriptor', async () => {
    expect(await piped('passphrase', `${SECRET}\n`, '0')).toContain('RESULT right');
  });

  it('is refused when nothing comes, and a passphrase is not read from a pipe unasked', async () => {
    expect(await piped('secret', '\n')).toContain(
      'ERROR No key was read. Run it in a terminal, or: purser provider add openai < key.txt',
    );
    expect(await piped('passphrase', `${SECRET}\n`)).toContain(
      'ERROR The vault needs a passphrase and there is no terminal',
    );
  });
});

describe('a hidden prompt on a terminal', () => {
  it('shows nothing of what is typed, and leaves the terminal as it was', async () => {
    const output = await onTerminal('secret', [`${SECRET}\r`]);
    expect(output).toContain('OpenAI key (not shown): ');
    expect(output).toContain('RESULT right');
    expect(output).toContain('RAW false');
    expect(output).not.toContain('tästy');
  });

  it('asks twice for a new passphrase', async () => {
    expect(await onTerminal('confirm', [`${SECRET}\r`, `${SECRET}\r`])).toContain('RESULT right');
    expect(await onTerminal('confirm', [`${SECRET}\r`, 'other\r'])).toContain('ERROR The two passphrases differ');
  });

  it('gives the terminal back on Ctrl-C', async () => {
    const output = await onTerminal('secret', ['half\u0003']);
    expect(output).toContain('ERROR Cancelled');
    expect(output).toContain('RAW false');
  });
});

describe('keys', () => {
  it.each([
    ['abc\u007f\u007fd\r', { text: 'ad', end: 'enter' }],
    ['a🔑\u007fb', { text: 'ab', end: undefined }],
    ['wrong\u0015right\n', { text: 'right', end: 'enter' }],
    ['\u001b[200~pasted\u001b[201~\u001b[A', { text: 'pasted', end: undefined }],
    ['\u0004', { text: '', end: 'cancel' }],
    ['a\u0004b', { text: 'ab', end: undefined }],
  ])('%j', (keys, expected) => {
    expect(typeKeys('', keys)).toEqual(expected);
  });
});
