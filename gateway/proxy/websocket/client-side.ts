import type { WebSocket } from 'ws';

/** The client's side of a connection: sends frames, and measures how long the client takes to read them. */
export interface ClientSide {
  /** @returns milliseconds that the client let the frame wait */
  send(frame: Buffer | string, isBinary?: boolean): Promise<number>;
  /**
   * @param graceMs how long the client may take to read what is left, in milliseconds; left out: as long as `ws` allows
   */
  close(code: number, reason: string, graceMs?: number): Promise<void>;
  /** From now on nothing waits for a client that does not read. */
  stopWaiting(): void;
}

/** @see ClientSide */
export function createClientSide(client: WebSocket): ClientSide {
  let isWaitedFor = true;
  /** Functions that end the wait for each frame on its way to the client. */
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
