import type { JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { bytesPerSecond } from './sound-format.ts';

/** What of a session's settings decides its cost. */
export interface SessionSettings {
  /** Bytes of a second of sound from the client, and of the model's. */
  readonly heardRate: number;
  readonly spokenRate: number;
  /** The provider makes messages of what it hears by itself, and answers them. */
  readonly commits: boolean;
  readonly answers: boolean;
  /** It may answer although nothing was said: after a silence, or when a tool of its own has come back. */
  readonly alone: boolean;
  /** The shortest silence after which a person has ended, in milliseconds; 0 where nobody knows. */
  readonly silenceMs: number;
  /** The model that writes down what is heard. */
  readonly transcriber: string | undefined;
  /** Most tokens of an answer; undefined: as many as the model can. */
  readonly limit: number | undefined;
  readonly speaks: boolean;
  /** It reads what only the provider has: a prompt by its id, tools of a remote server. */
  readonly borrows: boolean;
}

/** Source: OpenAI API reference, "Realtime: turn_detection", 2026-11. */
const USUAL_SILENCE_MS = 500;

/** As a session begins. Source: OpenAI API reference, "Realtime: session", 2026-11. */
export const FIRST_SETTINGS: SessionSettings = {
  heardRate: 48_000,
  spokenRate: 48_000,
  commits: true,
  answers: true,
  alone: false,
  silenceMs: USUAL_SILENCE_MS,
  transcriber: undefined,
  limit: undefined,
  speaks: true,
  borrows: false,
};

/** Where a setting stands, since general availability and in the beta. */
interface Places {
  readonly heard: unknown;
  readonly spoken: unknown;
  readonly detection: unknown;
  readonly transcription: unknown;
  readonly modalities: unknown;
  readonly limit: unknown;
}

/**
 * The settings after an update: what it leaves out stays.
 * @returns the name of a format of sound that nobody knows the rate of
 */
export function updateSettings(
  before: SessionSettings,
  session: JsonObject,
): SessionSettings | { readonly unknownFormat: string } {
  const places = placesIn(session);
  const [heardRate, spokenRate] = [bytesPerSecond(places.heard), bytesPerSecond(places.spoken)];
  if (heardRate === undefined || spokenRate === undefined)
    return { unknownFormat: JSON.stringify(heardRate === undefined ? places.heard : places.spoken) };
  const remote = Array.isArray(session['tools']) ? session['tools'].some(isRemote) : undefined;
  const { commits, answers, waits, silenceMs } = detectionOf(before, places.detection);
  const isPrompted = session['prompt'] === undefined ? undefined : session['prompt'] !== null;
  return {
    heardRate: places.heard === undefined ? before.heardRate : heardRate,
    spokenRate: places.spoken === undefined ? before.spokenRate : spokenRate,
    commits,
    answers,
    alone: waits || (remote ?? before.borrows),
    silenceMs,
    transcriber: transcriberOf(before, places.transcription),
    limit: places.limit === undefined ? before.limit : limitOf(places.limit),
    speaks: Array.isArray(places.modalities) ? places.modalities.includes('audio') : before.speaks,
    borrows: (remote ?? isPrompted) === undefined ? before.borrows : remote === true || isPrompted === true,
  };
}

/** A limit of output as a number; `inf` and nothing are none. */
export function limitOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** The dearest of all settings that may be in force. */
export function worstOf(all: readonly [SessionSettings, ...SessionSettings[]]): SessionSettings {
  return all.reduce((one, other) => ({
    heardRate: Math.min(one.heardRate, other.heardRate),
    spokenRate: Math.min(one.spokenRate, other.spokenRate),
    commits: one.commits || other.commits,
    answers: one.answers || other.answers,
    alone: one.alone || other.alone,
    silenceMs: Math.min(one.silenceMs, other.silenceMs),
    transcriber: other.transcriber ?? one.transcriber,
    limit: one.limit === undefined || other.limit === undefined ? undefined : Math.max(one.limit, other.limit),
    speaks: one.speaks || other.speaks,
    borrows: one.borrows || other.borrows,
  }));
}

function placesIn(session: JsonObject): Places {
  const audio = objectIn(session, 'audio');
  const [input, output] = [objectIn(audio, 'input'), objectIn(audio, 'output')];
  return {
    heard: input['format'] ?? session['input_audio_format'],
    spoken: output['format'] ?? session['output_audio_format'],
    detection: input['turn_detection'] === undefined ? session['turn_detection'] : input['turn_detection'],
    transcription: input['transcription'] === undefined ? session['input_audio_transcription'] : input['transcription'],
    modalities: session['output_modalities'] ?? session['modalities'],
    limit: session['max_output_tokens'] ?? session['max_response_output_tokens'],
  };
}

function detectionOf(
  { commits, answers, alone, borrows, silenceMs }: SessionSettings,
  detection: unknown,
): Pick<SessionSettings, 'commits' | 'answers' | 'silenceMs'> & { readonly waits: boolean } {
  if (detection === undefined) return { commits, answers, silenceMs, waits: alone && !borrows };
  if (!isObject(detection)) return { commits: false, answers: false, silenceMs: USUAL_SILENCE_MS, waits: false };
  return {
    commits: true,
    answers: detection['create_response'] !== false,
    silenceMs: silenceOf(detection),
    waits: typeof detection['idle_timeout_ms'] === 'number',
  };
}

function silenceOf({ type, silence_duration_ms: ms = USUAL_SILENCE_MS }: JsonObject): number {
  return type === 'semantic_vad' || typeof ms !== 'number' ? 0 : ms;
}

function transcriberOf(before: SessionSettings, transcription: unknown): string | undefined {
  if (transcription === undefined) return before.transcriber;
  if (!isObject(transcription)) return undefined;
  const { model } = transcription;
  return typeof model === 'string' ? model : (before.transcriber ?? DEFAULT_TRANSCRIBER);
}

/** Left out, the first model that the API had for it. */
const DEFAULT_TRANSCRIBER = 'whisper-1';

function isRemote(tool: unknown): boolean {
  return !isObject(tool) || tool['type'] !== 'function';
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}
