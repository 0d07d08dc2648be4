/** Sends one value to many listeners. A listener that throws must not stop money from being counted. */
export interface Emitter<T> {
  emit(value: T): void;
  /** @returns a function that removes the listener */
  on(listener: (value: T) => void): () => void;
}

export function createEmitter<T>(onFault: (error: unknown) => void): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of listeners) {
        try {
          listener(value);
        } catch (error) {
          onFault(error);
        }
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
