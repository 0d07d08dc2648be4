import type { JsonObject } from '../../dialects/dialect.ts';
import type { SocketResponse } from './socket-response.ts';

/** The running responses on one connection, by the `stream_id` in their frames. */
export interface ResponsesUnderWay {
  /** @param ended called when it is over and settled */
  begin(streamId: string, response: SocketResponse, ended: () => void): void;
  /** Removes a response that is over and settled. */
  end(streamId: string): void;
  /** Resolves when the response of this `stream_id` is over. */
  free(streamId: string): Promise<void>;
  /** Finds the response that a frame of the provider belongs to. */
  find(frame: JsonObject): { readonly streamId: string; readonly response: SocketResponse | undefined };
  all(): readonly SocketResponse[];
  ids(): readonly string[];
  /** Calls back when nothing runs any more, or at once if nothing does. The first callback counts. */
  whenIdle(callback: () => void): void;
}

/** The `stream_id` of a frame. Several responses may run on one connection, each with its own. */
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
      // A provider that names no id has at most one response running.
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
