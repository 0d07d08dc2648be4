import type { JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import type { Conversation } from '../conversation.ts';
import type { Heard } from '../live-protocol.ts';
import type { AudioClock } from './audio-clock.ts';
import type { SettingsBook } from './settings-book.ts';

/** A response that the client has asked for and that has not begun. */
export interface AskedAnswer {
  readonly key: string;
  /** It is no part of the conversation. */
  readonly isApart: boolean;
  /** When it was asked for. */
  readonly at: number;
}

/** An answer that runs. */
export interface RunningAnswer {
  readonly isApart: boolean;
  /** It was told what to read, so that the conversation's length is not known by it. */
  readonly sentBy: number;
  readonly seenBy: number;
}

/** Everything that is known of a session. */
export interface TalkState {
  readonly model: string;
  readonly isBeta: boolean;
  readonly conversation: Conversation;
  readonly clock: AudioClock;
  readonly settings: SettingsBook;
  asked: readonly AskedAnswer[];
  /** Transcripts whose sound the client has committed. */
  askedTranscripts: readonly string[];
  readonly answers: Map<string, RunningAnswer>;
  readonly transcripts: Set<string>;
  /** Sound of which the provider has made messages, and no transcript has begun, in milliseconds. */
  endedMs: number;
  /** A person has stopped speaking, and no answer has begun. */
  isDue: boolean;
  /** When the latest answer began. */
  lastBegin: number;
  /** The limit that Purser has set on what the provider begins; undefined: as the client wants it. */
  limited: number | undefined;
  keys: number;
}

/** A frame that asks for nothing. */
export const NOTHING_ASKED: Heard = { asks: [], models: [], rewrite: () => ({}) };

/** The object in a field, or an empty one. */
export function objectIn(frame: JsonObject, name: string): JsonObject {
  const value = frame[name];
  return isObject(value) ? value : {};
}
