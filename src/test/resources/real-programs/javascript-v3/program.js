const { defaultProvider } = require('@aws-sdk/credential-provider-node');
const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');

async function main() {
  const chain = defaultProvider();
  const key = await chain().then((found) => found.accessKeyId, () => 'none');
  console.log('key ' + key);
  const caller = new STSClient({ credentials: chain, maxAttempts: 1 }).send(new GetCallerIdentityCommand({}));
  console.log('identity ' + (await caller.then((answer) => answer.Arn, () => 'none')));
}

process.stdin.resume().on('end', () => process.exit(0));
main();
