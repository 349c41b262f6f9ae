/** The bare work on botbuilder and restify: a fixed pattern, one Graph POST, one reply; a press likewise. */

import { Client } from '@microsoft/microsoft-graph-client';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { answered, bodyOf, hoursIn, pathOf, presenceOf, replyFor, verbOf } from './bare.mjs';

const graph = Client.init({
  baseUrl: `${process.env.GRAPH_BASE_URL ?? ''}/`,
  defaultVersion: 'v1.0',
  authProvider: (done) => {
    done(null, 'token');
  },
});

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const hours = hoursIn(context.activity.text);
      if (hours !== undefined) {
        await graph.api(pathOf(context.activity)).post(bodyOf(hours));
        await context.sendActivity(replyFor(hours));
      }
      await next();
    });
  }

  async onInvokeActivity(context) {
    const { activity } = context;
    if (verbOf(activity) === 'refresh') await graph.api(presenceOf(activity)).get();
    else await graph.api(pathOf(activity)).post(bodyOf(1));
    return answered;
  }
}

const bot = new Bot();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`);
});
