import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { Rule } from '../../domain/policy/decide.ts';

/** The reason for cutting a running request, in words for the client. */
export interface CutReason {
  readonly code: Rule | 'sub-key-revoked' | 'shutting-down';
  readonly message: string;
}

interface RunningRequest {
  readonly subKeyId: SubKeyId;
  readonly agentId: AgentId;
  /**
   * Ends the client's reply and the upstream call. Resolves when the client's socket has nothing more to come. All
   * requests of a connection share one such function, which is called once.
   */
  readonly cut: (reason: CutReason) => Promise<void>;
}

/** A running request, as its carrier sees it. */
export interface Running {
  /**
   * Marks a request whose client has gone or was cut, and that waits only for its cost: it no longer counts, but a
   * shutdown ends it.
   */
  readonly linger: () => void;
  readonly done: () => void;
}

/** The running requests, so that a stop acts on the next byte and not on the next request. */
export interface RunningRequests {
  add(request: RunningRequest): Running;
  /**
   * Registers an open connection, which may have nothing running: a stop closes it too, but it is no request, and
   * nothing waits for its end.
   */
  hold(connection: RunningRequest): () => void;
  /** Cuts every match. @returns how many, idle connections included, and the milliseconds until the last was cut */
  cut(
    matches: (request: RunningRequest) => boolean,
    reason: CutReason,
  ): Promise<{ readonly cutRequests: number; readonly cutMs: number }>;
  countOf(agentId: AgentId): number;
  /** From now on, cuts whatever is added at once. */
  close(reason: CutReason): void;
  /** Resolves when none is left. */
  idle(): Promise<void>;
}

/**
 * @param now milliseconds of a clock that never jumps, such as `performance.now`
 * @param changed called when a request begins
 */
export function createRunningRequests(now: () => number, changed: () => void = () => undefined): RunningRequests {
  const running = new Set<RunningRequest>();
  const lingering = new Set<RunningRequest>();
  const connections = new Set<RunningRequest>();
  const counts = new Map<AgentId, number>();
  let waiting: (() => void)[] = [];
  let closed: CutReason | undefined;
  const leave = (request: RunningRequest): void => {
    if (running.delete(request)) counts.set(request.agentId, (counts.get(request.agentId) ?? 1) - 1);
  };
  return {
    add(request) {
      running.add(request);
      counts.set(request.agentId, (counts.get(request.agentId) ?? 0) + 1);
      changed();
      if (closed) void request.cut(closed);
      return {
        linger: () => {
          if (!running.has(request)) return;
          leave(request);
          lingering.add(request);
          changed();
        },
        done: () => {
          leave(request);
          lingering.delete(request);
          if (running.size + lingering.size > 0) return;
          for (const resolve of waiting) resolve();
          waiting = [];
        },
      };
    },
    hold(connection) {
      connections.add(connection);
      if (closed) void connection.cut(closed);
      return () => void connections.delete(connection);
    },
    countOf: (agentId) => counts.get(agentId) ?? 0,
    async cut(matches, reason) {
      const start = now();
      const requests = [...running].filter(matches);
      if (reason.code === 'shutting-down') for (const request of lingering) void request.cut(reason);
      const cuts = new Set(requests.map(({ cut }) => cut));
      const idle = [...connections].filter((connection) => matches(connection) && !cuts.has(connection.cut));
      for (const { cut } of idle) cuts.add(cut);
      await Promise.all([...cuts].map((cut) => cut(reason)));
      return { cutRequests: requests.length + idle.length, cutMs: Math.round((now() - start) * 10) / 10 };
    },
    close(reason) {
      closed = reason;
    },
    idle: () =>
      running.size + lingering.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
