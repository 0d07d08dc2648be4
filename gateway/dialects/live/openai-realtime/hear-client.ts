import type { AskFault, JsonObject } from '../../dialect.ts';
import type { Heard, LiveAsk } from '../live-protocol.ts';
import { answerAsk, transcriptAsk } from './live-asks.ts';
import { limitOf } from './session-settings.ts';
import { bytesInBase64, isLoud } from './sound-format.ts';
import { NOTHING_ASKED, objectIn } from './talk-state.ts';
import type { TalkState } from './talk-state.ts';
import { soundTokens, weighFrame } from './weigh-item.ts';

type Hear = (state: TalkState, frame: JsonObject, byteLength: number) => Heard | AskFault;

/** Frames that cost nothing by themselves. Source: OpenAI API reference, "Realtime: client events", 2026-11. */
const FREE = (): Heard => NOTHING_ASKED;

const HEARS: ReadonlyMap<unknown, Hear> = new Map<unknown, Hear>([
  ['session.update', hearUpdate],
  ['input_audio_buffer.append', hearSound],
  ['input_audio_buffer.commit', hearCommit],
  ['input_audio_buffer.clear', hearClear],
  ['conversation.item.create', hearItem],
  ['response.create', hearCreate],
  ['conversation.item.delete', FREE],
  ['conversation.item.truncate', FREE],
  ['conversation.item.retrieve', FREE],
  ['response.cancel', FREE],
  ['output_audio_buffer.clear', FREE],
]);

/** Reads the frames of the client. */
export function createHearer(state: TalkState): (frame: JsonObject, byteLength: number) => Heard | AskFault {
  return (frame, byteLength) => {
    const hear = HEARS.get(frame['type']);
    if (hear) return hear(state, frame, byteLength);
    return malformed(`Purser does not know the event "${String(frame['type']).slice(0, 80)}", and what it costs.`);
  };
}

function hearUpdate(state: TalkState, frame: JsonObject, byteLength: number): Heard | AskFault {
  const { settings, conversation, model } = state;
  const session = objectIn(frame, 'session');
  if (session['model'] !== undefined && session['model'] !== model)
    return malformed(`This session is for the model "${model}". Connect again for another one.`);
  if (session['type'] !== undefined && session['type'] !== 'realtime')
    return malformed('This session speaks. Purser cannot meter transcription or translation sessions yet.');
  const key = keyOf(frame) ?? `purser_session_${conversation.now()}`;
  const fault = settings.ask(key, session);
  if (fault)
    return malformed(`Purser does not know how long sound is in the format ${fault.unknownFormat}. Use pcm16 or g711.`);
  conversation.add({ text: byteLength, media: 0 });
  // The client's own limit replaces Purser's, which is set again where it is needed.
  if ((session['max_output_tokens'] ?? session['max_response_output_tokens']) !== undefined) state.limited = undefined;
  const { transcriber } = settings.latest();
  return {
    asks: [],
    models: transcriber === undefined ? [] : [{ model: transcriber }],
    rewrite: () => (keyOf(frame) === undefined ? { event_id: key } : {}),
  };
}

function hearSound({ clock, settings }: TalkState, frame: JsonObject): Heard | AskFault {
  if (typeof frame['audio'] !== 'string') return malformed('The field "audio" must be a string.');
  const { heardRate } = settings.worst();
  clock.hear((bytesInBase64(frame['audio']) / heardRate) * 1_000, isLoud(frame['audio'], heardRate));
  return NOTHING_ASKED;
}

function hearCommit(state: TalkState): Heard {
  const ms = state.clock.commit();
  state.conversation.add({ text: 16, media: soundTokens(ms) });
  const { transcriber } = state.settings.worst();
  if (transcriber === undefined) return NOTHING_ASKED;
  const key = nextKey(state);
  state.askedTranscripts = [...state.askedTranscripts, key];
  return { ...NOTHING_ASKED, asks: [transcriptAsk(key, transcriber, ms)] };
}

function hearClear({ clock }: TalkState): Heard {
  clock.clear();
  return NOTHING_ASKED;
}

function hearItem({ conversation, settings }: TalkState, frame: JsonObject, byteLength: number): Heard {
  conversation.add(weighFrame(frame, byteLength, settings.worst().heardRate));
  return NOTHING_ASKED;
}

/** The client asks for an answer. */
function hearCreate(state: TalkState, frame: JsonObject, byteLength: number): Heard | AskFault {
  const { settings, conversation } = state;
  const response = objectIn(frame, 'response');
  if (response['model'] !== undefined) return malformed('A response cannot name a model: it is that of its session.');
  const key = keyOf(frame) ?? nextKey(state);
  if (state.asked.some((one) => one.key === key)) return malformed(`The event_id "${key}" was used before.`);
  const own = response['input'] !== undefined && response['input'] !== null;
  state.asked = [...state.asked, { key, isApart: response['conversation'] === 'none' || own, at: conversation.now() }];
  const set = response['max_output_tokens'] ?? response['max_response_output_tokens'];
  const wanted = set === undefined ? settings.latest().limit : limitOf(set);
  const ask = answerOf(state, { key, response, byteLength, limit: wanted });
  const field = state.isBeta ? 'max_response_output_tokens' : 'max_output_tokens';
  return {
    asks: [ask],
    models: [],
    rewrite(limit) {
      // Purser's limit on what the provider begins is none for this one.
      const free = state.limited !== undefined && set === undefined ? (wanted ?? 'inf') : undefined;
      const most = limit ?? free;
      return {
        ...(keyOf(frame) === undefined && { event_id: key }),
        ...(most !== undefined && { response: { ...response, [field]: most } }),
      };
    },
  };
}

function answerOf(
  { model, conversation, settings }: TalkState,
  asked: {
    readonly key: string;
    readonly response: JsonObject;
    readonly byteLength: number;
    readonly limit: number | undefined;
  },
): LiveAsk {
  const { key, response, byteLength, limit } = asked;
  const worst = settings.worst();
  const own = weighFrame(response, byteLength, worst.heardRate);
  const said = conversation.weight();
  const modalities: unknown = response['output_modalities'] ?? response['modalities'];
  const speaks = Array.isArray(modalities) ? modalities.includes('audio') : worst.speaks;
  const isBorrowed =
    worst.borrows ||
    (response['prompt'] ?? null) !== null ||
    (Array.isArray(response['tools']) && response['tools'].some(isRemote));
  return answerAsk({
    key,
    model,
    reads: isBorrowed ? undefined : { text: said.text + own.text, media: said.media + own.media },
    limit,
    settings: { ...worst, speaks },
  });
}

function isRemote(tool: unknown): boolean {
  return Reflect.get(Object(tool), 'type') !== 'function';
}

function nextKey(state: TalkState): string {
  state.keys += 1;
  return `purser_${state.keys}`;
}

function keyOf(frame: JsonObject): string | undefined {
  return typeof frame['event_id'] === 'string' ? frame['event_id'] : undefined;
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}
