import type { buildConnector } from 'undici';
import type { EgressConfig } from '../egress/egress-config.ts';
import type { Clock, Logger, Machine, Random } from '../platform/ports.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

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
