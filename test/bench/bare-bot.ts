/** The bare work by the SDKs' own samples: a fixed pattern, one Graph POST, one reply. What this bot is measured against. */

import { Client } from '@microsoft/microsoft-graph-client';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const graph = Client.init({
  baseUrl: `${process.env.GRAPH_BASE_URL ?? ''}/`,
  defaultVersion: 'v1.0',
  authProvider: (done) => {
    done(null, 'token');
  },
});

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const hours = /^dnd (\d+)h$/.exec(context.activity.text)?.[1];
  if (hours !== undefined) {
    await graph
      .api(`/users/${context.activity.from.aadObjectId ?? ''}/presence/setUserPreferredPresence`)
      .post({ availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: `PT${hours}H` });
    await context.sendActivity(`You're set to **Do not disturb** for ${hours} hours.`);
  }
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  // The SDK types its own request with optional headers; restify's is the same object.
  await adapter.process(request as Parameters<typeof adapter.process>[0], response, (context) =>
    bot.run(context),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
