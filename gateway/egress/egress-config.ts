/** A proxy as a setting names it, with its user and password where it has some: never shown as it is. */
export interface ProxySetting {
  /** `http://user:password@proxy:3128`; https:// too, and without a scheme it is http://. */
  readonly url: string;
  /** Where it was named, for sentences: `HTTPS_PROXY`. */
  readonly source: string;
}

/** The person's own certificate, for servers that ask for one. All of it PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
  /** The servers that it is shown to, written as `noProxy` is; left out: every server that asks for one. */
  readonly hosts?: string;
}

/** Certificates of authorities, each as PEM, and where they were found: `NODE_EXTRA_CA_CERTS`. */
export interface Authorities {
  readonly source: string;
  readonly certificates: readonly string[];
}

/** The network settings on the way to providers. A host reads them; left out, all connections are direct. */
export interface EgressConfig {
  /** The way to https:// and wss:// addresses. */
  readonly httpsProxy?: ProxySetting;
  /** The way to http:// addresses. */
  readonly httpProxy?: ProxySetting;
  /** Hosts that are reached without a proxy: `.corp.example, 10.0.0.0/8, host:8080, *`. */
  readonly noProxy?: string;
  /** Authorities that are believed beside those that come with Node. */
  readonly authorities?: readonly Authorities[];
  readonly clientCertificate?: ClientCertificate;
  /** The variables of the network, as they are: programs that the gateway starts go the same way. */
  readonly forPrograms?: Readonly<Record<string, string>>;
  /** The settings that the host could not use, in sentences: the person sees them. */
  readonly problems?: readonly string[];
}

/** The proxy between the gateway and a provider, fit to be shown: without user and password. */
export interface Hop {
  /** `http://proxy:3128`; undefined where the setting names no proxy that can be used. */
  readonly proxy: string | undefined;
  /** `HTTPS_PROXY` */
  readonly source: string;
}
