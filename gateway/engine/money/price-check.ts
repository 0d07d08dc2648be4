import type { NoticeFact } from '../../../shared/contract/notice-facts.ts';
import type { PriceBookView } from '../../../shared/contract/price-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { AuditKind } from '../../audit/entry.ts';
import { statements } from '../../ledger/statements.ts';
import type { Logger } from '../../platform/ports.ts';
import type { UsedModel } from '../../prices/compare-prices.ts';
import { createDailyCheck } from '../../prices/daily-check.ts';
import type { PriceCheck } from '../../prices/daily-check.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Engine } from '../engine.ts';
import { bookView } from './prices.ts';

type Inside = Pick<Engine, 'ledger' | 'priceBook' | 'providers' | 'notices' | 'clock'>;

/** A model that nobody has asked for within this time is not in use. */
const IN_USE_MS = 14 * 86_400_000;
const INTRODUCTION =
  'Once a day Purser checks genai-prices (GitHub) and models.dev for changed prices of the models you use, and tells ' +
  'you. It changes no price by itself and sends nothing about you. To turn it off: `purser price auto off`';

/**
 * Starts the daily price check, and introduces it the first time.
 * @param afterMs milliseconds from the start to the first check; undefined: a gateway that never checks
 */
export async function startPriceCheck(
  inside: Inside,
  log: Logger,
  afterMs: number | undefined,
): Promise<PriceCheck | undefined> {
  if (afterMs === undefined) return undefined;
  const { ledger, priceBook, notices, clock } = inside;
  const { on, introduced, at } = ledger.contents.priceCheck;
  const note = (kind: AuditKind, detail = {}) => ({ at: clock.now(), kind, detail });
  const tell = (text: string, about?: NoticeFact): void =>
    notices.add({ at: clock.now(), kind: 'prices', agentId: null, text, ...(about && { about }) });
  if (on && !introduced) {
    await ledger.write([statements.setSetting('price-check-introduced', '1')], [note('price-check-on')]);
    log.log('info', 'price-check-on');
    tell(INTRODUCTION, { code: 'price-check' });
  }
  const check = createDailyCheck({
    book: priceBook,
    clock,
    log,
    on,
    afterMs,
    lastAt: at,
    used: () => usedModels(inside),
    tell(text) {
      tell(text);
      ledger.write([], [note('price-news', { text })]).catch(() => log.log('error', 'price-news-not-audited'));
    },
    remember: (seen) => ledger.write([statements.setSetting('price-check-at', String(seen))], []),
  });
  return {
    view: check.view,
    async turn(wanted) {
      await ledger.write(
        [statements.setSetting('price-check', wanted ? '1' : '0')],
        [note(wanted ? 'price-check-on' : 'price-check-off')],
      );
      check.turn(wanted);
    },
    stop: check.stop,
  };
}

/** The models that were asked for lately and are billed at published prices: the person's own prices cause no news. */
async function usedModels({ ledger, providers, clock }: Inside): Promise<readonly UsedModel[]> {
  const own = providers.prices();
  return (await ledger.usedModels(clock.now() - IN_USE_MS)).flatMap(({ provider, model }) => {
    const record = providers.find(provider);
    const isOwn = own.some(
      (price) => price.model === model && (price.provider === null || price.provider === provider),
    );
    const source = record && !record.http && !isOwn ? PROVIDERS[record.kind].prices : undefined;
    return source && !source.free ? [{ provider, source, model }] : [];
  });
}

/** @throws PurserError `INVALID_INPUT` in a gateway that never checks */
export async function turnPriceCheck(
  engine: Pick<Engine, 'priceBook' | 'priceCheck'>,
  on: boolean,
): Promise<PriceBookView> {
  if (!engine.priceCheck)
    throw new PurserError('INVALID_INPUT', 'This gateway never looks at published prices by itself.');
  await engine.priceCheck.turn(on);
  return bookView(engine);
}
