import type { buildConnector } from 'undici';
import type { EgressConfig } from '../egress/egress-config.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** Wall clock, in milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
}

/** Cryptographic randomness. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/**
 * Allow-list logging: an event name and fields that are safe by type. Never a header, a body, a URL query
 * or the text of an upstream error: those are where keys leak.
 */
export interface Logger {
  log(
    level: 'info' | 'warn' | 'error',
    event: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ): void;
}

/** The machine whose tools Purser connects: read by the host, so that the gateway itself reads no environment. */
export interface Machine {
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The effects a host lends to the gateway. */
export interface GatewayDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly secrets: SecretStore;
  /** Without it the gateway leaves every tool's files alone: simulations, most tests. */
  readonly machine?: Machine;
  /**
   * Opens the connections to providers; left out: over the network. With another, a test stands at the vendors' own
   * addresses.
   */
  readonly connect?: buildConnector.connector;
}

export interface GatewayConfig {
  /** Absolute path; made with mode 0700 when it does not exist. */
  readonly dataFolder: string;
  /** Loopback port of the proxy; 0 picks a free one (tests, demo). */
  readonly port: number;
  /** IANA name, such as `Europe/Berlin`: calendar windows begin at midnight there. */
  readonly timeZone: string;
  readonly version: string;
  /** True for the demo: every view says so. */
  readonly simulated: boolean;
  /** Where newer published prices are fetched from; left out: where the price library publishes them. */
  readonly priceDataUrl?: string;
  /**
   * Where the second publication is fetched from; left out: models.dev, and nowhere when the first is fetched from
   * elsewhere.
   */
  readonly secondPriceDataUrl?: string;
  /**
   * How long after the start published prices are looked at, in milliseconds, and then daily; left out: never, whatever
   * the switch says.
   */
  readonly priceCheckAfterMs?: number;
  /** Largest request body in bytes. */
  readonly maxBodyBytes: number;
  /** Proxies, authorities and certificates on the way to providers, as the host read them; left out: straight there. */
  readonly egress?: EgressConfig;
  /** How long a request waits for a person, in milliseconds; two minutes when left out. */
  readonly approvalMs?: number;
}
