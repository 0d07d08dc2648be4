/** Wall clock, in milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
}

/** Cryptographic randomness. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/**
 * Allow-list logging: an event name and fields that are safe by type. Never log a header, a body, a URL query or the
 * text of an upstream error: those are where keys leak.
 */
export interface Logger {
  log(
    level: 'info' | 'warn' | 'error',
    event: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ): void;
}

/** The machine whose tools Purser connects, as read by the host: the gateway itself reads no environment. */
export interface Machine {
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}
