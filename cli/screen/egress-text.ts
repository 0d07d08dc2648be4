import type { WayOutView } from '../../shared/contract/way-out-view.ts';

/** How a gateway reaches providers, a line each; none where it goes straight there and nothing was set. */
export function egressText(wayOut: WayOutView | undefined): readonly string[] {
  if (!wayOut) return [];
  const { https, http, noProxy, clientCertificate, problems } = wayOut;
  const ways = [https && `https:// ${wayOf(https)}`, http && `http:// ${wayOf(http)}`].filter((way) => way !== null);
  const spared = noProxy === '' ? '' : `; not ${noProxy}`;
  const shownTo = clientCertificate === '*' ? 'every server that asks' : clientCertificate;
  return [
    ...(ways.length > 0 ? [`To providers: ${ways.join(', ')}${spared}.`] : []),
    ...(clientCertificate === null ? [] : [`Client certificate: shown to ${shownTo}.`]),
    ...problems,
  ];
}

function wayOf({ proxy, source }: NonNullable<WayOutView['https']>): string {
  return proxy === null ? `nowhere (${source})` : `through ${proxy} (${source})`;
}
