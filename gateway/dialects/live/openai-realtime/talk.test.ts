import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../dialect.ts';
import type { LiveTalk } from '../live-protocol.ts';
import { createRealtimeTalk } from './talk.ts';

let talk: LiveTalk;
beforeEach(() => {
  talk = createRealtimeTalk('gpt-realtime', false);
});

function hear(frame: JsonObject) {
  const heard = talk.hear(frame, Buffer.byteLength(JSON.stringify(frame)));
  if ('fault' in heard) throw new Error(heard.message);
  return heard;
}
/** So many seconds of sound. */
const append = (seconds: number, bytesPerSecond = 48_000) =>
  hear({ type: 'input_audio_buffer.append', audio: Buffer.alloc(seconds * bytesPerSecond).toString('base64') });
const media = (): number | undefined => talk.standing('answer', 0)?.ask.mediaInput;
const detection = (turnDetection: JsonObject | null): JsonObject => ({
  type: 'session.update',
  session: { type: 'realtime', audio: { input: { turn_detection: turnDetection } } },
});

describe('what a provider may begin by itself', () => {
  it('is nothing before there is sound, and then an answer to it, ten tokens a second', () => {
    expect(talk.standing('answer', 0)).toBeUndefined();
    append(15);
    expect(media()).toBe(200);
    talk.see({ type: 'input_audio_buffer.speech_started', audio_start_ms: 14_000 });
    expect(media()).toBe(100);
  });

  it('is nothing where the client commits by itself', () => {
    hear(detection(null));
    talk.see({ type: 'session.updated', session: { audio: { input: { turn_detection: null } } } });
    append(15);
    expect(talk.standing('answer', 0)).toBeUndefined();
    hear({ type: 'input_audio_buffer.commit' });
    const [asked] = hear({ type: 'response.create' }).asks;
    expect(asked?.ask.mediaInput).toBe(150);
  });

  it('is an answer until the provider has confirmed that it makes none', () => {
    append(5);
    hear(detection({ type: 'server_vad', create_response: false }));
    expect(media()).toBe(100);
    talk.see({
      type: 'session.updated',
      session: { audio: { input: { turn_detection: { create_response: false } } } },
    });
    expect(talk.standing('answer', 0)).toBeUndefined();
  });

  it('is an answer at any time after a silence that it was told to notice', () => {
    hear(detection({ type: 'server_vad', idle_timeout_ms: 6_000 }));
    expect(talk.standing('answer', 0)).toBeDefined();
  });

  it('is a transcript too, of everything that is no message yet', () => {
    hear({ type: 'session.update', session: { input_audio_transcription: { model: 'whisper-1' } } });
    append(15);
    expect(talk.standing('transcript', 0)?.ask).toMatchObject({ model: 'whisper-1', extras: { audioSeconds: 20 } });
  });
});

describe('the conversation', () => {
  const usage = {
    input_tokens: 500,
    output_tokens: 100,
    input_token_details: { text_tokens: 300, audio_tokens: 200 },
    output_token_details: { text_tokens: 20, audio_tokens: 80 },
  };
  const turn = (): void => {
    talk.see({ type: 'input_audio_buffer.speech_started', audio_start_ms: 0 });
    talk.see({ type: 'input_audio_buffer.speech_stopped', audio_end_ms: 20_000 });
    talk.see({ type: 'response.created', response: { id: 'r', conversation_id: 'c' } });
    talk.see({ type: 'response.done', response: { id: 'r', status: 'completed', usage } });
  };

  it('is as long as the latest answer says, and what came since', () => {
    append(20);
    turn();
    expect(talk.standing('answer', 0)).toBeUndefined();
    append(1);
    expect(talk.standing('answer', 0)?.ask).toMatchObject({ mediaInput: 380, inputBound: 380 + 320 + 16 + 256 });
  });

  it('is no shorter because an answer apart from it was short', () => {
    append(20);
    turn();
    hear({ type: 'response.create', event_id: 'apart', response: { conversation: 'none', input: [] } });
    expect(talk.see({ type: 'response.created', response: { id: 'o', conversation_id: null } })).toEqual([
      { kind: 'begins', lane: 'answer', key: 'apart', id: 'o' },
    ]);
    talk.see({
      type: 'response.done',
      response: { id: 'o', status: 'completed', usage: { input_tokens: 5, output_tokens: 5 } },
    });
    append(1);
    expect(media()).toBe(380);
  });

  it('is bounded by the window alone where it borrows from the provider', () => {
    hear({ type: 'session.update', session: { type: 'realtime', prompt: { id: 'pmpt_1' } } });
    append(1);
    expect(talk.standing('answer', 0)?.ask.inputBound).toBeUndefined();
  });

  it.each([
    ['g711 is sparser: the same bytes last longer', { format: { type: 'audio/pcmu' } }, 8_000],
    ['pcm16', { format: { type: 'audio/pcm', rate: 24_000 } }, 48_000],
  ])('counts sound by its length: %s', (_what, input, bytesPerSecond) => {
    hear({ type: 'session.update', session: { type: 'realtime', audio: { input } } });
    append(10, bytesPerSecond);
    expect(media()).toBe(100);
  });

  it('does not believe a place in the sound that cannot be', () => {
    append(20);
    talk.see({ type: 'input_audio_buffer.speech_started', audio_start_ms: 99_000 });
    expect(media()).toBe(200);
  });
});

describe('what the client asks for', () => {
  it('is limited by its own field', () => {
    const heard = hear({ type: 'response.create', event_id: 'e', response: { max_output_tokens: 100 } });
    expect(heard.asks[0]).toMatchObject({ key: 'e', ask: { outputLimit: 100 } });
    expect(heard.rewrite(50, undefined)).toEqual({ response: { max_output_tokens: 50 } });
  });

  it('is given a name by which a refusal of it is known', () => {
    const heard = hear({ type: 'response.create' });
    const key = heard.asks[0]?.key;
    expect(heard.rewrite(undefined, undefined)).toEqual({ event_id: key });
    expect(
      talk.see({ type: 'error', error: { event_id: key, code: 'conversation_already_has_active_response' } }),
    ).toEqual([{ kind: 'refused', key }]);
  });

  it('is read by the beta in its own words', () => {
    talk = createRealtimeTalk('gpt-realtime', true);
    expect(hear({ type: 'response.create', event_id: 'e' }).rewrite(50, undefined)).toEqual({
      response: { max_response_output_tokens: 50 },
    });
    expect(JSON.parse(talk.limitStanding(70) ?? '')).toMatchObject({ session: { max_response_output_tokens: 70 } });
    expect(talk.limitStanding(70)).toBeUndefined();
  });
});
