/** The bare work on the Microsoft 365 Agents SDK: a fixed pattern, one Graph POST, one reply; a press likewise. */

import { ActivityHandler, CloudAdapter } from '@microsoft/agents-hosting';
import { Client } from '@microsoft/microsoft-graph-client';
import express from 'express';
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
const adapter = new CloudAdapter({});
const server = express();
server.use(express.json());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
const listening = server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`listening on port ${listening.address().port}`);
});
