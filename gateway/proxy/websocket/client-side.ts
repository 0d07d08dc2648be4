import type { WebSocket } from 'ws';

/** The client's side of a connection: what it is sent, and how long it takes to read that. */
export interface ClientSide {
  /** @returns milliseconds that it let the frame wait */
  send(frame: Buffer | string, isBinary?: boolean): Promise<number>;
  /** @param graceMs how long it may take to read what is left; left out: as long as `ws` lets it */
  close(code: number, reason: string, graceMs?: number): Promise<void>;
  /** From now on nobody waits any more for a client that does not read. */
  stopWaiting(): void;
}

/** @see ClientSide */
export function createClientSide(client: WebSocket): ClientSide {
  let isWaitedFor = true;
  /** What ends the wait for each frame that is on its way to the client. */
  const onTheWay = new Set<() => void>();
  return {
    async send(frame, isBinary = false) {
      if (client.readyState !== client.OPEN) return 0;
      const start = performance.now();
      await new Promise<void>((resolve) => {
        const over = (): void => {
          onTheWay.delete(over);
          resolve();
        };
        onTheWay.add(over);
        client.send(frame, { binary: isBinary }, over);
        if (!isWaitedFor) over();
      });
      return performance.now() - start;
    },
    close(code, reason, graceMs) {
      if (client.readyState === client.CLOSED) return Promise.resolve();
      const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
      client.close(code, reason);
      if (graceMs !== undefined) setTimeout(() => client.terminate(), graceMs).unref();
      return closed;
    },
    stopWaiting() {
      isWaitedFor = false;
      for (const letGo of onTheWay) letGo();
    },
  };
}
