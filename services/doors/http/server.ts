// The bare HTTP server: who may call, how a body is read, how errors are answered, what is logged, which headers go out.
import { randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { LARGEST_BODY } from '../../../schemas/command.ts';
import { ContractError, InfrastructureError } from '../../../schemas/errors.ts';
import { issueDetails } from '../../../schemas/issues.ts';
import { placeOf } from '../../log.ts';
import { parseBounded } from '../front-door.ts';
import { bearerOf, type Caller, callerOf, type Officer } from './caller.ts';
import { describedSchemas, withWords } from './described.ts';
import { countGuesses } from './guesses.ts';
import { type Audience, mayCall } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { sendCode, sendTooMany } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; one that names nobody is closed. */
    audience?: Audience;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Answers of the server; JSON only. */
export type HttpServer = ReturnType<typeof bareServer>;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A body beyond what is parsed is still read so far, so that it can be kept as a dead letter. */
const READ_AT_MOST = 4 * LARGEST_BODY;

/** Bytes a request will bring as far as it says, and otherwise all that is read. */
const bodySize = ({ headers }: FastifyRequest): number => {
  const said = headers['content-length'];
  if (said === undefined) return headers['transfer-encoding'] === undefined ? 0 : READ_AT_MOST;
  return Math.min(Number(said), READ_AT_MOST);
};

/** The officer behind a request of a route that only officers may call. */
export const officerOf = (request: FastifyRequest): Officer => {
  if (request.caller?.kind !== 'officer') throw new Error('a route for officers was called by another');
  return request.caller;
};

const refuseErrors = (app: FastifyInstance, ports: HttpPorts): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof ContractError) return sendCode(request, reply, error.code, error.details);
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = error.validation.map(({ keyword, instancePath, params }) => ({
        code: keyword,
        path: instancePath.split('/').filter((part) => part !== ''),
        keys: (params as { keys?: string[] }).keys ?? [],
      }));
      return sendCode(request, reply, 'SCHEMA_MISMATCH', issueDetails(issues));
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendCode(request, reply, 'TOO_LARGE');
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendCode(request, reply, 'NOT_JSON', ['content-type: application/json']);
    }
    const code = error instanceof InfrastructureError ? error.code : 'INTERNAL_ERROR';
    ports.log.error(
      { requestId: request.id, route: request.routeOptions.url, code, at: placeOf(error) },
      'request failed',
    );
    return sendCode(request, reply, code);
  });
  app.setNotFoundHandler(async (request, reply) => sendCode(request, reply, 'ROUTE_NOT_FOUND'));
};

/** Hooks and parsers; routes are added by the families beside this file. */
export const bareServer = (ports: HttpPorts) => {
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: READ_AT_MOST,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read leads nowhere; the answer names the code and not the address.
    frameworkErrors: (_, request, reply) => {
      reply.headers(HEADERS);
      sendCode(request as unknown as FastifyRequest, reply as unknown as FastifyReply, 'ROUTE_NOT_FOUND');
    },
    // A failed upgrade or a line that is not HTTP gets no words from us.
    clientErrorHandler: (_, socket) => void socket.destroy(),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  refuseErrors(app as unknown as FastifyInstance, ports);

  const guesses = countGuesses(() => performance.now() / 1_000);
  /** A department has so much at the doors at once; more is told when to come again, before its body is read. */
  const takeTurn = async (request: FastifyRequest, reply: FastifyReply, caller: Caller) => {
    if (caller.kind !== 'officer') return;
    const seat = ports.admission.enter(caller.department, bodySize(request));
    if ('retryAfter' in seat) return sendTooMany(request, reply, 'TOO_MANY_REQUESTS', seat.retryAfter);
    // Answered or broken off.
    reply.raw.once('close', seat.leave);
    await seat.turn;
  };

  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (request.is404) return;
    const { audience } = request.routeOptions.config;
    if (audience === 'anyone') return;
    const { clock, wallClock, registrar, operatorToken } = ports;
    const { authorization } = request.headers;
    const token = bearerOf(authorization) ?? '';
    const wait = guesses.waitFor(request.ip, token);
    if (wait > 0) return sendTooMany(request, reply, 'TOO_MANY_GUESSES', wait);
    const wall = new Date(wallClock.now());
    const caller = await callerOf(authorization, registrar.register(), operatorToken, clock.now(), wall);
    if (caller.kind === 'nobody') {
      if (token !== '') guesses.noteWrong(request.ip, token);
      return sendCode(request, reply, 'NOT_AUTHENTICATED', caller.faults);
    }
    guesses.noteRight(token);
    if (audience === undefined || !mayCall(audience, caller))
      return sendCode(request, reply, 'NOT_PERMITTED');
    request.caller = caller;
    return takeTurn(request, reply, caller);
  });
  app.addHook('onResponse', async (request, reply) => {
    ports.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        requestId: request.id,
      },
      'request',
    );
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_: FastifyRequest, body: Buffer) => (body.length === 0 ? undefined : parseBounded(body)),
  );
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '衔接 Xianjie',
        version: '1',
        description:
          '部门间案件衔接总线的 HTTP 接口。The HTTP front door of the case bus. `Authorization: Bearer` 后接经办人令牌，或部门签名密钥签发的 JWT(EdDSA，kid 密钥编号，iss 部门，sub 经办人，aud xianjie，iat 与 exp 均必填，exp − iat 不超过 120 秒，iat 不早于该人员本次任职；与平台时钟相差 5 秒以内均可)。After `Authorization: Bearer` an officer’s token, or a JWT by a signing key of the department (EdDSA, kid the key’s id, iss the department, sub the officer, aud xianjie; iat and exp both required, exp − iat at most 120 s, iat not before the officer’s present appointment; clocks may differ by 5 s either way). 401 的 details 指明令牌何处不对，涉及时间的附平台时间 now。A 401 names in its details what is wrong with the token, and for a fault of time the time here (now). 429: TOO_MANY_REQUESTS 本部门一时过多，TOO_MANY_GUESSES 此地址无效令牌过多，均按 Retry-After 再试。429: the department sends too much at once, or the address shows too many tokens that are none: try again after Retry-After.',
      },
      servers: [
        {
          url: '{httpUrl}',
          description: '凭据文件中的 httpUrl / httpUrl of the credentials',
          variables: { httpUrl: { default: 'http://127.0.0.1:8787' } },
        },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description:
              '经办人令牌或 JWT；JWT 的 iat、exp 均必填，exp − iat 不超过 120 秒，时钟容差 5 秒 / an officer’s token or a JWT; its iat and exp are both required, exp − iat at most 120 s, with 5 s of tolerance between clocks',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: describedSchemas, zodToJsonConfig: withWords }),
    transformObject: createJsonSchemaTransformObject({
      schemaRegistry: describedSchemas,
      zodToJsonConfig: withWords,
    }),
  });
  return app;
};
