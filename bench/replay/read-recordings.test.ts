import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRecordings } from './read-recordings.ts';

const LINE = JSON.stringify({
  id: 'a',
  method: 'post',
  url: 'https://api.openai.com/v1/responses',
  requestHeaders: {},
  request: { base64: 'SGk=' },
  status: 200,
  replyHeaders: {},
  reply: null,
});
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-recordings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('reads one exchange a line, plain or compressed, and names the line that is none', async () => {
  const plain = join(folder, 'a.jsonl');
  await writeFile(plain, `${LINE}\n\n${LINE}\n`);
  const read = await readRecordings([plain]);
  expect(read.map(({ method, request, reply }) => [method, request.toString(), reply.length])).toEqual([
    ['POST', 'Hi', 0],
    ['POST', 'Hi', 0],
  ]);
  await writeFile(plain, `${LINE}\n{"id":"b"}\n`);
  await expect(readRecordings([plain])).rejects.toThrow(`${plain}, line 2: that is no recording.`);
});

it('reads what is packed with zstd, or says how to unpack it', async () => {
  const packed = join(folder, 'a.jsonl.zst');
  if ('zstdCompressSync' in zlib) {
    await writeFile(packed, zlib.zstdCompressSync(Buffer.from(LINE)));
    expect(await readRecordings([packed])).toHaveLength(1);
  } else {
    await writeFile(packed, '');
    await expect(readRecordings([packed])).rejects.toThrow(`zstd -d ${packed}`);
  }
});
