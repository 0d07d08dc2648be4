import type { ToldEntries } from '../told.ts';

/** Why a login at a cloud does not work. */
export const TOLD_CLOUDS: ToldEntries = [
  [
    'The AWS profile "{0}" gives no valid credentials: its login has expired, or it is not set up on this ' +
      'machine. Run: aws sso login --profile {1}',
    'AWS 配置“{0}”没有有效凭据：登录已过期，或未在本机设置。请运行：`aws sso login --profile {1}`',
  ],
  ['The stored AWS key could not sign this request.', '保存的 AWS 密钥无法为这个请求签名。'],
  ['Remove the provider and add it again.', '请移除该提供商，再重新添加。'],
  [
    'No AWS credentials were found on this machine, or their login has expired. Run aws sso login, or add the ' +
      'provider with a key or --profile NAME.',
    '本机没有找到 AWS 凭据，或其登录已过期。请运行 `aws sso login`，或用密钥或 `--profile NAME` 添加提供商。',
  ],
  [
    'Google gave no token for the stored service account: it was deleted or disabled, or Google cannot be ' +
      'reached. If it was replaced, remove the provider and add it again with its new file.',
    'Google 没有为保存的服务账号签发令牌：账号已删除或停用，或无法连接 Google。如果账号已更换，请移除提供商，再用新文件添加。',
  ],
  [
    'No Google credentials were found on this machine, or their login has expired. Run gcloud auth ' +
      'application-default login, or add the provider with the file of a service account: --key-file FILE.',
    '本机没有找到 Google 凭据，或其登录已过期。请运行 `gcloud auth application-default login`，或用服务账号文件添加提供商：`--key-file FILE`。',
  ],
  [
    'The stored AWS key has no form that Purser knows. Remove the provider and add it again: a Bedrock API key, ' +
      'ACCESS_KEY_ID:SECRET_ACCESS_KEY, or --profile NAME.',
    '保存的 AWS 密钥格式 Purser 不认识。请移除提供商并重新添加：Bedrock API 密钥、ACCESS_KEY_ID:SECRET_ACCESS_KEY，或 `--profile NAME`。',
  ],
];
