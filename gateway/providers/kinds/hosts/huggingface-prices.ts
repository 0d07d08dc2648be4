import { dearest } from '../../../domain/price/look-up-price.ts';
import { builtInPrices } from '../../../domain/price/price-library.ts';
import type { PublishedPrice } from '../../../domain/price/price-library.ts';
import type { Catalogue } from '../../../domain/price/price-source.ts';
import { catalogueOf } from '../../catalogue/catalogue.ts';

/** A host behind the router: its ids in the library and at models.dev, where these have it. */
interface Host {
  readonly library?: string;
  readonly catalogue?: string;
}

/** By the name behind the colon. Source: huggingface.co/docs/inference-providers, "Partners", 2026-11. */
const HOSTS: Readonly<Record<string, Host>> = {
  cerebras: { library: 'huggingface_cerebras' },
  'fireworks-ai': { library: 'huggingface_fireworks-ai' },
  groq: { library: 'huggingface_groq', catalogue: 'groq' },
  hyperbolic: { library: 'huggingface_hyperbolic' },
  nebius: { library: 'huggingface_nebius', catalogue: 'nebius' },
  novita: { library: 'huggingface_novita' },
  nscale: { library: 'huggingface_nscale' },
  ovhcloud: { library: 'huggingface_ovhcloud' },
  publicai: { library: 'huggingface_publicai' },
  sambanova: { library: 'huggingface_sambanova' },
  together: { library: 'huggingface_together', catalogue: 'togetherai' },
  deepinfra: { catalogue: 'deepinfra' },
  baseten: { catalogue: 'baseten' },
};
const OWN = catalogueOf('huggingface');

/** The dearest price of the hosts that a name leaves to the router; the one of the host that it names. */
export const huggingFaceCatalogue: Catalogue = {
  names: OWN.names,
  find(model) {
    const [name = '', hostName = ''] = model.split(':');
    const host = Object.hasOwn(HOSTS, hostName) ? HOSTS[hostName] : undefined;
    const named = host && dearest(pricesAt(host, name));
    if (named) return { ...named, assumed: false };
    const listed = OWN.find(name);
    const most = dearest([
      ...(listed && listed.free !== true ? [listed] : []),
      ...Object.values(HOSTS).flatMap((one) => pricesAt(one, name)),
    ]);
    return most && { ...most, contextWindow: listed?.contextWindow ?? most.contextWindow };
  },
};

function pricesAt({ library, catalogue }: Host, model: string): readonly PublishedPrice[] {
  const found = [
    library === undefined ? undefined : builtInPrices.find(library, model, LIBRARY_DAY),
    catalogue === undefined ? undefined : catalogueOf(catalogue).find(model),
  ];
  return found.filter((price) => price !== undefined && price.free !== true).filter((price) => price !== undefined);
}

/** These lists have one price for each model, whatever the day. */
const LIBRARY_DAY = Date.parse('2026-11-30T00:00:00Z');
