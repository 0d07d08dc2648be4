import type { Readable } from 'node:stream';

/**
 * Reads a stream piece by piece. An async iterator would do the same, several times slower.
 * @param take returns false to stop: the stream is then paused, and not destroyed. While it promises an answer, nothing
 * is read
 * @returns true at its end, false when it was stopped
 * @throws when it breaks off, or `take` throws
 */
export function readPieces(stream: Readable, take: (piece: Buffer) => boolean | Promise<boolean>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let busy: Promise<unknown> | undefined;
    const leave = (): void => {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('error', onError);
      stream.off('close', onClose);
    };
    const stop = (): void => {
      leave();
      stream.pause();
      resolve(false);
    };
    const fail = (error: unknown): void => {
      leave();
      stream.pause();
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- passed on as it came
      reject(error);
    };
    const waitFor = (answer: Promise<boolean>): void => {
      stream.pause();
      busy = answer.then((goesOn) => {
        busy = undefined;
        if (goesOn) stream.resume();
        else stop();
      }, fail);
    };
    const onData = (piece: Buffer): void => {
      try {
        const goesOn = take(piece);
        if (goesOn === false) stop();
        else if (goesOn !== true) waitFor(goesOn);
      } catch (error) {
        fail(error);
      }
    };
    /** What was taken is finished first: a stream that is paused at its last piece ends all the same. */
    const leaveWhenTaken = (then: () => void): void => {
      leave();
      if (busy) void busy.then(then);
      else then();
    };
    const onEnd = (): void => leaveWhenTaken(() => resolve(true));
    const onError = (error: Error): void => leaveWhenTaken(() => reject(error));
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
