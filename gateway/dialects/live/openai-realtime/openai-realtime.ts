import { STATUS_OF } from '../../dialect.ts';
import { openAiChat } from '../../openai-chat/openai-chat.ts';
import { parseObject } from '../../json/read-json.ts';
import type { LiveOpening, LiveProtocol } from '../live-protocol.ts';
import { createRealtimeTalk } from './talk.ts';

const BETA = 'openai-beta.realtime-v1';

/**
 * OpenAI's Realtime API over a WebSocket, as it is since its general availability and as it was in the beta. Source:
 * OpenAI API reference, "Realtime", 2026-11.
 */
export const openAiRealtime: LiveProtocol = {
  dialect: 'openai-chat',
  endpoint: 'realtime',
  matches: (path) => path === 'realtime',
  // A browser sets no headers, and names the beta among its sub-protocols.
  headers: (opening) => (offers(opening, BETA) ? { 'openai-beta': 'realtime=v1' } : {}),
  open(opening) {
    const { query, headers } = opening;
    if (query.has('call_id'))
      return {
        fault: 'unbounded',
        message:
          'A call over WebRTC goes past Purser, so Purser cannot meter it. Connect over a WebSocket with "model" ' +
          'in the address instead.',
      };
    const model = query.get('model') ?? '';
    if (query.has('intent') || model === '')
      return {
        fault: 'unbounded',
        message:
          'Purser meters Realtime sessions that answer: name their model in the address (?model=gpt-realtime-2). For ' +
          'transcripts alone use POST /v1/audio/transcriptions.',
      };
    return createRealtimeTalk(model, headers['openai-beta'] !== undefined || offers(opening, BETA));
  },
  errorFrame(kind, code, message) {
    const error = parseObject(openAiChat.errorBody(kind, code, message, STATUS_OF[kind]))?.['error'];
    return JSON.stringify({ type: 'error', event_id: 'event_purser', error });
  },
};

function offers({ headers }: LiveOpening, protocol: string): boolean {
  const offered = headers['sec-websocket-protocol'];
  return typeof offered === 'string' && offered.split(',').some((one) => one.trim() === protocol);
}
