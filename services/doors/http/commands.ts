// POST /v1/commands: a signed command as on the bus, or one the gateway conceals and signs for the officer who asks.
import * as z from 'zod';
import { bandRules } from '../../../case/register/band-rules.ts';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { rulesOf } from '../../../schemas/band-rule.ts';
import { commandKey, SignedCommand } from '../../../schemas/command.ts';
import { type Answer, Receipt } from '../../../schemas/entry.ts';
import { ContractError } from '../../../schemas/errors.ts';
import { regionOf, regionOfCase } from '../../../schemas/ids.ts';
import { inBeijing } from '../../../schemas/instant.ts';
import { withBands } from '../../proof/amount-bands.ts';
import { openedCaseId } from '../../proof/case-id.ts';
import { saltSecretOf } from '../../proof/conceal-fields.ts';
import { signCommand } from '../../proof/sign-command.ts';
import { mismatch, parseBounded, requireKnown, signedCommandOf } from '../front-door.ts';
import type { Officer } from './caller.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendRefusal } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';

const ROUTE = '/v1/commands';

const askedCommandOf = (value: unknown): AskedCommand => {
  const parsed = AskedCommand.safeParse(value);
  if (parsed.success) return parsed.data;
  throw mismatch(parsed.error);
};

const isSigned = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('signature' in value || 'disclosures' in value);

/** Signs what an officer asks for. Asking again gives the same bytes, so the gateway's retries are the officer's. */
const gatewaySigner = (ports: HttpPorts) => {
  const { gatewayKey, registrar, commandAt, clock } = ports;
  const keys = { signing: gatewayKey, saltSecret: saltSecretOf(gatewayKey) };
  /** Whoever asks types the amount; its band is made as any client makes it, by the standard of the day it happened. */
  const sign = (asked: AskedCommand, officer: Officer): SignedCommand => {
    const region = asked.case === undefined ? regionOf(officer.department) : regionOfCase(asked.case);
    const now = clock.now();
    const at = inBeijing(asked.occurredAt ?? now);
    const rules = bandRules(registrar.register(), registrar.law().law, region, at);
    return signCommand(withBands(asked, rulesOf(rules, officer)), officer, keys, now);
  };
  return async (asked: AskedCommand, officer: Officer): Promise<SignedCommand> => {
    const signed = sign(asked, officer);
    if (asked.occurredAt !== undefined) return signed;
    // Sent before without saying when: it happened when it was first taken.
    const caseId = asked.case ?? openedCaseId(signed.command);
    const head = await registrar.caseHead(caseId);
    const taken = head?.taken.get(commandKey(signed.command));
    const first = taken === undefined ? null : await commandAt(taken);
    return first ? sign({ ...asked, occurredAt: first.occurredAt }, officer) : signed;
  };
};

export const commandRoutes = (app: HttpServer, ports: HttpPorts): void => {
  const { registrar, dead, clock, log } = ports;
  const signFor = gatewaySigner(ports);

  const answerTo = async (bytes: Buffer, officer: Officer): Promise<Answer> => {
    const { department } = officer;
    const value = parseBounded(bytes);
    if (isSigned(value)) return requireKnown(await registrar.submit(signedCommandOf(bytes), { department }));
    const signed = await signFor(askedCommandOf(value), officer);
    const { token, method } = officer;
    const origin = { department, officer: officer.officer, token, method, at: clock.now() };
    return requireKnown(await registrar.submit(signed, origin));
  };

  app.register(async (scope) => {
    // The bytes as they came: what cannot be taken is kept as it was.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);
    scope.route({
      method: 'POST',
      url: ROUTE,
      config: { audience: 'officer' },
      validatorCompiler: () => (value) => ({ value }),
      schema: {
        summary: '提交命令 / submit a command',
        description:
          '已签名的命令，或由网关代为遮蔽并签名的命令。同一 commandId 重发安全。A signed command, or one the gateway conceals and signs. Sending the same commandId again is safe.',
        security: [{ bearer: [] }],
        body: z.union([SignedCommand, AskedCommand]),
        response: { 200: Receipt, ...problems },
      },
      handler: async (request, reply) => {
        const officer = officerOf(request);
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        try {
          const answer = await answerTo(bytes, officer);
          return answer.ok ? reply.send(answer) : sendRefusal(request, reply, answer);
        } catch (error) {
          if (error instanceof ContractError) {
            await dead.keep(`POST ${ROUTE}`, bytes, error, officer.department).catch((cause: unknown) => {
              log.error({ requestId: request.id, size: bytes.length, err: cause }, 'dead letter not kept');
            });
          }
          throw error;
        }
      },
    });
  });
};
