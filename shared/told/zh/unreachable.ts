import type { ToldEntries } from '../told.ts';

/** Why something outside gave no answer. */
export const TOLD_UNREACHABLE: ToldEntries = [
  ['{0} cannot be reached. {1}', '无法连接 {0}。{1}'],
  ['{0} was not found ({1}).', '找不到 {0}（{1}）。'],
  ['{0} was not found ({1}), through the proxy at {2} ({3}).', '经由代理 {2}（{3}）找不到 {0}（{1}）。'],
  ['{0} did not answer ({1}).', '{0} 没有应答（{1}）。'],
  ['{0} did not answer ({1}), through the proxy at {2} ({3}).', '经由代理 {2}（{3}）连接时，{0} 没有应答（{1}）。'],
  ['Check the network and its base URL, {0}.', '请检查网络和它的 Base URL：{0}。'],
  ['Check the network, that proxy and its base URL, {0}.', '请检查网络、该代理和它的 Base URL：{0}。'],
  [
    'If your network lets nothing out but through a proxy, start Purser with HTTPS_PROXY=http://HOST:PORT.',
    '如果你的网络只能通过代理访问外部，请用 HTTPS_PROXY=http://HOST:PORT 启动 Purser。',
  ],
  ['{0}, through the proxy at {1} ({2})', '{0}，经由代理 {1}（{2}）'],
  ['The proxy at {0} ({1})', '代理 {0}（{1}）'],
  [
    '{0} refused to connect to {1}: 407, it needs a user and password, or different ones.',
    '{0} 拒绝连接 {1}：407，需要用户名和密码，或提供的不正确。',
  ],
  ['Write them into {0} as {1} and start Purser again.', '请把它们以 {1} 的形式写入 {0}，再重新启动 Purser。'],
  ['{0} could not connect to {1}: {2}.', '{0} 无法连接 {1}：{2}。'],
  ['Try again, or ask those who run the proxy.', '请重试，或联系代理的管理者。'],
  ['{0} refused to connect to {1}: {2}.', '{0} 拒绝连接 {1}：{2}。'],
  [
    'Ask those who run the proxy to let it through, or, if it can be reached without the proxy, add it to NO_PROXY.',
    '请联系代理的管理者放行；如果不经代理也能访问，请把它加入 NO_PROXY。',
  ],
  ['{0} cannot be used. {1}', '{0} 无法使用。{1}'],
  ['The server at {0} ({1}) is not an HTTP proxy ({2}).', '服务器 {0}（{1}）不是 HTTP 代理（{2}）。'],
  ['{0} did not answer in time.', '{0} 没有及时应答。'],
  ['Check that it runs.', '请确认它在运行。'],
  [
    '{0} names no proxy that Purser can use. It takes http://HOST:PORT and https://HOST:PORT, no SOCKS; special ' +
      'characters of a user or password are percent-encoded. Fix it and start Purser again; until then nothing ' +
      'goes where that proxy would be used.',
    '{0} 指定的代理 Purser 无法使用。支持 http://HOST:PORT 和 https://HOST:PORT，不支持 SOCKS；用户名或密码中的特殊字符需要百分号编码。请改正后重新启动 Purser；' +
      '在此之前，需要经过该代理的请求都不会发出。',
  ],
  ['If the proxy has changed, update {0} and start Purser again.', '如果代理有变，请更新 {0} 并重新启动 Purser。'],
  [
    'The certificate of {0} comes from an authority that Purser does not know ({1}). If your network inspects ' +
      'traffic, or the server is your own, start Purser with NODE_EXTRA_CA_CERTS=FILE: the certificate of that ' +
      'authority, as PEM.',
    '{0} 的证书由 Purser 不认识的机构签发（{1}）。如果你的网络会检查流量，或这是你自己的服务器，请用 NODE_EXTRA_CA_CERTS=文件 启动 Purser，文件为该机构的 PEM 证书。',
  ],
  [
    'The certificate of {0} has expired or is not valid yet ({1}). Check the clock of this machine.',
    '{0} 的证书已过期或尚未生效（{1}）。请检查本机时钟。',
  ],
  [
    'The certificate of {0} is for another name ({1}). Check the base URL, and what is on the way to it.',
    '{0} 的证书属于另一个名称（{1}）。请检查 Base URL 以及途中的设备。',
  ],
  [
    'The server at {0} does not speak TLS ({1}). Check its port; your own server may need http:// instead.',
    '服务器 {0} 不支持 TLS（{1}）。请检查端口；如果是你自己的服务器，可能需要用 http://。',
  ],
  [
    '{0} did not take the client certificate that it wants, or was shown none ({1}). Start Purser with ' +
      'PURSER_CLIENT_CERT=FILE and PURSER_CLIENT_KEY=FILE: the certificate that its owner gave you, and its key, ' +
      'as PEM.',
    '{0} 没有接受所要求的客户端证书，或没有收到证书（{1}）。请用 PURSER_CLIENT_CERT=文件 和 PURSER_CLIENT_KEY=文件 启动 Purser：对方提供给你的证书及其密钥，PEM 格式。',
  ],
  [
    '{0} names a file without a certificate in PEM form: {1}. It is not used.',
    '{0} 指定的文件中没有 PEM 格式的证书：{1}。该文件不会被使用。',
  ],
  [
    '{0} names a file that cannot be read ({1}): {2}. It is not used.',
    '{0} 指定的文件无法读取（{1}）：{2}。该文件不会被使用。',
  ],
  ["the system's store", '系统证书库'],
  ['No certificate is shown to servers.', '不会向服务器出示证书。'],
  ['PURSER_CLIENT_KEY is set without PURSER_CLIENT_CERT.', '设置了 PURSER_CLIENT_KEY，但没有设置 PURSER_CLIENT_CERT。'],
  [
    'PURSER_CLIENT_CERT and PURSER_CLIENT_KEY cannot be used ({0}): they name the PEM files of a certificate and ' +
      'of its key, and PURSER_CLIENT_KEY_PASSPHRASE holds what that is encrypted with.',
    'PURSER_CLIENT_CERT 和 PURSER_CLIENT_KEY 无法使用（{0}）：它们应指向证书及其密钥的 PEM 文件，PURSER_CLIENT_KEY_PASSPHRASE 则是该密钥的口令。',
  ],
  ['No way through the proxy: {0}', '无法通过代理：{0}'],
];
