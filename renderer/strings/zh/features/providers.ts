import type { HOSTED_PROVIDERS } from '../../../../shared/providers/hosted-providers.ts';
import type { MORE_HOSTS } from '../../../../shared/providers/more-hosts.ts';
import type { OWN_SERVERS } from '../../../../shared/providers/own-servers.ts';
import type { Strings } from '../../say.ts';

type Recorded = typeof HOSTED_PROVIDERS & typeof MORE_HOSTS & typeof OWN_SERVERS;

/** The kinds whose record has such words: one without a translation does not compile. */
type KindWith<Field extends string> = {
  [Kind in keyof Recorded]: Field extends keyof Recorded[Kind] ? Kind : never;
}[keyof Recorded];

const LETTERS = '一长串字母和数字';
const OWN_PRICES = 'Purser 不知道它的价格：请自行设置，否则请求会被拒绝。';

/** Provider keys: which there are, how one is added and checked. */
export const providers: Strings['providers'] = {
  /** Kinds that have no name of their own. */
  kinds: {
    http: '任意 HTTP API',
    'custom-openai': '自定义（兼容 OpenAI）',
    'custom-anthropic': '自定义（兼容 Anthropic）',
  },
  /** What to look for, where keys do not begin all alike. */
  keyForms: {
    azure: '32 或 84 个字符',
    bedrock: 'Bedrock API 密钥，或 ACCESS_KEY_ID:SECRET_ACCESS_KEY',
    vertex: '服务账号的 JSON 文件，或 express 模式的 API 密钥',
    mistral: '32 个字符',
    zai: '中间带一个点的密钥',
    baseten: LETTERS,
    cloudflare: 'Workers AI 或 AI Gateway 的 API token',
    cohere: '40 位字母和数字',
    deepinfra: '32 位字母和数字',
    friendli: LETTERS,
    meta: LETTERS,
    minimax: LETTERS,
    nebius: LETTERS,
    sambanova: LETTERS,
    stepfun: LETTERS,
    venice: LETTERS,
  } satisfies Record<KindWith<'keyForm'>, string>,
  /** What to know before one is added. */
  hints: {
    azure: '名称与模型不同的部署，在首个回复表明其模型之前，按最贵的模型计费。',
    bedrock: 'Bedrock API 密钥、ACCESS_KEY_ID:SECRET_ACCESS_KEY，或 profile:NAME。留空则使用本机的 AWS 登录。',
    vertex:
      '服务账号的 JSON 文件，或 API 密钥。留空则使用本机的 Google 登录（gcloud auth application-default login）。',
    qwen: '按其国际站价格计费。没有国际站价格的模型会被拒绝，直到你为它设置价格。',
    cloudflare: 'Workers AI（@cf/…），以及通过统一计费使用的其他厂商模型（openai/…）。',
    cohere: '使用其兼容 OpenAI 的地址，不支持其原生 API。',
    huggingface: '由其路由选择推理服务商：按已知最贵的一家预留。如需精确计费，请指定一家：MODEL:together。',
    nvidia: '免费，但有自己的频率限制；按 token 统计。',
    vercel: '每个请求由它选择推理服务商，因此费用会有误差，但不超过各家的差价。',
    ollama: '免费，按 token 统计；其云端模型收费。',
    lmstudio: '免费，按 token 统计。',
    'custom-openai': OWN_PRICES,
    'custom-anthropic': OWN_PRICES,
    http: '密钥放在请求头中，按调用次数统计。其他方式：purser provider add NAME --kind http。',
  } satisfies Record<KindWith<'hint'>, string>,

  add: '添加提供商密钥',
  kind: '提供商',
  search: '搜索',
  searchAmong: (count) => `在 ${count} 种中搜索`,
  groups: { more: '更多推理服务商和厂商', own: '自建服务和其他 API' },
  key: (provider) => `${provider} 密钥`,
  keyIfAny: (provider) => `${provider} 密钥（如果需要）`,
  keyHint: '保存在本机的密钥库中。工具拿到的只是子密钥。',
  more: '其他名称或地址',
  name: '名称',
  nameHint: '即网关路径的第一段。',
  region: '区域',
  regionExample: 'us-east-1',
  regionHint: (provider) => `${provider} 提供模型服务的区域。留空则使用默认区域。`,
  noRegion: (region) => `“${region}”不是可用的区域。请输入类似 eu-west-1 的区域，或留空。`,
  baseUrl: 'Base URL',
  baseUrlHint: (provider) => `与你在 ${provider} SDK 中填写的相同。`,
  submit: '添加密钥',
  asking: (provider) => `正在向 ${provider} 验证密钥…`,
  keepAnyway: '仍然保存',
  kept: (name) => `已添加 ${name}`,
  done: '完成',
  noKey: '请先粘贴提供商密钥。',
  noAddress: (provider) => `${provider} 的地址因人而异，请输入你的地址。`,
  noUrl: '请输入以 https:// 或 http:// 开头的 Base URL。',

  fromManager: '密钥在密钥管理服务中',
  reference: '密钥的位置',
  referenceExample: 'vault:secret/data/ai#openai',
  referenceHint: 'Purser 从那里读取密钥，且只保留在内存中。上方的密钥栏请留空。',
  keyAndReference: '请填写密钥或密钥的位置，二者只填其一。',
  origin: {
    unread: (reference) => `密钥来自 ${reference}，首次需要时读取。`,
    read: (reference, ago) => `密钥来自 ${reference}，${ago}读取。`,
    readAgain: (reference, ago, next) => `密钥来自 ${reference}，${ago}读取，下次读取：${next}。`,
    refresh: '重新读取',
    refreshOf: (name) => `重新读取 ${name} 的密钥`,
    stillUsed: (why) => `${why} 目前仍使用之前读取的密钥。`,
    failed: (why) => `${why} 在能够读取之前，请求会被拒绝。`,
  },

  title: '提供商',
  none: '还没有提供商密钥，因此请求会被拒绝。',
  stores: {
    keychain: '提供商密钥保存在本机的系统密钥库中。任何工具都看不到它们。',
    vault: '提供商密钥保存在加密的保险库文件中。任何工具都看不到它们。',
    memory: '提供商密钥只保存在内存中，Purser 退出后即丢失。任何工具都看不到它们。',
  },
  /** What it does when a tool leaves its stream, as its kind is known. */
  whenLeft: {
    yes: '工具提前断开流式响应时，提供商会停止生成，只对已生成的部分计费。',
    no: '工具提前断开流式响应时，提供商会继续生成并全额计费，因此 Purser 会把响应读完。',
    unknown: '不清楚工具提前断开流式响应时提供商是否停止，因此按可能的最高费用计算。',
    free: '工具提前断开的流式响应在这里不产生费用。',
  },
  saidWhenLeft: {
    yes: '你已说明：工具提前断开流式响应时它会停止，只计算已生成的部分。',
    no: '你已说明：工具提前断开流式响应时它会继续生成，因此 Purser 会把响应读完。',
  },
  whenLeftChoices: { known: '默认', yes: '停止', no: '继续' },
  whenLeftOf: (name) => `工具提前断开流式响应时，${name} 是否停止`,
  changeWhenLeft: '更改',
  changeWhenLeftOf: (name) => `更改：工具提前断开流式响应时，${name} 是否停止`,
  /** Azure's deployments, which people call as they like. */
  deployments: {
    title: '部署',
    none: '自行命名的部署，在首个回复表明其模型之前，按最贵的模型计费。',
    learned: '来自回复',
    said: '由你指定',
    has: (deployment, model) => `${deployment}：${model}`,
    name: '部署',
    model: '模型',
    set: '设置',
    forget: (deployment) => `清除 ${deployment} 的模型`,
    forgetShort: '清除',
    typeOf: (name) => `${name} 的部署类型`,
    types: { unknown: '未知', global: '全局', 'data-zone': '数据区域', regional: '区域' },
    surcharge: '只有全局部署适用标准价格，其他类型最多按上浮 20% 计算。',
  },
  copyBaseUrl: (name) => `复制 ${name} 的 Base URL`,
  rules: '限额和规则',
  rulesOf: (name) => `提供商 ${name} 的限额和规则`,
  check: '检查',
  checkKeyOf: (name) => `检查 ${name} 的密钥`,
  checkHint: '询问提供商是否仍接受此密钥，不产生费用。',
  remove: '移除',
  removeKeyOf: (name) => `移除 ${name} 的密钥`,
  removeQuestion: (name) => `移除 ${name}？`,
  removeMeans: (name) => `它的密钥会被删除，发往 ${name} 的请求会被拒绝。`,
  keep: '保留',
};
