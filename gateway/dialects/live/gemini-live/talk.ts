import type { AskFault, JsonObject } from '../../dialect.ts';
import { pick } from '../../gemini/fields.ts';
import { mayThink } from '../../gemini/model-limits.ts';
import { isObject } from '../../json/read-json.ts';
import { createConversation } from '../conversation.ts';
import { STANDING } from '../live-protocol.ts';
import type { Heard, LiveAsk, LiveTalk, News } from '../live-protocol.ts';
import type { Weight } from '../weight.ts';
import { createLiveMeter } from './meter.ts';
import { readLiveUsage } from './read-live-usage.ts';
import { limitSetup, readSetup } from './setup.ts';
import type { LiveSetup } from './setup.ts';
import { weighContents, weighRealtime } from './weigh-input.ts';

const FRAME_TOKENS = 1_000;
/** Held in steps, so that not every piece of sound is written to the ledger. */
const BLOCK_TOKENS = 320;
const MESSAGES = ['setup', 'realtimeInput', 'clientContent', 'toolResponse'] as const;
const NOTHING: Heard = { asks: [], models: [], rewrite: () => ({}) };

interface State {
  setup: LiveSetup | undefined;
  /** The limit that is in force. */
  limit: number | undefined;
  readonly conversation: ReturnType<typeof createConversation>;
  /** Only the model's window bounds what is read. */
  isUnknown: boolean;
  /** Something was sent that no turn has answered yet. */
  isOpen: boolean;
  /** Sound was sent: a turn may follow at any time. */
  hears: boolean;
  running: { readonly id: string; readonly sentBy: number; readonly seenBy: number; isComplete: boolean } | undefined;
  turns: number;
  lastBegin: number;
  lastUsage: string;
}

/** A session of the Gemini Live API: every turn reads the whole conversation, and says so at its end. */
export function createGeminiTalk(): LiveTalk {
  const state: State = {
    setup: undefined,
    limit: undefined,
    conversation: createConversation(),
    isUnknown: false,
    isOpen: false,
    hears: false,
    running: undefined,
    turns: 0,
    lastBegin: 0,
    lastUsage: '',
  };
  return {
    model: () => state.setup?.model,
    hear: (frame, byteLength) => hear(state, frame, byteLength),
    see: (frame) => see(state, frame),
    standing: (lane, spoken, isBegun = false) =>
      lane === 'answer' && (isBegun || state.isOpen || state.hears) ? standing(state, spoken) : undefined,
    mayHaveBegun: () => state.isOpen && state.turns > 0,
    // It was set with the setup.
    limitStanding: () => undefined,
    mute: () => undefined,
  };
}

function hear(state: State, frame: JsonObject, byteLength: number): Heard | AskFault {
  const named = MESSAGES.filter((name) => pick(frame, name) !== undefined);
  const [name] = named;
  if (name === undefined || named.length > 1 || Object.keys(frame).length > 1)
    return malformed('A message must be one of setup, realtimeInput, clientContent, toolResponse.');
  const message = pick(frame, name);
  if (!isObject(message)) return malformed(`The field "${name}" must be an object.`);
  if (name === 'setup') return hearSetup(state, message, byteLength);
  if (!state.setup) return malformed('The first message must be the setup.');
  if (name === 'realtimeInput') return hearRealtime(state, message);
  const weight = weighContents(name === 'clientContent' ? message['turns'] : message, byteLength);
  state.isUnknown ||= weight === undefined;
  if (weight) state.conversation.add(weight);
  state.isOpen = true;
  return NOTHING;
}

function hearSetup(state: State, message: JsonObject, byteLength: number): Heard | AskFault {
  if (state.setup) return malformed('A session is set up once.');
  const setup = readSetup(message);
  if ('fault' in setup) return setup;
  state.setup = setup;
  state.limit = setup.limit;
  state.isUnknown = setup.resumes;
  state.isOpen = true;
  state.conversation.add({ text: byteLength, media: 0 });
  return {
    asks: [],
    models: [{ model: setup.model, speaks: true }],
    rewrite(_limit, limit) {
      if (limit === undefined) return {};
      state.limit = limit;
      return limitSetup(message, limit);
    },
  };
}

