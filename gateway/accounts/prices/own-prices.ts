import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { AuditEntry, AuditKind } from '../../audit/entry.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import type { Statement } from '../../platform/connection.ts';
import type { Clock } from '../../platform/ports.ts';

/** Prices that go together with their provider: removed in the same commit, then forgotten. */
interface GonePrices {
  readonly statements: readonly Statement[];
  readonly entries: readonly AuditEntry[];
  forget(): void;
}

/** The prices that a person has set. */
export interface OwnPrices {
  readonly all: () => readonly PriceOverride[];
  set(price: PriceOverride): Promise<void>;
  /** @param provider null: the price for every provider @throws PurserError `NOT_FOUND` */
  remove(model: string, provider: ProviderName | null): Promise<void>;
  of(provider: ProviderName): GonePrices;
}

/** @param changed called when the price of a model may have changed @see OwnPrices */
export function createOwnPrices(
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  changed: () => void,
): OwnPrices {
  const nameOf = ({ model, provider }: Pick<PriceOverride, 'model' | 'provider'>): string =>
    `${provider ?? ''} ${model}`;
  const prices = new Map(ledger.contents.prices.map((price) => [nameOf(price), price]));
  const note = (kind: AuditKind, detail: AuditEntry['detail']): AuditEntry => ({ at: clock.now(), kind, detail });
  return {
    all: () => [...prices.values()],
    async set(price) {
      const { model, provider, input, output, assumed } = price;
      const detail = { model, provider: provider ?? 'every', input, output, ...(assumed === true && { assumed }) };
      await ledger.write([statements.setPrice(price)], [note('price-set', detail)]);
      prices.set(nameOf(price), price);
      changed();
    },
    async remove(model, provider) {
      const name = nameOf({ model, provider });
      if (!prices.has(name)) {
        const where = provider === null ? '' : ` at ${provider}`;
        const message = `No price of your own is set for "${model}"${where}. See \`purser price list\`.`;
        throw new PurserError('NOT_FOUND', message);
      }
      const entry = note('price-removed', { model, provider: provider ?? 'every' });
      await ledger.write([statements.removePrice(model, provider)], [entry]);
      prices.delete(name);
      changed();
    },
    of(provider) {
      const gone = [...prices.values()].filter((price) => price.provider === provider);
      return {
        statements: gone.map(({ model }) => statements.removePrice(model, provider)),
        entries: gone.map(({ model }) => note('price-removed', { model, provider })),
        forget() {
          for (const price of gone) prices.delete(nameOf(price));
          changed();
        },
      };
    },
  };
}
