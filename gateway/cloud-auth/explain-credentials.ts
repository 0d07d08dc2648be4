import type { AwsKey } from './aws-key.ts';

/** Explains that AWS's chain gave no credentials. It quotes nothing of the error: that can name files and roles. */
export function explainAws(key: AwsKey): string {
  if (key.kind === 'profile')
    return (
      `The AWS profile "${key.name}" gives no valid credentials: its login has expired, or it is not set up on this ` +
      `machine. Run: aws sso login --profile ${key.name}`
    );
  if (key.kind === 'pair')
    return 'The stored AWS key could not sign this request. Remove the provider and add it again.';
  return (
    'No AWS credentials were found on this machine, or their login has expired. Run aws sso login, or add the ' +
    'provider with a key or --profile NAME.'
  );
}

/** Explains that Google gave no token. */
export function explainGoogle(stored: boolean): string {
  return stored
    ? 'Google gave no token for the stored service account: it was deleted or disabled, or Google cannot be reached. ' +
        'If it was replaced, remove the provider and add it again with its new file.'
    : 'No Google credentials were found on this machine, or their login has expired. Run gcloud auth ' +
        'application-default login, or add the provider with the file of a service account: --key-file FILE.';
}
