import type { JsonObject } from '../../dialect.ts';
import { readRealtimeUsage } from './read-usage.ts';
import { STANDING } from '../live-protocol.ts';
import type { News } from '../live-protocol.ts';
import { objectIn } from './talk-state.ts';
import type { TalkState } from './talk-state.ts';
import { soundTokens } from './weigh-item.ts';

type See = (state: TalkState, frame: JsonObject) => readonly News[];

const TRANSCRIPTION = 'conversation.item.input_audio_transcription';

const SEES: ReadonlyMap<unknown, See> = new Map<unknown, See>([
  ['session.created', (state, frame) => seeSession(state, frame, false)],
  ['session.updated', (state, frame) => seeSession(state, frame, true)],
  ['input_audio_buffer.speech_started', seeSpeech],
  ['input_audio_buffer.speech_stopped', seeSilence],
  ['input_audio_buffer.committed', seeCommitted],
  ['response.created', seeCreated],
  ['response.done', seeDone],
  [`${TRANSCRIPTION}.completed`, seeTranscribed],
  [`${TRANSCRIPTION}.failed`, seeTranscribed],
  ['error', seeError],
]);

/** Reads the frames of the provider. */
export function createSeer(state: TalkState): (frame: JsonObject) => readonly News[] {
  return (frame) => {
    const see = SEES.get(frame['type']);
    if (see) return see(state, frame);
    if (typeof frame['response_id'] === 'string')
      return [{ kind: 'goes-on', lane: 'answer', id: frame['response_id'] }];
    return typeof frame['item_id'] === 'string' && state.transcripts.has(frame['item_id'])
      ? [{ kind: 'goes-on', lane: 'transcript', id: frame['item_id'] }]
      : [];
  };
}

/** The server's own instructions stand in the session that it reports. */
function seeSession(
  { settings, conversation, limited }: TalkState,
  frame: JsonObject,
  isChange: boolean,
): readonly News[] {
  const session = objectIn(frame, 'session');
  settings.confirm(session, isChange, limited);
  if (!isChange) conversation.add({ text: Buffer.byteLength(JSON.stringify(session)), media: 0 }, true);
  return [];
}

function seeSpeech({ clock }: TalkState, frame: JsonObject): readonly News[] {
  clock.begin(frame['audio_start_ms']);
  return [];
}

function seeSilence(state: TalkState, frame: JsonObject): readonly News[] {
  const ms = state.clock.end(frame['audio_end_ms']);
  state.endedMs += ms;
  state.isDue = state.settings.worst().answers;
  state.conversation.add({ text: 16, media: soundTokens(ms) }, true);
  return [];
}

function seeCommitted(state: TalkState, frame: JsonObject): readonly News[] {
  const [key = STANDING, ...later] = state.askedTranscripts;
  state.askedTranscripts = later;
  if (key === STANDING) state.endedMs = 0;
  const { item_id: id } = frame;
  if (typeof id !== 'string' || state.settings.worst().transcriber === undefined) return [];
  state.transcripts.add(id);
  return [{ kind: 'begins', lane: 'transcript', key, id }];
}

function seeTranscribed({ transcripts }: TalkState, frame: JsonObject): readonly News[] {
  const id = String(frame['item_id']);
  transcripts.delete(id);
  return [{ kind: 'ends', lane: 'transcript', id }];
}

/** Finds what a response was asked for by; one that nobody has asked for was begun by the provider. */
function seeCreated(state: TalkState, frame: JsonObject): readonly News[] {
  const response = objectIn(frame, 'response');
  const id = String(response['id']);
  const isApart = response['conversation_id'] === null;
  const { answers, alone } = state.settings.worst();
  const mayBeOwn = alone || (answers && state.isDue);
  const asked = state.asked.find((one) => one.isApart === isApart) ?? (mayBeOwn ? undefined : state.asked[0]);
  state.asked = state.asked.filter((one) => one !== asked);
  if (!asked) state.isDue = false;
  const now = state.conversation.now();
  const sentBy = asked?.at ?? state.lastBegin;
  state.lastBegin = now;
  state.answers.set(id, { isApart: isApart || asked?.isApart === true, sentBy, seenBy: now });
  return [{ kind: 'begins', lane: 'answer', key: asked?.key ?? STANDING, id }];
}

function seeDone(state: TalkState, frame: JsonObject): readonly News[] {
  const response = objectIn(frame, 'response');
  const id = String(response['id']);
  const running = state.answers.get(id);
  state.answers.delete(id);
  const usage = readRealtimeUsage(response, { media: ['audio'] });
  // A 0 is no report: everything that was known before stays.
  if (running && !running.isApart && usage && usage.input > 0) {
    const { inputAudio = 0, inputImage = 0, outputAudio = 0 } = usage.parts ?? {};
    const media = inputAudio + inputImage + outputAudio;
    const text = Math.max(0, usage.input + usage.output - media) + 16;
    state.conversation.know({ text, media }, running.sentBy, running.seenBy);
  }
  return [{ kind: 'ends', lane: 'answer', id }];
}

function seeError(state: TalkState, frame: JsonObject): readonly News[] {
  const { event_id: key } = objectIn(frame, 'error');
  if (typeof key !== 'string') return [];
  state.settings.reject(key);
  const isAsked = state.asked.some((one) => one.key === key);
  state.asked = state.asked.filter((one) => one.key !== key);
  return isAsked ? [{ kind: 'refused', key }] : [];
}
