import type { JsonObject } from '../../dialect.ts';
import { createConversation } from '../conversation.ts';
import { STANDING } from '../live-protocol.ts';
import type { LiveAsk, LiveTalk } from '../live-protocol.ts';
import { createAudioClock } from './audio-clock.ts';
import { createHearer } from './hear-client.ts';
import { answerAsk, inBlocks, transcriptAsk } from './live-asks.ts';
import { createSeer } from './see-provider.ts';
import { createSettingsBook } from './settings-book.ts';
import type { TalkState } from './talk-state.ts';
import { soundTokens } from './weigh-item.ts';

/** A session of OpenAI's Realtime API. @param isBeta it speaks as before its general availability */
export function createRealtimeTalk(model: string, isBeta: boolean): LiveTalk {
  const state: TalkState = {
    model,
    isBeta,
    conversation: createConversation(),
    clock: createAudioClock(),
    settings: createSettingsBook(),
    asked: [],
    askedTranscripts: [],
    answers: new Map(),
    transcripts: new Set(),
    endedMs: 0,
    isDue: false,
    lastBegin: 0,
    limited: undefined,
    keys: 0,
  };
  return {
    model: () => model,
    hear: createHearer(state),
    see: createSeer(state),
    standing: (lane, spoken, isBegun = false) =>
      lane === 'answer' ? standingAnswer(state, spoken, isBegun) : standingTranscript(state, isBegun),
    mayHaveBegun: (lane) =>
      state.clock.isSpeaking() || state.clock.mayHoldSpeech() || (lane === 'answer' ? state.isDue : state.endedMs > 0),
    limitStanding(limit) {
      if (limit === state.limited) return undefined;
      state.limited = limit;
      state.settings.ask('purser_limit', {});
      return JSON.stringify(limitFrame(state, limit ?? state.settings.latest().limit));
    },
    mute() {
      const { alone, silenceMs } = state.settings.worst();
      // So little sound holds no speech with the silence after it that would end it.
      const isSafe = !alone && !state.isDue && state.clock.openMs() <= silenceMs;
      return isSafe ? JSON.stringify(muteFrame(state)) : undefined;
    },
  };
}

function standingAnswer(
  { model, conversation, clock, settings, isDue }: TalkState,
  spoken: number,
  isBegun: boolean,
): LiveAsk | undefined {
  const worst = settings.worst();
  const openMs = clock.openMs();
  if (!isBegun && !worst.alone && !(worst.answers && (openMs > 0 || isDue))) return undefined;
  const said = conversation.weight();
  const reads = { text: said.text, media: said.media + soundTokens(inBlocks(openMs)) + spoken };
  return answerAsk({
    key: STANDING,
    model,
    reads: worst.borrows ? undefined : reads,
    limit: worst.limit,
    settings: worst,
  });
}

function standingTranscript({ clock, settings, endedMs }: TalkState, isBegun: boolean): LiveAsk | undefined {
  const { transcriber, commits } = settings.worst();
  const ms = clock.openMs() + endedMs;
  return transcriber === undefined || (!isBegun && (!commits || ms === 0))
    ? undefined
    : transcriptAsk(STANDING, transcriber, inBlocks(ms));
}

function muteFrame({ isBeta }: TalkState): JsonObject {
  const session = isBeta ? { turn_detection: null } : { type: 'realtime', audio: { input: { turn_detection: null } } };
  return { type: 'session.update', event_id: 'purser_mute', session };
}

function limitFrame(state: TalkState, limit: number | undefined): JsonObject {
  const most = limit ?? 'inf';
  return {
    type: 'session.update',
    event_id: 'purser_limit',
    session: state.isBeta ? { max_response_output_tokens: most } : { type: 'realtime', max_output_tokens: most },
  };
}
