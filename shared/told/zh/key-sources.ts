import type { ToldEntries } from '../told.ts';

/** Why a key cannot come from a secret manager. */
export const TOLD_KEY_SOURCES: ToldEntries = [
  [
    'A browser may not say where secrets come from. In a terminal: purser provider source add {0}',
    '浏览器不能指定密钥的来源。请在终端中运行：`purser provider source add {0}`',
  ],
  [
    'Everything here is simulated. Set managers up in the real Purser.',
    '这里的一切都是模拟的。请在真实的 Purser 中设置密钥管理服务。',
  ],
  [
    'Everything here is simulated. Use secret managers in the real Purser.',
    '这里的一切都是模拟的。请在真实的 Purser 中使用密钥管理服务。',
  ],
  [
    'Use the app, or a terminal: purser provider add NAME --from REFERENCE',
    '请使用应用，或在终端中运行：`purser provider add NAME --from REFERENCE`',
  ],
  ['A browser may not say which program runs on this machine.', '浏览器不能指定在本机运行的程序。'],
  [
    "From a browser, a key is read from a secret manager only for the provider's own address.",
    '从浏览器只能为提供商自己的地址从密钥管理服务读取密钥。',
  ],
  [
    'An address is a scheme, a host and a path, without a login, query or fragment.',
    '地址由协议、主机和路径组成，不含登录信息、查询参数或片段。',
  ],
  [
    '{0} is not encrypted: anybody on the way could read the login and every key. Give its address with https://.',
    '{0} 未加密：途中的任何人都能读取登录信息和所有密钥。请使用 https:// 地址。',
  ],
  [
    'The key of {0} is in the secret store, so there is nothing to read anew. To have it read from a secret ' +
      'manager: purser provider set {1} --from REFERENCE',
    '{0} 的密钥在密钥库中，无需重新读取。如需从密钥管理服务读取：`purser provider set {1} --from REFERENCE`',
  ],
  ['Give the key or where it is, not both.', '请提供密钥或其位置，不要同时提供两者。'],
];
