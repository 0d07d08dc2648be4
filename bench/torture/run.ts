import type { RequestView, SubKeyView } from '../../shared/contract/views.ts';
import { createSeeded } from '../seeded.ts';
import { runCalm } from './calm.ts';
import type { KeyPlan } from './request.ts';
import { openStage } from './stage.ts';
import type { Performed } from './stage.ts';
import { runStorm } from './storm.ts';
import type { RevokeSeen } from './revoke.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly streams: number;
  /** Requests of the storm; a revoke and the calm phase come on top. */
  readonly requests: number;
  readonly mutant?: string | undefined;
  /** The kill takes with it whatever was not on the disk. */
  readonly powerCut?: boolean | undefined;
  readonly onEvent?: (text: string) => void;
}

/** One request, with what the provider charged for it, in nano-dollars. */
export type Billed = Performed & { readonly bill: number };

/** The facts, before anybody judges them. */
export interface TortureFacts {
  readonly requests: readonly Billed[];
  readonly powerCut: boolean;
  /** As a gateway that was just started rebuilt them from the ledger. */
  readonly keys: readonly { readonly plan: KeyPlan; readonly view: SubKeyView }[];
  /** The latest settled requests, newest first. */
  readonly ledgerRows: readonly RequestView[];
  /** Nano-dollars, from the ledger's rollups. */
  readonly ledgerTotal: number;
  /** Everything the provider charged, whoever it was for. */
  readonly billTotal: number;
  /** Nano-dollars still held when nothing ran any more, at any of three looks. */
  readonly held: number;
  readonly revoke: RevokeSeen;
  readonly audit: { readonly entries: number; readonly brokenAt: number | null };
  readonly exit: readonly [code: number | null, signal: NodeJS.Signals | null];
  readonly seconds: number;
}

/** So many rows are listed at most. */
export const MOST_ROWS = 500;

/** Tortures a gateway process. The draw comes from the seed; its timing does not. */
export async function runTorture({
  seed,
  streams,
  requests,
  mutant,
  powerCut = false,
  onEvent = () => undefined,
}: TortureOptions): Promise<TortureFacts> {
  const begun = performance.now();
  const stage = await openStage({ mutant, powerCut });
  try {
    const revoke = await runStorm(stage, { random: createSeeded(seed), streams, requests, onEvent });
    const heldAfterStorm = await stage.heldWhenQuiet();
    onEvent('the storm is over');
    await runCalm(stage);
    const heldAfterCalm = await stage.heldWhenQuiet();
    const audit = await stage.ask((gateway) => gateway.audit.verify());
    const exit = await stage.restart();
    const [views, usage, rebuilt, ledgerRows] = await stage.ask((gateway) =>
      Promise.all([
        gateway.keys.list(),
        gateway.usage.summary({}),
        gateway.audit.verify(),
        gateway.usage.recent({ limit: MOST_ROWS }),
      ]),
    );
    return {
      powerCut,
      // Read at the end: the provider learns of a client that left a little later than the client.
      requests: stage.performed.map((request) => ({ ...request, bill: stage.provider.billOf(request.plan.marker) })),
      keys: stage.keys.flatMap(({ plan, id }) =>
        views.filter((view) => view.id === id).map((view) => ({ plan, view })),
      ),
      ledgerRows,
      ledgerTotal: usage.total.nanodollars,
      billTotal: stage.provider.bill(),
      held:
        heldAfterStorm + heldAfterCalm + views.flatMap((view) => view.caps).reduce((sum, cap) => sum + cap.reserved, 0),
      revoke,
      audit: { entries: rebuilt.entries, brokenAt: audit.brokenAt ?? rebuilt.brokenAt },
      exit,
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await stage.close();
  }
}
