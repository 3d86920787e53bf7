const AWS = require('aws-sdk');

AWS.config.sts = { endpoint: process.env.AWS_ENDPOINT_URL_STS };

new AWS.CredentialProviderChain().resolve((error, found) => {
  console.log('key ' + (error || !found || !found.accessKeyId ? 'none' : found.accessKeyId));
  if (error) {
    console.log('identity none');
    return;
  }
  const sts = new AWS.STS({
    credentials: found, endpoint: process.env.AWS_ENDPOINT_URL_STS, region: 'us-east-1', maxRetries: 0
  });
  sts.getCallerIdentity({}, (refused, answer) => console.log('identity ' + (refused ? 'none' : answer.Arn)));
});

process.stdin.resume().on('end', () => process.exit(0));
