import type { JsonObject } from '../../dialects/dialect.ts';
import type { SocketResponse } from './socket-response.ts';

/** The responses that are under way on one connection, by the `stream_id` that their frames name. */
export interface ResponsesUnderWay {
  /** @param ended told when it is over and settled */
  begin(streamId: string, response: SocketResponse, ended: () => void): void;
  /** It is over and settled. */
  end(streamId: string): void;
  /** Resolves when the one of this `stream_id` is over. */
  free(streamId: string): Promise<void>;
  /** The one that a frame of the provider belongs to. */
  find(frame: JsonObject): { readonly streamId: string; readonly response: SocketResponse | undefined };
  all(): readonly SocketResponse[];
  ids(): readonly string[];
  /** Calls back when nothing is under way any more: at once where nothing is. The first callback counts. */
  whenIdle(callback: () => void): void;
}

/** The `stream_id` of a frame. Several responses may be under way on one connection, each with one of its own. */
export function streamIdOf(frame: JsonObject): string | undefined {
  return typeof frame['stream_id'] === 'string' ? frame['stream_id'] : undefined;
}

/** @see ResponsesUnderWay */
export function createResponsesUnderWay(): ResponsesUnderWay {
  interface Entry {
    readonly response: SocketResponse;
    readonly over: Promise<void>;
    readonly end: () => void;
  }
  const entries = new Map<string, Entry>();
  let idle: (() => void) | undefined;
  return {
    begin(streamId, response, ended) {
      let end = ended;
      const over = new Promise<void>((resolve) => {
        end = () => {
          ended();
          resolve();
        };
      });
      entries.set(streamId, { response, over, end });
    },
    end(streamId) {
      entries.get(streamId)?.end();
      entries.delete(streamId);
      if (entries.size === 0) idle?.();
    },
    free: async (streamId) => entries.get(streamId)?.over,
    find(frame) {
      const named = streamIdOf(frame) ?? '';
      const [only, ...others] = entries.keys();
      // A provider that names none has one response under way at most.
      const streamId = !entries.has(named) && only !== undefined && others.length === 0 ? only : named;
      return { streamId, response: entries.get(streamId)?.response };
    },
    all: () => [...entries.values()].map(({ response }) => response),
    ids: () => [...entries.keys()],
    whenIdle(callback) {
      idle ??= callback;
      if (entries.size === 0) idle();
    },
  };
}
