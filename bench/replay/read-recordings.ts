import { readFile } from 'node:fs/promises';
import * as zlib from 'node:zlib';
import { parseExchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';

/** Reads files of recordings, one JSON document a line. @throws with the file's name for what is none */
export async function readRecordings(files: readonly string[]): Promise<readonly Exchange[]> {
  const read = await Promise.all(files.map(readOne));
  return read.flat();
}

async function readOne(file: string): Promise<readonly Exchange[]> {
  const text = (await bytesOf(file)).toString('utf8');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parseExchange(line)];
    } catch (cause) {
      throw new Error(`${file}, line ${index + 1}: that is no recording.`, { cause });
    }
  });
}

async function bytesOf(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  if (!file.endsWith('.zst')) return bytes;
  // Node 22.15 and later have it; without it the person unpacks.
  if (!('zstdDecompressSync' in zlib))
    throw new Error(`This Node cannot read ${file}. Unpack it first: zstd -d ${file}`);
  return zlib.zstdDecompressSync(bytes);
}
