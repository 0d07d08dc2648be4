import { Agent } from 'node:https';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScriptChoice } from '../simulation/script.ts';
import { openSocket } from './socket-client.ts';
import type { SocketClient } from './socket-client.ts';
import { startVendorGateway } from './start-vendor-gateway.ts';
import type { VendorGateway } from './start-vendor-gateway.ts';

/** A gateway whose providers are at their vendors' own hosts, asked in sessions that hear and speak. */
export interface LiveGateway extends VendorGateway {
  /** The address of a session. */
  address(model: string): string;
  /** Opens a session with a sub-key. */
  session(key: string, model?: string, headers?: Readonly<Record<string, string>>): Promise<SocketClient>;
}

/** Starts one. Stop it in `afterEach`. */
export async function startLiveGateway(script: ScriptChoice = {}): Promise<LiveGateway> {
  const test = await startVendorGateway({ script });
  const open: SocketClient[] = [];
  const address = (model: string): string => `${test.openaiUrl.replace('http:', 'ws:')}/realtime?model=${model}`;
  return {
    ...test,
    address,
    async session(key, model = 'gpt-realtime', headers = {}) {
      const client = await openSocket(address(model), { authorization: `Bearer ${key}`, ...headers });
      open.push(client);
      return client;
    },
    async stop() {
      for (const { socket } of open) socket.terminate();
      await test.stop();
    },
  };
}

/** A frame with which a client writes something, one that asks for an answer, and one that asks for transcripts. */
export const TEXT = {
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Say something about caps.' }] },
} as const;
export const CREATE = { type: 'response.create' } as const;
export const TRANSCRIBED = {
  type: 'session.update',
  session: { type: 'realtime', audio: { input: { transcription: { model: 'gpt-4o-transcribe' } } } },
} as const;

/** The official package speaks TLS to whatever address it is given: this takes that off again. */
export function plainAgent(port: number): Agent {
  return Object.assign(new Agent(), { createConnection: () => connect({ port, host: '127.0.0.1' }) });
}

const BYTES_PER_MS = 48;
const PIECE_MS = 100;

/** Sends sound as a microphone does, in pieces. @param value of each byte: 0 is silence */
export async function play(client: Pick<SocketClient, 'send'>, ms: number, value: number, everyMs = 0): Promise<void> {
  const audio = Buffer.alloc(PIECE_MS * BYTES_PER_MS, value).toString('base64');
  for (let at = 0; at < ms; at += PIECE_MS) {
    client.send({ type: 'input_audio_buffer.append', audio });
    if (everyMs > 0) await sleep(everyMs);
  }
}

/** Says something for so long, and then nothing until the provider must have noticed. */
export async function say(client: Pick<SocketClient, 'send'>, ms: number): Promise<void> {
  await play(client, ms, 64);
  await play(client, 600, 0);
}
