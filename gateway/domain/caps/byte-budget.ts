/** Bytes that a sender has under way. They count until they are released. */
export interface Room {
  /** Takes more, or nothing. @returns false when there is no room for it */
  take(bytes: number): boolean;
  /** Lets everything go. */
  release(): void;
}

/**
 * Limits the bytes that all senders and each of them have under way: one that sends much must not take the room of
 * others.
 */
export interface ByteBudget {
  /** Opens a room that begins with so many bytes. @returns undefined when there is none */
  open(owner: string, bytes: number): Room | undefined;
  /** The bytes that are under way. */
  used(): number;
}

/** @param most of all together, and of one owner, in bytes */
export function createByteBudget(most: { readonly all: number; readonly each: number }): ByteBudget {
  const used = new Map<string, number>();
  let all = 0;
  const add = (owner: string, bytes: number): boolean => {
    const own = (used.get(owner) ?? 0) + bytes;
    if (bytes > 0 && (all + bytes > most.all || own > most.each)) return false;
    all += bytes;
    if (own === 0) used.delete(owner);
    else used.set(owner, own);
    return true;
  };
  return {
    open(owner, bytes) {
      if (!add(owner, bytes)) return undefined;
      let taken = bytes;
      return {
        take(more) {
          const fits = add(owner, more);
          if (fits) taken += more;
          return fits;
        },
        release() {
          add(owner, -taken);
          taken = 0;
        },
      };
    },
    used: () => all,
  };
}
