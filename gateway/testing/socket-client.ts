import { WebSocket } from 'ws';

/** A frame as a test reads it. */
export interface SocketFrame {
  readonly type: string;
  readonly stream_id?: string;
  readonly response?: { readonly id: string };
}

function isFrame(value: unknown): value is SocketFrame {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A client of the WebSocket form that keeps every frame until it is asked for. */
export interface SocketClient {
  readonly socket: WebSocket;
  send(frame: object): void;
  /** Waits for the next frame of this type. @returns all since the last call, that one last */
  until(type: string): Promise<readonly SocketFrame[]>;
  /** Waits for the next frame like this, and forgets those before it. */
  next(isWanted: (frame: SocketFrame) => boolean): Promise<SocketFrame>;
  /** The code it was closed with. */
  readonly closed: Promise<number>;
}

/** @throws when the gateway does not take the upgrade */
export async function openSocket(url: string, headers: Readonly<Record<string, string>>): Promise<SocketClient> {
  const socket = new WebSocket(url, { headers });
  const frames: SocketFrame[] = [];
  let wake = (): void => undefined;
  socket.on('message', (data: Buffer) => {
    const frame: unknown = JSON.parse(data.toString('utf8'));
    if (!isFrame(frame)) throw new Error('not a frame');
    frames.push(frame);
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  let over = false;
  void closed.then(() => {
    over = true;
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const take = async (isWanted: (frame: SocketFrame) => boolean): Promise<readonly SocketFrame[]> => {
    for (;;) {
      const index = frames.findIndex(isWanted);
      if (index >= 0) return frames.splice(0, index + 1);
      if (over) throw new Error(`closed too early, after ${JSON.stringify(frames)}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    socket,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    until: (type) => take((frame) => frame.type === type),
    async next(isWanted) {
      const [last] = (await take(isWanted)).slice(-1);
      if (!last) throw new Error('no frame');
      return last;
    },
  };
}

/** Tries the upgrade. @returns the HTTP status, 101 when it is taken */
export function upgradeStatus(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
