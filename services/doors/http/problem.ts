// What every request that is not served is answered with: the code, what to do in two languages, and the id to quote.
// Never the payload, a stack or a cause.
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Refusal } from '../../../schemas/entry.ts';
import { type ErrorCode, errorRow, refusal } from '../../../schemas/errors.ts';

export const Problem = Refusal.extend({ requestId: z.string() }).meta({
  description: '拒绝或错误 refusal or error; `code` is one of the table in schemas/README.md',
});
export type Problem = z.infer<typeof Problem>;

/** Sends a refusal with the status its code has. */
export const sendRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refusal,
  retryAfter = 1,
): FastifyReply => {
  const problem: Problem = { ...refused, requestId: request.id };
  const status = errorRow(refused.code).http;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (refused.retryable) reply.header('retry-after', retryAfter);
  return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(problem);
};

export const sendCode = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  details: readonly string[] = [],
): FastifyReply => sendRefusal(request, reply, refusal(code, details));

/** Refused for coming too often; `seconds` until it may come again. */
export const sendTooMany = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_GUESSES',
  seconds: number,
): FastifyReply => sendRefusal(request, reply, refusal(code, [`retry-after: ${seconds}`]), seconds);

/** Answers every protected route may give beside its own. */
export const problems = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  413: Problem,
  422: Problem,
  429: Problem,
  500: Problem,
  503: Problem,
  504: Problem,
} as const;
