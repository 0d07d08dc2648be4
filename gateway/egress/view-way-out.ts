import type { WayOutView } from '../../shared/contract/way-out-view.ts';
import type { EgressConfig, ProxySetting } from './egress-config.ts';
import { readProxy } from './find-proxy.ts';

/** The settings as they may be shown: no user, no password, no key. */
export function viewWayOut(config: EgressConfig): WayOutView {
  const { httpsProxy, httpProxy, noProxy = '', authorities = [], clientCertificate, problems = [] } = config;
  return {
    https: hopOf(httpsProxy),
    http: hopOf(httpProxy),
    noProxy,
    authorities: authorities.map(({ source }) => source),
    clientCertificate: clientCertificate ? (clientCertificate.hosts ?? '*') : null,
    problems: [...problems],
  };
}

function hopOf(setting: ProxySetting | undefined): WayOutView['https'] {
  if (!setting) return null;
  const { proxy = null, source } = readProxy(setting);
  return { proxy, source };
}
