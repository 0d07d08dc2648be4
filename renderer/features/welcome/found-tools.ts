import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';

/** Tools that are on this machine and that one button connects, those first that need nothing more. */
export function foundTools(tools: readonly ToolView[]): readonly ToolView[] {
  return tools
    .filter(
      ({ state, group, way, scope }) =>
        state === 'found' && group !== 'environment' && way === 'files' && scope !== 'project',
    )
    .toSorted((left, right) => Number(right.ready) - Number(left.ready));
}

/** The provider that a tool is made for. */
export function kindFor({ speaks }: Pick<ToolView, 'speaks'>): ProviderKind | undefined {
  return PROVIDER_KINDS.find((kind) => kind === speaks[0]);
}

/** Where a tool will spend: of the providers it can use, the first there is a key for. */
export function spendsAt(
  { speaks }: Pick<ToolView, 'speaks'>,
  providers: readonly Pick<ProviderView, 'kind'>[],
): ProviderKind | undefined {
  const kinds = speaks.flatMap((spoken) => providers.filter(({ kind }) => kind === spoken));
  return kinds[0]?.kind;
}
