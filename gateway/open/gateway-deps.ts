import type { buildConnector } from 'undici';
import type { LeakView } from '../../shared/contract/leak-view.ts';
import type { CommandLineDeps } from '../command-line/command-line.ts';
import type { EgressConfig } from '../egress/egress-config.ts';
import type { Clock, Logger, Machine, Random } from '../platform/ports.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** The effects that a host passes to the gateway. */
export interface GatewayDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly secrets: SecretStore;
  /** Left out, the gateway leaves every tool's files alone: simulations, most tests. */
  readonly machine?: Machine;
  /** The command line that the host carries; left out where it carries none. */
  readonly commandLine?: CommandLineDeps;
  /** Brings the host's own window to the front; left out where it has none. */
  readonly showWindow?: () => void;
  /**
   * Opens the connections to providers; left out: over the network. Tests pass their own and so stand in for the
   * vendors' real addresses.
   */
  readonly connect?: buildConnector.connector;
  /** Only in a demo, which is simulated itself: the sub-key that has leaked there. */
  readonly leak?: () => LeakView | undefined;
}

export interface GatewayConfig {
  /** Absolute path; made with mode 0700 when it does not exist. */
  readonly dataFolder: string;
  /** Loopback port of the proxy; 0 picks a free one (tests, demo). Left out: the person's setting, else the usual one. */
  readonly port?: number | undefined;
  /** IANA name, such as `Europe/Berlin`; calendar windows begin at midnight there. */
  readonly timeZone: string;
  readonly version: string;
  /** True in the demo: every view says so. */
  readonly simulated: boolean;
  /** Where newer published prices are fetched from; left out: the price library's own address. */
  readonly priceDataUrl?: string;
  /** Where the second publication is fetched from; left out: models.dev, or nowhere if `priceDataUrl` is set. */
  readonly secondPriceDataUrl?: string;
  /**
   * Milliseconds from the start to the first check of published prices, which is daily from then on; left out: never,
   * whatever the switch says.
   */
  readonly priceCheckAfterMs?: number;
  /**
   * Milliseconds from the start to the first look for bills that are due, and from one look to the next. Each bill that
   * an admin key can read is read daily. Left out: never by itself.
   */
  readonly billCheckAfterMs?: number;
  /** Largest request body in bytes. */
  readonly maxBodyBytes: number;
  /**
   * Proxies, authorities and certificates on the way to providers, as the host read them; left out: direct connections.
   */
  readonly egress?: EgressConfig;
  /** The time that a request waits for a person's answer, in milliseconds; left out: two minutes. */
  readonly approvalMs?: number;
  /** The most milliseconds that a call of an MCP tool may take without a sign of progress; left out: ten minutes. */
  readonly toolCallMs?: number;
}
