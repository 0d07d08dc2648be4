/**
 * Variables that name a proxy. `HTTPS_PROXY` too, though a gateway on loopback is plain HTTP: some programs send
 * everything to it. Source: Claude Code 2.1.329, run; curl(1), "ENVIRONMENT".
 */
export const PROXY_VARIABLES = [
  'http_proxy',
  'HTTP_PROXY',
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
] as const;

/** Variables that list the hosts no proxy is used for. Some programs read the one first, some the other. */
export const PROXY_BYPASS_VARIABLES = ['NO_PROXY', 'no_proxy'] as const;
