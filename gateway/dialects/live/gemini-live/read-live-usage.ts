import type { TokenUsage } from '../../../domain/usage.ts';
import type { JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { readGeminiUsage } from '../../gemini/read-usage.ts';

/** In a session, film is billed as sound is up to this generation. Source: ai.google.dev, "Pricing", 2026-11. */
const FILM_AS_SOUND = /(^|-)2\.5-/;

/**
 * Reads the usage of one turn: the whole conversation before it, and what it has made. Tokens whose kind is not said
 * count as sound, the dearest. Source: ai.google.dev, API reference, "Live API: UsageMetadata", 2026-11.
 */
export function readLiveUsage(usage: unknown, model: string): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const { responseTokenCount, responseTokensDetails, ...rest } = usage;
  const read = readGeminiUsage(
    {
      ...rest,
      candidatesTokenCount: responseTokenCount ?? rest['candidatesTokenCount'],
      candidatesTokensDetails: responseTokensDetails ?? rest['candidatesTokensDetails'],
      promptTokensDetails: named(rest['promptTokensDetails'], model),
    },
    undefined,
  );
  if (!read) return undefined;
  const { inputImage = 0, outputImage = 0, reasoning = 0 } = read.parts ?? {};
  const [said, made] = [textIn(usage, INPUT), textIn(usage, OUTPUT)];
  const inputAudio = Math.max(0, read.input - said - inputImage);
  const outputAudio = Math.max(0, read.output - made - outputImage - reasoning);
  const parts = { ...read.parts, inputAudio, outputAudio };
  return { ...read, parts: Object.fromEntries(Object.entries(parts).filter(([, count]) => count > 0)) };
}

const INPUT = ['promptTokensDetails', 'toolUsePromptTokensDetails'] as const;
const OUTPUT = ['responseTokensDetails', 'candidatesTokensDetails'] as const;

function textIn(usage: JsonObject, places: readonly string[]): number {
  return detailsIn(usage, places).reduce(
    (sum, { modality, tokenCount }) => sum + (modality === 'TEXT' && typeof tokenCount === 'number' ? tokenCount : 0),
    0,
  );
}

function detailsIn(usage: JsonObject, places: readonly string[]): readonly JsonObject[] {
  return places.flatMap((place) => {
    const details = usage[place];
    return Array.isArray(details) ? details.filter(isObject) : [];
  });
}

/** Film comes as pictures, and costs what they do. */
function named(details: unknown, model: string): unknown {
  if (!Array.isArray(details)) return details;
  const film = FILM_AS_SOUND.test(model) ? 'AUDIO' : 'IMAGE';
  const isFilm = (modality: unknown): boolean =>
    modality === 'VIDEO' || (modality === 'IMAGE' && FILM_AS_SOUND.test(model));
  return details.map((detail: unknown) =>
    isObject(detail) && isFilm(detail['modality']) ? { ...detail, modality: film } : detail,
  );
}
