import { expect, it } from 'vitest';
import { boundSound } from './bound-sound.ts';

/** 75,000 bytes of sound, in base64. */
const MP3 = Buffer.from([0xff, 0xfb, 0x90, ...Array.from({ length: 74_997 }, () => 0)]).toString('base64');
const waveAt = (rate: number): string => {
  const file = Buffer.alloc(75_000);
  file.write('RIFF');
  file.write('WAVEfmt ', 8);
  file.writeUInt16LE(1, 20);
  file.writeUInt32LE(rate, 24);
  file.writeUInt16LE(2, 32);
  return file.toString('base64');
};

it.each<readonly [what: string, data: string, format: unknown, seconds: number]>([
  ['MP3', MP3, 'mp3', 150],
  ['speech in WAV', waveAt(16_000), 'wav', 3],
  ['WAV of one sample a second, hours in little', waveAt(1), 'wav', 37_500],
  ['a data URL', `data:audio/wav;base64,${waveAt(16_000)}`, undefined, 3],
  ['a format that says nothing of its length', MP3, 'flac', 75_000],
  ['the same with lines, which nobody reads', waveAt(16_000).replaceAll(/.{76}/g, '$&\r\n'), 'wav', 3],
  ['what stands behind an end that not everybody stops at', `UklGRg==${MP3}`, 'mp3', 75_006],
])('sound is bounded by how long it can be: %s', (_what, data, format, seconds) =>
  expect(boundSound(data, format)).toBe(40 * (seconds + 30)),
);