function hearRealtime(state: State, input: JsonObject): Heard | AskFault {
  const weighed = weighRealtime(input);
  if ('unknown' in weighed) return malformed(weighed.unknown);
  state.conversation.add(weighed);
  state.isOpen = true;
  state.hears ||= weighed.media > 0;
  return NOTHING;
}

function standing({ setup, limit, conversation, isUnknown, turns }: State, spoken: number): LiveAsk | undefined {
  if (!setup) return undefined;
  const said = conversation.weight();
  const media = Math.ceil((said.media + spoken) / BLOCK_TOKENS) * BLOCK_TOKENS;
  const { calls, extras } = setup.tools;
  const isBounded = !isUnknown && calls === 0;
  return {
    lane: 'answer',
    key: STANDING,
    ask: {
      model: setup.model,
      stream: true,
      inputBound: isBounded ? said.text + media + FRAME_TOKENS : undefined,
      ...(isBounded && { mediaInput: media }),
      ...(calls > 0 && { rounds: calls + 1 }),
      cacheWrites: 'none',
      outputLimit: limit,
      // Its limit is set once for all turns.
      fixedOutput: turns > 0,
      choices: 1,
      smallestOutputLimit: 1,
      hiddenOutput: mayThink(setup.model, undefined),
      hideUsage: false,
      media: setup.speaks || media > 0 || !isBounded ? ['audio', 'image'] : [],
      extras,
    },
    meter: createLiveMeter,
  };
}

function see(state: State, frame: JsonObject): readonly News[] {
  const usage = pick(frame, 'usageMetadata');
  const content = pick(frame, 'serverContent');
  // A report that comes again is one.
  const reports = usage !== undefined && (state.running !== undefined || JSON.stringify(usage) !== state.lastUsage);
  const works = pick(frame, 'toolCall') !== undefined || (isObject(content) && makes(content));
  const news: News[] = [];
  if (works && state.running?.isComplete) news.push(end(state, undefined));
  if ((works || reports) && !state.running) news.push(begin(state));
  if (!state.running) return news;
  state.running.isComplete ||= isObject(content) && pick(content, 'turnComplete') === true;
  return [...news, reports ? end(state, usage) : { kind: 'goes-on', lane: 'answer', id: state.running.id }];
}

function makes(content: JsonObject): boolean {
  return ['modelTurn', 'outputTranscription', 'generationComplete'].some((name) => pick(content, name) !== undefined);
}

function begin(state: State): News {
  state.turns += 1;
  const [id, seenBy] = [`turn ${state.turns}`, state.conversation.now()];
  state.running = { id, sentBy: state.lastBegin, seenBy, isComplete: false };
  state.lastBegin = seenBy;
  state.isOpen = false;
  return { kind: 'begins', lane: 'answer', key: STANDING, id };
}

/** @param usage undefined where none came */
function end(state: State, usage: unknown): News {
  const { id = '', sentBy = 0, seenBy = 0 } = state.running ?? {};
  state.running = undefined;
  state.lastUsage = JSON.stringify(usage) ?? '';
  const read = readLiveUsage(usage, state.setup?.model ?? '');
  if (read && read.input > 0) {
    state.isUnknown = false;
    state.conversation.know(weightOf(read), sentBy, seenBy);
  }
  return { kind: 'ends', lane: 'answer', id };
}

function weightOf({ input, output, parts = {} }: NonNullable<ReturnType<typeof readLiveUsage>>): Weight {
  const { inputAudio = 0, inputImage = 0, outputAudio = 0 } = parts;
  const media = inputAudio + inputImage + outputAudio;
  return { text: Math.max(0, input + output - media), media };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}
