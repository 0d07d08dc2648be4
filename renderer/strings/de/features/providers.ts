import { providers as english } from '../../en/features/providers.ts';
import type { Strings } from '../../say.ts';

const LETTERS = 'eine lange Folge aus Buchstaben und Ziffern';
const FREE = 'Kostenlos, gezählt werden Tokens.';
const OWN_PRICES = 'Purser kennt dafür keine Preise: Lege eigene fest, sonst werden Anfragen abgelehnt.';

/** Provider keys: which there are, how one is added and checked. */
export const providers: Strings['providers'] = {
  /** Kinds that have no name of their own. */
  kinds: {
    http: 'HTTP-API (beliebig)',
    'custom-openai': 'OpenAI-kompatibel (eigener Server)',
    'custom-anthropic': 'Anthropic-kompatibel (eigener Server)',
  },
  /** What to look for, where keys do not begin all alike. A kind that is new has the English words of its record. */
  keyForms: {
    ...english.keyForms,
    azure: '32 oder 84 Zeichen',
    bedrock: 'ein Bedrock-API-Schlüssel oder ACCESS_KEY_ID:SECRET_ACCESS_KEY',
    vertex: 'die JSON-Datei eines Dienstkontos oder ein API-Schlüssel im Express-Modus',
    mistral: '32 Zeichen',
    zai: 'ein Schlüssel mit einem Punkt darin',
    baseten: LETTERS,
    cloudflare: 'ein API-Token für Workers AI oder AI Gateway',
    cohere: '40 Buchstaben und Ziffern',
    deepinfra: '32 Buchstaben und Ziffern',
    friendli: LETTERS,
    meta: LETTERS,
    minimax: LETTERS,
    nebius: LETTERS,
    sambanova: LETTERS,
    stepfun: LETTERS,
    venice: LETTERS,
  },
  /** What to know before one is added. */
  hints: {
    ...english.hints,
    azure:
      'Ein Deployment, das nicht wie sein Modell heißt, zählt als das teuerste, bis seine erste Antwort das Modell ' +
      'nennt.',
    bedrock:
      'Ein Bedrock-API-Schlüssel, ACCESS_KEY_ID:SECRET_ACCESS_KEY oder profile:NAME. Ohne Schlüssel wird die ' +
      'AWS-Anmeldung dieses Rechners benutzt.',
    vertex:
      'Die JSON-Datei eines Dienstkontos oder ein API-Schlüssel. Ohne Schlüssel wird die Google-Anmeldung dieses ' +
      'Rechners benutzt (gcloud auth application-default login).',
    qwen:
      'Berechnet zu den Preisen der internationalen Adresse. Ein Modell ohne Preis dort wird abgelehnt, bis du einen ' +
      'festlegst.',
    cloudflare: 'Workers AI (@cf/…) und, über Unified Billing, Modelle anderer Hersteller (openai/…).',
    cohere: 'Die OpenAI-kompatible Adresse. Die eigene API von Cohere wird nicht bedient.',
    huggingface:
      'Der Router wählt einen Host: Reserviert wird für den teuersten bekannten. Nenne einen, um es genau zu haben: ' +
      'MODEL:together.',
    nvidia: 'Kostenlos, mit eigenen Ratenbegrenzungen; gezählt werden Tokens.',
    vercel:
      'Wählt für jede Anfrage einen Host; die Kosten sind daher nur bis auf den Unterschied ihrer Preise bekannt.',
    ollama: 'Kostenlos, gezählt werden Tokens; Modelle der Ollama-Cloud kosten Geld.',
    lmstudio: FREE,
    'custom-openai': OWN_PRICES,
    'custom-anthropic': OWN_PRICES,
    http:
      'Der Schlüssel kommt in einen Header; Aufrufe werden gezählt. Weitere Wege: ' +
      'purser provider add NAME --kind http.',
  },

  add: 'Anbieterschlüssel hinzufügen',
  kind: 'Anbieter',
  search: 'Suchen',
  searchAmong: (count) => `${count} Anbieter durchsuchen`,
  groups: { more: 'Weitere Hosts und Hersteller', own: 'Eigene Server und andere APIs' },
  key: (provider) => `Schlüssel für ${provider}`,
  keyIfAny: (provider) => `Schlüssel für ${provider}, falls nötig`,
  keyHint: 'Liegt im Schlüsselspeicher dieses Computers. Tools bekommen stattdessen Unterschlüssel.',
  more: 'Anderer Name, andere Adresse',
  name: 'Name',
  nameHint: 'Der erste Teil des Pfads auf dem Gateway.',
  region: 'Region',
  regionExample: 'us-east-1',
  regionHint: (provider) => `Wo ${provider} seine Modelle betreibt. Für den üblichen Ort leer lassen.`,
  noRegion: (region) =>
    `„${region}“ ist hier keine Region. Gib eine ein, z.\u00A0B. eu-west-1, oder lass das Feld leer.`,
  baseUrl: 'Basis-URL',
  baseUrlHint: (provider) => `Dieselbe, die du dem SDK von ${provider} gibst.`,
  submit: 'Hinzufügen',
  asking: (provider) => `Schlüssel wird bei ${provider} geprüft …`,
  keepAnyway: 'Trotzdem behalten',
  kept: (name) => `${name} ist hinzugefügt`,
  done: 'Fertig',
  noKey: 'Füge zuerst den Anbieterschlüssel ein.',
  noAddress: (provider) => `Bei ${provider} hat jeder Kunde eine eigene Adresse. Gib deine ein.`,
  noUrl: 'Gib eine Basis-URL ein, die mit https:// oder http:// beginnt.',

  fromManager: 'Schlüssel in einem Secret-Manager',
  reference: 'Wo der Schlüssel liegt',
  referenceExample: 'vault:secret/data/ai#openai',
  referenceHint: 'Purser liest ihn dort und behält ihn nur im Arbeitsspeicher. Lass das Schlüsselfeld oben leer.',
  keyAndReference: 'Gib den Schlüssel ein oder wo er liegt, aber nicht beides.',
  origin: {
    unread: (reference) => `Der Schlüssel kommt aus ${reference}. Er wird gelesen, sobald er gebraucht wird.`,
    read: (reference, ago) => `Der Schlüssel kommt aus ${reference}, gelesen ${ago}.`,
    readAgain: (reference, ago, next) =>
      `Der Schlüssel kommt aus ${reference}, gelesen ${ago}, das nächste Mal: ${next}.`,
    refresh: 'Neu lesen',
    refreshOf: (name) => `Den Schlüssel von ${name} neu lesen`,
    stillUsed: (why) => `${why} Der zuvor gelesene Schlüssel gilt vorerst weiter.`,
    failed: (why) => `${why} Bis er wieder gelesen werden kann, werden Anfragen abgelehnt.`,
  },

  title: 'Anbieter',
  none: 'Noch kein Anbieterschlüssel; Anfragen werden deshalb abgelehnt.',
  stores: {
    keychain: 'Anbieterschlüssel liegen im Schlüsselbund dieses Computers. Kein Tool bekommt sie je zu sehen.',
    vault: 'Anbieterschlüssel liegen in einer verschlüsselten Tresordatei. Kein Tool bekommt sie je zu sehen.',
    memory:
      'Anbieterschlüssel liegen im Arbeitsspeicher und sind weg, sobald Purser beendet wird. Kein Tool bekommt sie ' +
      'je zu sehen.',
  },
  /** What it does when a tool leaves its stream, as its kind is known. */
  whenLeft: {
    yes: 'Bricht ein Tool einen Stream ab, hört der Anbieter auf und berechnet nur, was bis dahin erzeugt wurde.',
    no:
      'Bricht ein Tool einen Stream ab, macht der Anbieter weiter und berechnet alles; Purser liest ihn deshalb bis ' +
      'zum Ende.',
    unknown:
      'Niemand weiß, ob der Anbieter aufhört, wenn ein Tool einen Stream abbricht; gezählt wird deshalb das, was er ' +
      'höchstens kosten kann.',
    free: 'Ein Stream, den ein Tool abbricht, kostet hier nichts.',
  },
  saidWhenLeft: {
    yes:
      'Du hast angegeben, dass er aufhört, wenn ein Tool einen Stream abbricht: Nur was bis dahin erzeugt wurde, ' +
      'zählt.',
    no:
      'Du hast angegeben, dass er weitermacht, wenn ein Tool einen Stream abbricht; Purser liest ihn deshalb bis zum ' +
      'Ende.',
  },
  whenLeftChoices: { known: 'Standard', yes: 'Hört auf', no: 'Macht weiter' },
  whenLeftOf: (name) => `Ob ${name} aufhört, wenn ein Tool einen Stream abbricht`,
  changeWhenLeft: 'Ändern',
  changeWhenLeftOf: (name) => `Ändern, ob ${name} aufhört, wenn ein Tool einen Stream abbricht`,
  /** Azure's deployments, which people call as they like. */
  deployments: {
    title: 'Deployments',
    none: 'Ein Deployment mit eigenem Namen zählt als das teuerste Modell, bis seine erste Antwort das Modell nennt.',
    learned: 'aus einer Antwort',
    said: 'von dir angegeben',
    has: (deployment, model) => `${deployment}: ${model}`,
    name: 'Deployment',
    model: 'Modell',
    set: 'Festlegen',
    forget: (deployment) => `Modell von ${deployment} vergessen`,
    forgetShort: 'Vergessen',
    typeOf: (name) => `Wo die Deployments von ${name} laufen`,
    types: { unknown: 'Unbekannt', global: 'Global', 'data-zone': 'Datenzone', regional: 'Region' },
    surcharge: 'Nur globale Deployments haben den normalen Preis; andere zählen mit bis zu einem Fünftel mehr.',
  },
  copyBaseUrl: (name) => `Basis-URL von ${name} kopieren`,
  rules: 'Limits und Regeln',
  rulesOf: (name) => `Limits und Regeln für Anbieter ${name}`,
  check: 'Prüfen',
  checkKeyOf: (name) => `Schlüssel von ${name} prüfen`,
  checkHint: 'Fragt den Anbieter, ob er den Schlüssel noch annimmt. Kostet nichts.',
  remove: 'Entfernen',
  removeKeyOf: (name) => `Schlüssel von ${name} entfernen`,
  removeQuestion: (name) => `${name} entfernen?`,
  removeMeans: (name) => `Der Schlüssel wird gelöscht, und Anfragen an ${name} werden abgelehnt.`,
  keep: 'Behalten',
};
