import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { hostOf } from '../../accounts/provider-book.ts';
import type { ProviderRecord } from '../../ledger/records.ts';
import { isOwnHost } from '../../providers/own-host.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { BillReader } from '../../reconcile/bill-reader.ts';
import { BILL_READERS } from '../../reconcile/readers.ts';
import type { Inside } from '../inside.ts';

/** A provider whose bill can be read, and all that stands on the same bill. */
export interface BillAccount {
  readonly record: ProviderRecord;
  readonly reader: BillReader;
  readonly title: string;
  readonly providers: readonly ProviderName[];
  /** It is used at the address of a region. */
  readonly isRegional: boolean;
}

type Book = Pick<Inside, 'providers'>;

/** @throws PurserError `NOT_FOUND`, `INVALID_INPUT` where no bill can be read */
export function billAccount(engine: Book, name: ProviderName): BillAccount {
  const record = engine.providers.find(name);
  if (record === undefined)
    throw new PurserError('NOT_FOUND', `There is no provider named "${name}". See \`purser provider list\`.`);
  const reader = BILL_READERS[record.kind];
  const { title } = PROVIDERS[record.kind];
  if (reader === undefined)
    throw new PurserError(
      'INVALID_INPUT',
      `Purser cannot read the bill of ${title}. It reads these: ${readableTitles()}.`,
    );
  return { record, reader, title, providers: onSameBill(engine, record, reader), isRegional: isRegional(record) };
}

/** Every provider whose bill can be read as things are: nothing has to be added for it. */
export function readableAccounts(engine: Book): readonly BillAccount[] {
  return engine.providers
    .providers()
    .filter(({ kind, adminKeyAt }) => {
      const reader = BILL_READERS[kind];
      return reader !== undefined && (reader.key === 'own' || (adminKeyAt ?? null) !== null);
    })
    .map(({ name }) => billAccount(engine, name));
}

/** `OpenAI, Anthropic, OpenRouter` */
function readableTitles(): string {
  return Object.values(PROVIDERS)
    .flatMap(({ kind, title }) => (BILL_READERS[kind] ? [title] : []))
    .join(', ');
}

/**
 * A bill of an organisation has all of its keys. So every provider of the same kind at the same place counts, unless it
 * has an admin key of its own: then it is another organisation.
 */
function onSameBill({ providers }: Book, record: ProviderRecord, reader: BillReader): readonly ProviderName[] {
  if (reader.key === 'own') return [record.name];
  const { [record.kind]: spec } = PROVIDERS;
  const isSamePlace = (other: ProviderRecord): boolean =>
    hostOf(other) === hostOf(record) || (isOwnHost(spec, other.baseUrl) && isOwnHost(spec, record.baseUrl));
  return providers
    .providers()
    .filter(
      (other) =>
        other.name === record.name ||
        (other.kind === record.kind && (other.adminKeyAt ?? null) === null && isSamePlace(other)),
    )
    .map(({ name }) => name);
}

function isRegional(record: ProviderRecord): boolean {
  const { [record.kind]: spec } = PROVIDERS;
  return isOwnHost(spec, record.baseUrl) && hostOf({ baseUrl: spec.defaultBaseUrl ?? '' }) !== hostOf(record);
}
