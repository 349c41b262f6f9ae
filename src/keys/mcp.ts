/**
 * `/mcp`: the same for agents, by the Model Context Protocol's streamable HTTP, without sessions: each request is whole by itself.
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/transports
 */

import {
  type CallToolResult,
  McpServer,
  PARSE_ERROR,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Services } from '../commands/context.ts';
import type { KeyOwner } from '../presence/personal-key.ts';
import type { KeyHandler } from './request.ts';
import type { Answered, Once } from './once.ts';
import { output, runTool, tools } from './tools.ts';

interface McpParts {
  readonly services: Services;
  readonly once: Once;
}

const about = { name: 'presence', title: 'Presence in Microsoft Teams', version: '1' };
const instructions =
  'These tools read and set the Teams presence of one person, the owner of the key. What a tool says was accepted was accepted by Microsoft, and may show later or not at all. If a tool asks back, ask the person.';

/** The methods that an audit line may name: any other is the caller's own text. */
const methods = new Set(['initialize', 'notifications/initialized', 'ping', 'tools/list', 'tools/call']);
const call = z.looseObject({
  method: z.string(),
  params: z.looseObject({ name: z.string().optional() }).optional(),
});

export function createMcp(parts: McpParts): KeyHandler {
  return async (owner, { headers, readBody }) => {
    const body = await readBody();
    const asked = `mcp ${askedOf(body)}`;
    // One message a request: many in one would pass the limit of requests.
    if (Array.isArray(body) || typeof body !== 'object' || body === null)
      return { asked, status: 400, body: jsonRpcError(PARSE_ERROR, 'One JSON-RPC message a request.') };
    const server = serverFor(owner, parts);
    try {
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await server.connect(transport);
      const response = await transport.handleRequest(
        new Request('http://localhost/mcp', { method: 'POST', headers: passedOn(headers) }),
        { parsedBody: body },
      );
      const answer = await response.text();
      return {
        asked,
        status: response.status,
        body: answer === '' ? undefined : (JSON.parse(answer) as unknown),
      };
    } finally {
      await server.close();
    }
  };
}

/** What the transport looks at. */
function passedOn(headers: Readonly<Record<string, string | undefined>>): Headers {
  const passed = new Headers();
  for (const name of ['accept', 'content-type', 'mcp-protocol-version', 'mcp-session-id']) {
    const value = headers[name];
    if (value !== undefined) passed.set(name, value);
  }
  return passed;
}

/** A server for one request. */
function serverFor(owner: KeyOwner, parts: McpParts): McpServer {
  const server = new McpServer(about, { instructions });
  for (const tool of tools) {
    const { name, title, description, annotations, input } = tool;
    server.registerTool(
      name,
      { title, description, annotations, inputSchema: input, outputSchema: output },
      async (given) => {
        const answered = await runTool(tool, given, owner, parts);
        return answered === undefined ? noSuchZone : resultOf(answered);
      },
    );
  }
  return server;
}

const noSuchZone: CallToolResult = {
  isError: true,
  content: [
    {
      type: 'text',
      text: 'There is no such time zone: use a name such as "Europe/Berlin". Nothing was changed.',
    },
  ],
};

const putIt = 'Nothing was changed. Put this to the person, and do not choose for them.';

/** A question is no error: the agent has to put it to the person. */
function resultOf({ status, body }: Answered): CallToolResult {
  const facts = output.parse(body);
  const { outcome, text, error } = facts;
  const isQuestion = outcome === 'question';
  const words = [text ?? error ?? '', ...(isQuestion ? [putIt] : [])];
  return {
    isError: status !== 200 && !isQuestion,
    content: words.map((said) => ({ type: 'text', text: said })),
    structuredContent: facts,
  };
}

function askedOf(body: unknown): string {
  const { method = '', params } = call.safeParse(body).data ?? {};
  if (!methods.has(method)) return 'other';
  const name = tools.find((tool) => tool.name === params?.name)?.name;
  return method === 'tools/call' ? `${method} ${name ?? 'other'}` : method;
}

function jsonRpcError(code: number, message: string): object {
  return { jsonrpc: '2.0', id: null, error: { code, message } };
}
