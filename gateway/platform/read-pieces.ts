import type { Readable } from 'node:stream';

/**
 * Reads a stream piece by piece. An async iterator would do the same, several times slower.
 * @param take returns false to stop: the stream is then paused, and not destroyed
 * @returns true at its end, false when it was stopped
 * @throws when it breaks off
 */
export function readPieces(stream: Readable, take: (piece: Buffer) => boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('error', onError);
      stream.off('close', onClose);
    };
    const onData = (piece: Buffer): void => {
      if (take(piece)) return;
      leave();
      stream.pause();
      resolve(false);
    };
    const onEnd = (): void => {
      leave();
      resolve(true);
    };
    const onError = (error: Error): void => {
      leave();
      reject(error);
    };
    const onClose = (): void => onError(new Error('the stream broke off'));
    if (stream.errored) return reject(stream.errored);
    if (stream.readableEnded) return resolve(true);
    if (stream.destroyed) return onClose();
    stream.on('data', onData);
    stream.on('end', onEnd);
    stream.on('error', onError);
    stream.on('close', onClose);
  });
}
