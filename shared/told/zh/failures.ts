import type { ToldEntries } from '../told.ts';

/** Why something that a person wanted could not be done. */
export const TOLD_FAILURES: ToldEntries = [
  ['There is no agent {0}. See `purser agent list`.', '没有智能体 {0}。请看 `purser agent list`。'],
  ['There is already an agent named "{0}".', '已有名为“{0}”的智能体。'],
  [
    'There is no agent named "{0}". Add it first: purser agent add "{1}"',
    '没有名为“{0}”的智能体。请先添加：`purser agent add "{1}"`',
  ],
  [
    '{0} is archived. Bring it back first: purser agent archive "{1}" --undo',
    '{0} 已归档。请先恢复：`purser agent archive "{1}" --undo`',
  ],
  ['{0} is archived. Bring it back first.', '{0} 已归档。请先恢复。'],
  [
    'This request is no longer waiting: it was answered, gave up or timed out. See `purser approvals`.',
    '这个请求已不在等待：已得到答复、已放弃或已超时。请看 `purser approvals`。',
  ],
  ['{0} asks for {1}, which could cost {2}. {3}', '{0} 请求使用 {1}，可能花费 {2}。{3}'],
  ['{0} wants to call {1}, and a policy says to ask first.', '{0} 想调用 {1}，而规则要求先询问。'],
  ['{0} wants to call {1}, which may change or delete something.', '{0} 想调用 {1}，这可能会更改或删除内容。'],
  [
    '{0} has made no request in that time, so nothing can be learned of it.',
    '{0} 在这段时间内没有发出请求，因此无从得出建议。',
  ],
  ['{0} is deleted.', '{0} 已删除。'],
  ['{0} has a new sub-key. Delete it again.', '{0} 有了新的子密钥。请再次删除。'],
  ['{0} cannot be merged into itself.', '{0} 不能与自身合并。'],
  ['It is too late to undo this. Issue a new sub-key.', '已来不及撤销。请签发新的子密钥。'],
  ['Sub-key {0} is revoked, which is final. Issue a new one.', '子密钥 {0} 已吊销，不可恢复。请签发新的子密钥。'],
  ['There is no sub-key {0}. See `purser key list`.', '没有子密钥 {0}。请看 `purser key list`。'],
  [
    'The sub-key behind the tokens of {0} was revoked. To let it have one again: purser token --agent "{1}" --renew',
    '{0} 的令牌所用的子密钥已吊销。如需重新发放：`purser token --agent "{1}" --renew`',
  ],
  [
    'The sub-keys of {0} share its cap, and {1} has none. Give {2} a cap first.',
    '{0} 的子密钥共用它的限额，而 {1} 没有限额。请先给 {2} 设置限额。',
  ],
  [
    'This agent has no cap yet. Give it at least one, such as 5/day.',
    '这个智能体还没有限额。请至少设置一个，例如 5/day。',
  ],
  ['Only a tool can be allowed for good. Raise the cap instead.', '只有工具可以永久放行。请改为提高限额。'],
  ['No cap is in the way of this call. Allow it, or say no.', '没有限额阻碍这次调用。请允许或拒绝。'],
  [
    'There is no {0} cap on {1} that could be raised. See `purser policy export` for the caps there are.',
    '{1} 没有可提高的限额（{0}）。现有限额请看 `purser policy export`。',
  ],
  [
    'This sub-key is revoked, and that is final: a raised cap would change nothing. Issue a new sub-key.',
    '这个子密钥已永久吊销，提高限额不会有任何作用。请签发新的子密钥。',
  ],
  ['Only an agent can be in a group.', '只有智能体才能加入组。'],
  [
    'Caps for each conversation go on an agent, a sub-key or everything, not on a provider.',
    '按会话的限额可设在智能体、子密钥或全部上，不能设在提供商上。',
  ],
  [
    'A group has caps and no other limits. Put those on its agents.',
    '组只有限额，没有其他规则。请把其他规则设在组内的智能体上。',
  ],
  ['A sub-key needs at least one cap, such as 5/day.', '子密钥至少需要一个限额，例如 5/day。'],
  [
    'A sub-key of {0} has no cap but this one. Keep one on the agent, or give the sub-key its own.',
    '{0} 的某个子密钥只有这一个限额。请在智能体上保留一个，或给该子密钥设置自己的限额。',
  ],
  ['There is nothing called {0} to put a policy on.', '没有名为 {0} 的对象可以设置规则。'],
  ['There are two policies for {0}. Give one.', '{0} 有两份规则。请只提供一份。'],
  [
    'Everything you stopped stays stopped while Purser runs, but that is not saved on disk yet. Free some space: ' +
      'Purser saves it as soon as there is room. If Purser ends first, it forgets it.',
    'Purser 运行期间，你停止的一切都会保持停止，但尚未保存到磁盘。请腾出空间：一有空间 Purser 就会保存。如果 Purser 先退出，这些就会丢失。',
  ],
  [
    'This already holds, but it is not saved on disk yet, because the ledger cannot be written: free some space, ' +
      'or check the data folder. Purser saves it as soon as it can; if Purser ends first, it forgets it.',
    '已经生效，但尚未保存到磁盘，因为账本无法写入：请腾出空间，或检查数据文件夹。Purser 会尽快保存；如果 Purser 先退出，就会丢失。',
  ],
  [
    'There is no provider named "{0}". See `purser provider list`.',
    '没有名为“{0}”的提供商。请看 `purser provider list`。',
  ],
  [
    'There is already a provider named "{0}". Remove it first, or choose another name: purser provider add NAME ' +
      '--kind {1}',
    '已有名为“{0}”的提供商。请先移除，或换一个名称：`purser provider add NAME --kind {1}`',
  ],
  [
    'There is no provider yet. Add one: purser provider add openai',
    '还没有提供商。请添加：`purser provider add openai`',
  ],
  [
    'No price of your own is set for "{0}"{1}. See `purser price list`.',
    '没有为“{0}”{1}设置自己的价格。请看 `purser price list`。',
  ],
  [
    'The price of "{0}" at {1} is known already: purser price show "{2}"',
    '{1} 的“{0}”价格已知：`purser price show "{2}"`',
  ],
  [
    'Purser knows no price of any model at {0}, so there is no dearest one. Set its price: purser price set ' +
      'MODEL --provider {1} --input USD --output USD',
    'Purser 不知道 {0} 任何模型的价格，因此没有最高价。请设置价格：`purser price set MODEL --provider {1} --input USD --output USD`',
  ],
  ['History is being repriced already. Wait until that is done.', '正在重新计算历史费用。请等待完成。'],
  ['This gateway never looks at published prices by itself.', '这个网关不会自行查看公布的价格。'],
  ['There is no settled request {0}. It may still be running.', '没有已结算的请求 {0}。它可能仍在运行。'],
  [
    'This place in the list is unknown. Search again from the newest request.',
    '列表中的这个位置无效。请从最新的请求重新查找。',
  ],
  [
    'This is a sub-key of Purser, not a key of {0}. Tools hold sub-keys; here belongs the key that {1} gave you.',
    '这是 Purser 的子密钥，不是 {0} 的密钥。子密钥是给工具用的；这里应填写 {1} 提供给你的密钥。',
  ],
  ['{0} needs a key. Add it with its key.', '{0} 需要密钥。请连同密钥一起添加。'],
  ['{0} has no deployments: its requests name models.', '{0} 没有部署：它的请求直接指定模型。'],
  ['An HTTP API needs a name of its own, such as github.', 'HTTP API 需要自己的名称，例如 github。'],
  [
    '{0} has a different address for everyone. Give yours as its base URL (--base-url URL).',
    '{0} 的地址因人而异。请把你的地址填为 Base URL（`--base-url URL`）。',
  ],
  [
    'A base URL is a scheme, a host and a path, without a login, query or fragment.',
    'Base URL 由协议、主机和路径组成，不含登录信息、查询参数或片段。',
  ],
  [
    '{0} is not encrypted: anybody on the way could read the key and every prompt.',
    '{0} 未加密：途中的任何人都能读取密钥和所有提示词。',
  ],
  ['Give its address with https://.', '请使用 https:// 地址。'],
  [
    'If there is none, it can be added anyway with `purser provider add ... --plain-http`.',
    '如果没有，也可以用 `purser provider add ... --plain-http` 添加。',
  ],
  [
    'The logged prompt and reply cannot be read any more. {0} They are deleted when they expire; what is logged ' +
      'from now on can be read.',
    '记录的提示词和回复已无法读取。{0}它们会在到期时删除；从现在起记录的内容可以读取。',
  ],
  [
    'The key that encrypted them was removed from the OS keychain, or replaced.',
    '用于加密的密钥已从系统钥匙串中移除或更换。',
  ],
  ['The key that encrypted them was removed from the vault, or replaced.', '用于加密的密钥已从保险库中移除或更换。'],
  [
    'The key that encrypted them was in memory only, and Purser has been restarted since.',
    '用于加密的密钥只在内存中，而 Purser 此后重启过。',
  ],
  [
    '{0} was written by a newer Purser. Update Purser, or delete that file: it holds kept requests and replies only.',
    '{0} 由更新版本的 Purser 写入。请更新 Purser，或删除该文件：其中只有保存的请求和回复。',
  ],
  ['Purser serves {0} now.', 'Purser 现在的地址是 {0}。'],
  [
    'These tools were pointed there; restart those that are running: {0}.',
    '以下工具已指向新地址；请重新启动正在运行的：{0}。',
  ],
  ['Connect these again by hand: {0}.', '请手动重新连接：{0}。'],
  ['This build of Purser carries no command line.', '这个 Purser 版本不含命令行。'],
  ['A login link is made in a terminal: `purser open`.', '登录链接需在终端中生成：`purser open`。'],
  ['This Purser has no window. See `purser open`.', '这个 Purser 没有窗口。请看 `purser open`。'],
  [
    '{0} is there already, and Purser did not make it. Move it away first.',
    '{0} 已存在，且不是由 Purser 创建。请先移走它。',
  ],
  [
    'You may not write to {0}. Leave --dir out, or run this with more rights (sudo).',
    '你没有写入 {0} 的权限。请去掉 `--dir`，或以更高权限运行（sudo）。',
  ],
  [
    'This browser is not logged in, or not any more. `purser dashboard sessions` lists those that are.',
    '这个浏览器未登录或已不再登录。已登录的请看 `purser dashboard sessions`。',
  ],
  ['There is nothing here.', '这里什么都没有。'],
];
