import { describe, expect, it } from 'vitest';
import { leastBytesPerSecond, leastBytesPerSecondAs } from './audio-rate.ts';

const rate = (bytes: readonly number[]): Promise<number> =>
  leastBytesPerSecond(async (offset) => Uint8Array.from(bytes.slice(offset, offset + 64)));
const ascii = (text: string): number[] => [...Buffer.from(text)];
const little = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => (value >>> (8 * index)) & 0xff);
const wave = (format: number, samples: number, bytes: number): number[] => [
  ...ascii('RIFF'),
  ...little(0, 4),
  ...ascii('WAVEfmt '),
  ...little(16, 4),
  ...little(format, 2),
  ...little(1, 2),
  ...little(samples, 4),
  ...little(samples * bytes, 4),
  ...little(bytes, 2),
  ...little(8 * bytes, 2),
];
const tagged = (length: number, sound: readonly number[]): number[] => [
  ...ascii('ID3'),
  4,
  0,
  0,
  0,
  0,
  length >> 7,
  length & 0x7f,
  ...Array.from({ length }, () => 0),
  ...sound,
];

describe('what a second of sound takes at least', () => {
  it.each<readonly [what: string, bytes: readonly number[], rate: number]>([
    ['MP3', [0xff, 0xfb, 0x90, 0x00], 500],
    ['MP3 behind its tags', tagged(300, [0xff, 0xf3, 0x20]), 500],
    ['FLAC behind tags of MP3', tagged(20, ascii('fLaC')), 1],
    ['AAC in ADTS', [0xff, 0xf1, 0x50], 40],
    ['MP4', [0, 0, 0, 0x20, ...ascii('ftypM4A ')], 40],
    ['Ogg', ascii('OggS'), 8],
    ['WebM', [0x1a, 0x45, 0xdf, 0xa3], 8],
    ['FLAC', ascii('fLaC'), 1],
    ['speech in WAV', wave(1, 16_000, 2), 32_000],
    ['WAV with one sample a second', wave(1, 1, 1), 1],
    ['WAV with none', wave(1, 0, 0), 1],
    ['WAV with more than anybody sends', wave(3, 0xffff_ffff, 255), 384_000],
    ['WAV that holds something compressed', wave(85, 44_100, 4), 8],
    ['half a header', wave(1, 16_000, 2).slice(0, 30), 1],
    ['nothing', [], 1],
    ['something else', ascii('hello there'), 1],
  ])('%s', async (_what, bytes, expected) => expect(await rate(bytes)).toBe(expected));
});

describe('sound whose format is named', () => {
  const speech = Uint8Array.from(wave(1, 16_000, 2));
  it.each<readonly [format: unknown, sound: Uint8Array, rate: number]>([
    ['wav', speech, 32_000],
    [undefined, speech, 32_000],
    // A server that does as it is told finds whatever stands behind that header.
    ['mp3', speech, 500],
    ['flac', speech, 1],
    ['of tomorrow', speech, 1],
    ['wav', Uint8Array.from(tagged(30, [0xff, 0xfb, 0x90, 0x00])), 500],
    ['mp3', Uint8Array.from(ascii('OggS')), 8],
    ['wav', new Uint8Array(), 1],
  ])('%s', (format, sound, expected) => expect(leastBytesPerSecondAs(format, sound)).toBe(expected));
});
