import { isObject } from '../../json/read-json.ts';

/**
 * Tokens of a second of sound: one for 100 ms of a person, one for 50 ms of the model. Source:
 * developers.openai.com/api/docs/guides/realtime-costs, 2026-11.
 */
export const TOKENS_PER_SECOND = { heard: 10, spoken: 20 } as const;

/** 24,000 samples a second of two bytes. */
const PCM = 48_000;
/** 8,000 samples a second of one byte. */
const G711 = 8_000;

/** By the names in the beta and since. Source: OpenAI API reference, "Realtime: session", 2026-11. */
const BYTES_PER_SECOND: ReadonlyMap<unknown, number> = new Map([
  ['pcm16', PCM],
  ['audio/pcm', PCM],
  ['g711_ulaw', G711],
  ['g711_alaw', G711],
  ['audio/pcmu', G711],
  ['audio/pcma', G711],
]);

/** Bytes of a second of sound in this format. @returns undefined for a format that nobody knows */
export function bytesPerSecond(format: unknown): number | undefined {
  if (format === undefined || format === null) return PCM;
  if (!isObject(format)) return BYTES_PER_SECOND.get(format);
  const { type, rate } = format;
  const usual = BYTES_PER_SECOND.get(type);
  if (type !== 'audio/pcm' || rate === undefined) return usual;
  // A slower rate makes the same bytes last longer.
  return typeof rate === 'number' && rate >= 8_000 ? Math.min(PCM, rate * 2) : undefined;
}

/** Most bytes that so much base64 holds. */
export function bytesInBase64(value: unknown): number {
  if (typeof value !== 'string') return 0;
  const padding = /={0,2}$/.exec(value)?.[0].length ?? 0;
  return Math.floor(((value.length - padding) * 3) / 4);
}

/** A hundredth of the highest sample: no speech is as quiet. */
const QUIET = 328;
/** Silence in both kinds of G.711. */
const SILENT_BYTES = new Set([0xff, 0x7f, 0xd5, 0x55]);

/** True for sound that may be speech. @param bytesPerSecond tells samples of two bytes from those of one */
export function isLoud(base64: string, bytesPerSecond: number): boolean {
  const sound = Buffer.from(base64, 'base64');
  if (bytesPerSecond <= G711) return sound.some((byte) => !SILENT_BYTES.has(byte));
  for (let at = 0; at + 1 < sound.length; at += 2) if (Math.abs(sound.readInt16LE(at)) > QUIET) return true;
  return false;
}
