import type { ToldEntries } from '../told.ts';

/** Why something outside gave no answer. */
export const TOLD_UNREACHABLE: ToldEntries = [
  ['{0} cannot be reached. {1}', '{0} ist nicht erreichbar. {1}'],
  ['{0} was not found ({1}).', '{0} wurde nicht gefunden ({1}).'],
  [
    '{0} was not found ({1}), through the proxy at {2} ({3}).',
    '{0} wurde über den Proxy {2} ({3}) nicht gefunden ({1}).',
  ],
  ['{0} did not answer ({1}).', '{0} hat nicht geantwortet ({1}).'],
  [
    '{0} did not answer ({1}), through the proxy at {2} ({3}).',
    '{0} hat über den Proxy {2} ({3}) nicht geantwortet ({1}).',
  ],
  ['Check the network and its base URL, {0}.', 'Prüfe das Netzwerk und die Basis-URL {0}.'],
  ['Check the network, that proxy and its base URL, {0}.', 'Prüfe das Netzwerk, diesen Proxy und die Basis-URL {0}.'],
  [
    'If your network lets nothing out but through a proxy, start Purser with HTTPS_PROXY=http://HOST:PORT.',
    'Wenn dein Netzwerk nur über einen Proxy nach außen führt, starte Purser mit HTTPS_PROXY=http://HOST:PORT.',
  ],
  ['{0}, through the proxy at {1} ({2})', '{0}, über den Proxy {1} ({2})'],
  ['The proxy at {0} ({1})', 'Der Proxy {0} ({1})'],
  [
    '{0} refused to connect to {1}: 407, it needs a user and password, or different ones.',
    '{0} hat die Verbindung zu {1} abgelehnt: 407, er verlangt Benutzer und Passwort, oder andere als diese.',
  ],
  ['Write them into {0} as {1} and start Purser again.', 'Trage sie in {0} ein, als {1}, und starte Purser neu.'],
  ['{0} could not connect to {1}: {2}.', '{0} konnte keine Verbindung zu {1} herstellen: {2}.'],
  ['Try again, or ask those who run the proxy.', 'Versuche es noch einmal, oder frage die Betreiber des Proxys.'],
  ['{0} refused to connect to {1}: {2}.', '{0} hat die Verbindung zu {1} abgelehnt: {2}.'],
  [
    'Ask those who run the proxy to let it through, or, if it can be reached without the proxy, add it to NO_PROXY.',
    'Bitte die Betreiber des Proxys, sie zuzulassen, oder nimm das Ziel in NO_PROXY auf, wenn es ohne den Proxy ' +
      'erreichbar ist.',
  ],
  ['{0} cannot be used. {1}', '{0} kann nicht benutzt werden. {1}'],
  ['The server at {0} ({1}) is not an HTTP proxy ({2}).', 'Der Server {0} ({1}) ist kein HTTP-Proxy ({2}).'],
  ['{0} did not answer in time.', '{0} hat nicht rechtzeitig geantwortet.'],
  ['Check that it runs.', 'Prüfe, ob er läuft.'],
  [
    '{0} names no proxy that Purser can use. It takes http://HOST:PORT and https://HOST:PORT, no SOCKS; special ' +
      'characters of a user or password are percent-encoded. Fix it and start Purser again; until then nothing ' +
      'goes where that proxy would be used.',
    '{0} nennt keinen Proxy, den Purser benutzen kann. Möglich sind http://HOST:PORT und https://HOST:PORT, kein ' +
      'SOCKS; Sonderzeichen in Benutzer oder Passwort werden prozentkodiert. Berichtige das und starte Purser neu; ' +
      'bis dahin geht nichts dorthin, wo dieser Proxy benutzt würde.',
  ],
  [
    'If the proxy has changed, update {0} and start Purser again.',
    'Falls der Proxy sich geändert hat, passe {0} an und starte Purser neu.',
  ],
  [
    'The certificate of {0} comes from an authority that Purser does not know ({1}). If your network inspects ' +
      'traffic, or the server is your own, start Purser with NODE_EXTRA_CA_CERTS=FILE: the certificate of that ' +
      'authority, as PEM.',
    'Das Zertifikat von {0} stammt von einer Stelle, die Purser nicht kennt ({1}). Wenn dein Netzwerk den ' +
      'Verkehr prüft oder es dein eigener Server ist, starte Purser mit NODE_EXTRA_CA_CERTS=DATEI: dem Zertifikat ' +
      'dieser Stelle als PEM.',
  ],
  [
    'The certificate of {0} has expired or is not valid yet ({1}). Check the clock of this machine.',
    'Das Zertifikat von {0} ist abgelaufen oder noch nicht gültig ({1}). Prüfe die Uhr dieses Rechners.',
  ],
  [
    'The certificate of {0} is for another name ({1}). Check the base URL, and what is on the way to it.',
    'Das Zertifikat von {0} gilt für einen anderen Namen ({1}). Prüfe die Basis-URL und was auf dem Weg dorthin ' +
      'liegt.',
  ],
  [
    'The server at {0} does not speak TLS ({1}). Check its port; your own server may need http:// instead.',
    'Der Server {0} spricht kein TLS ({1}). Prüfe den Port; dein eigener Server braucht vielleicht http://.',
  ],
  [
    '{0} did not take the client certificate that it wants, or was shown none ({1}). Start Purser with ' +
      'PURSER_CLIENT_CERT=FILE and PURSER_CLIENT_KEY=FILE: the certificate that its owner gave you, and its key, ' +
      'as PEM.',
    '{0} hat das verlangte Client-Zertifikat nicht angenommen oder keines erhalten ({1}). Starte Purser mit ' +
      'PURSER_CLIENT_CERT=DATEI und PURSER_CLIENT_KEY=DATEI: dem Zertifikat, das du vom Betreiber hast, und seinem ' +
      'Schlüssel, als PEM.',
  ],
  [
    '{0} names a file without a certificate in PEM form: {1}. It is not used.',
    '{0} nennt eine Datei ohne Zertifikat in PEM-Form: {1}. Sie wird nicht benutzt.',
  ],
  [
    '{0} names a file that cannot be read ({1}): {2}. It is not used.',
    '{0} nennt eine Datei, die nicht gelesen werden kann ({1}): {2}. Sie wird nicht benutzt.',
  ],
  ["the system's store", 'der Speicher des Systems'],
  ['No certificate is shown to servers.', 'Servern wird kein Zertifikat gezeigt.'],
  ['PURSER_CLIENT_KEY is set without PURSER_CLIENT_CERT.', 'PURSER_CLIENT_KEY ist ohne PURSER_CLIENT_CERT gesetzt.'],
  [
    'PURSER_CLIENT_CERT and PURSER_CLIENT_KEY cannot be used ({0}): they name the PEM files of a certificate and ' +
      'of its key, and PURSER_CLIENT_KEY_PASSPHRASE holds what that is encrypted with.',
    'PURSER_CLIENT_CERT und PURSER_CLIENT_KEY können nicht benutzt werden ({0}): Sie nennen die PEM-Dateien ' +
      'eines Zertifikats und seines Schlüssels, und PURSER_CLIENT_KEY_PASSPHRASE enthält dessen Passphrase.',
  ],
  ['No way through the proxy: {0}', 'Kein Weg durch den Proxy: {0}'],
];
