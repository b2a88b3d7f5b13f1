import type { IncomingMessage, ServerResponse } from 'node:http';
import { FAULT_KINDS, type FaultQueue } from './fault.ts';
import { faultFromJson } from './fault-json.ts';
import { readBody } from './read-body.ts';
import { replyText } from './replies.ts';

const MAX_JSON_BYTES = 10_000;

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_JSON_BYTES);
  try {
    return JSON.parse(body?.toString() ?? '');
  } catch {
    return undefined;
  }
}

function timesOf(value: unknown): number {
  const { times = 1 }: { times?: unknown } = Object(value);
  if (times === 'always') return Number.POSITIVE_INFINITY;
  return typeof times === 'number' ? times : 1;
}

async function add(request: IncomingMessage, response: ServerResponse, faults: FaultQueue): Promise<void> {
  // A foreign web page can post anything here but this type without asking first.
  if (request.headers['content-type'] !== 'application/json') {
    replyText(response, 415, 'expected Content-Type: application/json');
    return;
  }
  const value = await readJson(request);
  const fault = faultFromJson(value);
  if (fault === undefined) {
    const kinds = Object.keys(FAULT_KINDS).join(', ');
    replyText(response, 400, `expected { "kind": …, "times"? } with a kind of ${kinds}`);
    return;
  }
  faults.add(fault, timesOf(value));
  replyText(response, 200, `${fault.kind} it will be`);
}

/** `POST /faults` takes a fault as JSON, with `times` (a number or `"always"`); `DELETE /faults` ends them all. */
export async function changeFaults(
  request: IncomingMessage,
  response: ServerResponse,
  faults: FaultQueue,
): Promise<void> {
  if (request.method === 'POST') {
    await add(request, response, faults);
  } else if (request.method === 'DELETE') {
    faults.clear();
    replyText(response, 200, 'no faults');
  } else replyText(response, 405, 'POST or DELETE');
}
