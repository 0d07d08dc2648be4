/**
 * The sound that a session was sent, in milliseconds since its beginning: what of it is in the conversation, and what
 * may still come into it.
 */
export interface AudioClock {
  /** @param isLoud it is no silence */
  hear(ms: number, isLoud: boolean): void;
  /** The client has made a message of everything since the last one. @returns its length in milliseconds */
  commit(): number;
  /** The client has dropped everything since the last message. */
  clear(): void;
  /** The provider has noticed speech: what was before it stays out of the conversation. */
  begin(startMs: unknown): void;
  /** The provider has noticed its end, and makes a message of it. @returns its length in milliseconds */
  end(endMs: unknown): number;
  /** The most that the next message can be, in milliseconds. */
  openMs(): number;
  isSpeaking(): boolean;
  /** True if the sound of the last seconds may hold speech that the provider has not told of yet. */
  mayHoldSpeech(): boolean;
}

/** A provider tells of speech within so many milliseconds of sound. */
const LATE_MS = 10_000;

export function createAudioClock(): AudioClock {
  let heardMs = 0;
  let coveredMs = 0;
  let isSpeaking = false;
  let loudMs = -1;
  /** A place that cannot be is taken for the earliest that can. */
  const placeOf = (ms: unknown): number =>
    typeof ms === 'number' && ms >= coveredMs && ms <= heardMs ? ms : coveredMs;
  const commit = (): number => {
    const length = heardMs - coveredMs;
    coveredMs = heardMs;
    isSpeaking = false;
    return length;
  };
  return {
    hear(ms, isLoud) {
      heardMs += ms;
      if (isLoud) loudMs = heardMs;
    },
    commit,
    clear: () => void commit(),
    begin(startMs) {
      isSpeaking = true;
      coveredMs = placeOf(startMs);
    },
    end(endMs) {
      isSpeaking = false;
      const before = coveredMs;
      coveredMs = placeOf(endMs);
      return coveredMs - before;
    },
    openMs: () => heardMs - coveredMs,
    isSpeaking: () => isSpeaking,
    mayHoldSpeech: () => loudMs > coveredMs && loudMs > heardMs - LATE_MS,
  };
}
