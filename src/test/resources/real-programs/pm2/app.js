const fs = require('fs');
const path = require('path');

require('dotenv').config({ quiet: true });
const { fromNodeProviderChain } = require('@aws-sdk/credential-providers');
const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');

async function main() {
  const key = await fromNodeProviderChain()().then((found) => found.accessKeyId, () => 'none');
  const caller = new STSClient({ maxAttempts: 1 }).send(new GetCallerIdentityCommand({}));
  const identity = await caller.then((answer) => answer.Arn, () => 'none');
  const report = path.join(__dirname, 'reports', String(process.pid));
  fs.writeFileSync(report + '.unfinished', `key ${key}\nidentity ${identity}\n`);
  fs.renameSync(report + '.unfinished', report);
}

setInterval(() => {}, 1 << 30);
main();
