import type { ProviderView } from '../../../shared/contract/views.ts';

/** A sub-key in the one moment its secret is known. */
export interface Issued {
  readonly agent: string;
  readonly key: string;
  /** `$5.00 a day, $20.00 in total`. */
  readonly caps: string;
}

/** The lines to paste into a shell so that the provider's SDKs and CLIs use the sub-key. */
export function shellLines(provider: ProviderView, key: string): string {
  const [urlName, keyName] =
    provider.kind === 'anthropic' ? ['ANTHROPIC_BASE_URL', 'ANTHROPIC_API_KEY'] : ['OPENAI_BASE_URL', 'OPENAI_API_KEY'];
  return `export ${urlName}=${provider.gatewayUrl}\nexport ${keyName}=${key}`;
}
