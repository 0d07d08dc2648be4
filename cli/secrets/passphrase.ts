import { read } from 'node:fs';
import { promisify } from 'node:util';
import { readPassphraseFile } from '../../gateway/secrets/passphrase-file.ts';
import { PurserError } from '../../shared/errors.ts';
import { promptHidden } from './hidden-prompt.ts';

export interface PassphraseSource {
  /** A file that only its owner can read, or a pipe such as `<(pass show purser)`. */
  readonly file?: string | undefined;
  /** A file descriptor that the caller opened. */
  readonly fd?: number | undefined;
  /** The prompt on the terminal when neither is given; `confirm` asks twice, for a new vault. */
  readonly prompt?: string | undefined;
  readonly confirm?: boolean | undefined;
}

const MAX_BYTES = 64 * 1024;
const readFd = promisify(read);

/**
 * Reads the vault's passphrase from a file, a file descriptor or a hidden prompt, in that order. One newline at
 * the end is not part of it.
 * @throws PurserError `INVALID_INPUT` when there is none, or when others can read the file.
 */
export async function readPassphrase(source: PassphraseSource): Promise<string> {
  if (source.file !== undefined)
    return notEmpty(await readPassphraseFile(source.file), `The passphrase file ${source.file} is empty.`);
  if (source.fd !== undefined)
    return notEmpty(await readAll(source.fd), `File descriptor ${source.fd} holds no passphrase.`);
  const prompt = source.prompt ?? 'Passphrase of the vault';
  if (!process.stdin.isTTY) {
    throw invalid(
      'The vault needs a passphrase and there is no terminal to ask on. Give it with --passphrase-file FILE.',
    );
  }
  const passphrase = notEmpty(await promptHidden(`${prompt}: `), 'The passphrase is empty.');
  if (source.confirm === true && (await promptHidden(`${prompt}, again: `)) !== passphrase) {
    throw invalid('The two passphrases differ. Nothing was changed; try again.');
  }
  return passphrase;
}

interface AskedSecret {
  /** Its name, such as `OpenAI key`. */
  readonly label: string;
  /** The page where a person gets one. */
  readonly page?: string | undefined;
  /** The command that asks, as a person types it again. */
  readonly command: string;
}

/**
 * Reads a secret such as a provider key: standard input when it is not a terminal, else a hidden prompt.
 * @throws PurserError `INVALID_INPUT` when nothing came.
 */
export async function readSecretFromStdinOrPrompt({ label, page, command }: AskedSecret): Promise<string> {
  const asked = page === undefined ? label : `${label}, from ${page}`;
  const secret = process.stdin.isTTY ? await promptHidden(`${asked} (not shown): `) : await readAll(0);
  return notEmpty(secret.trim(), `No key was read. Run it in a terminal, or: ${command} < key.txt`);
}

/** Reads to the end, without one newline there. Bounded, so that a wrong file cannot fill the memory. */
async function readAll(fd: number): Promise<string> {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  let length = 0;
  while (length < buffer.length) {
    const count = await readSome(fd, buffer, length);
    if (count === 0) break;
    length += count;
  }
  if (length > MAX_BYTES) throw invalid('That is too long for a secret (over 64 KiB). Check what is piped in.');
  return buffer.toString('utf8', 0, length).replace(/\r?\n$/, '');
}

async function readSome(fd: number, buffer: Buffer, offset: number): Promise<number> {
  for (;;) {
    try {
      return (await readFd(fd, buffer, offset, buffer.length - offset, null)).bytesRead;
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      // Windows reports the end of a pipe this way; a pipe that another process made non-blocking has nothing yet.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw invalid(`File descriptor ${fd} could not be read (${String(code)}).`, cause);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function notEmpty(secret: string, message: string): string {
  if (secret === '') throw invalid(message);
  return secret;
}

function invalid(message: string, cause?: unknown): PurserError {
  return new PurserError('INVALID_INPUT', message, { cause });
}
