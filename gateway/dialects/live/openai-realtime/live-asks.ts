import type { LiveAsk } from '../live-protocol.ts';
import type { Weight } from '../weight.ts';
import { createRealtimeMeter, createTranscriptMeter } from './meter.ts';
import type { SessionSettings } from './session-settings.ts';

/** The model's name, the day, the voice: what the provider says before everything else. */
const FRAME_TOKENS = 256;
/** Transcription is not promised to take ten tokens a second; twice that. */
const TRANSCRIBED_PER_SECOND = 20;
/** Source: developers.openai.com/api/docs/models/gpt-4o-transcribe, 2026-11: "2,000 max output tokens". */
const MOST_TRANSCRIPT = 2_000;
const BLOCK_MS = 10_000;

interface Answer {
  readonly key: string;
  readonly model: string;
  /** Undefined when only the model's window bounds it. */
  readonly reads: Weight | undefined;
  readonly limit: number | undefined;
  readonly settings: Pick<SessionSettings, 'speaks' | 'spokenRate'>;
}

/** Models that think before they speak, and bill it. Source: developers.openai.com, "gpt-realtime-2", 2026-11. */
const THINKS = /^gpt-realtime-(?!1\.|mini|20\d\d)/;

/** One answer of the model. */
export function answerAsk({ key, model, reads, limit, settings }: Answer): LiveAsk {
  const hasSound = settings.speaks || reads === undefined || reads.media > 0;
  return {
    lane: 'answer',
    key,
    ask: {
      model,
      stream: true,
      inputBound: reads && reads.text + reads.media + FRAME_TOKENS,
      ...(reads && { mediaInput: reads.media }),
      cacheWrites: 'none',
      outputLimit: limit,
      choices: 1,
      smallestOutputLimit: 1,
      hiddenOutput: THINKS.test(model),
      hideUsage: false,
      media: hasSound ? ['audio', 'image'] : [],
    },
    meter: (ask) => createRealtimeMeter(ask, settings.spokenRate),
  };
}

/** The transcript of what a person has said, by another model. */
export function transcriptAsk(key: string, model: string, ms: number): LiveAsk {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  const heard = seconds * TRANSCRIBED_PER_SECOND;
  return {
    lane: 'transcript',
    key,
    ask: {
      model,
      stream: false,
      inputBound: heard + FRAME_TOKENS,
      mediaInput: heard,
      cacheWrites: 'none',
      outputLimit: MOST_TRANSCRIPT,
      choices: 1,
      smallestOutputLimit: MOST_TRANSCRIPT,
      fixedOutput: true,
      hiddenOutput: false,
      hideUsage: false,
      media: ['audio'],
      extras: { audioSeconds: seconds },
    },
    meter: createTranscriptMeter,
  };
}

/** Held in steps, so that not every piece of sound is written to the ledger. */
export function inBlocks(ms: number): number {
  return Math.ceil(ms / BLOCK_MS) * BLOCK_MS;
}
