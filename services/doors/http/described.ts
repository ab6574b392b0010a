// Names of shapes in the OpenAPI description: each is written once there and referred to everywhere else.
import * as z from 'zod';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import {
  CaseCommand,
  Disclosure,
  OpenBody,
  PartyBody,
  Signature,
  SignedCommand,
} from '../../../schemas/command.ts';
import { Head, Notice, Receipt } from '../../../schemas/entry.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { RegisterChange } from '../../../schemas/register.ts';
import { CalendarRecord, LegalBasis, Span } from '../../../schemas/time-limit.ts';
import { CaseAnswer, ClockAnswer } from './case-answer.ts';
import { CommandList } from './command-list.ts';
import { DueAnswer } from './due.ts';
import { ClockExplanation } from './explain-clocks.ts';
import { InboxAnswer } from './inbox-answer.ts';
import { LawAnswer } from './law.ts';
import { Problem } from './problem.ts';
import { TimelineAnswer } from './timeline-answer.ts';

const NAMED = {
  AskedCommand,
  CalendarRecord,
  CaseAnswer,
  CaseCommand,
  CaseEvent,
  CommandList,
  ClockAnswer,
  ClockExplanation,
  Disclosure,
  DueAnswer,
  Head,
  InboxAnswer,
  LawAnswer,
  LegalBasis,
  Notice,
  OpenBody,
  PartyBody,
  Problem,
  Receipt,
  RegisterChange,
  Signature,
  SignedCommand,
  Span,
  TimelineAnswer,
} as const;

export const describedSchemas = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) describedSchemas.add(schema, { id });

/** What a shape says of itself (`describe`, `meta`), which the generator asks of the names above alone. */
export const withWords = {
  override({
    zodSchema,
    jsonSchema,
  }: {
    zodSchema: z.core.$ZodType;
    jsonSchema: z.core.JSONSchema.BaseSchema;
  }) {
    const { title, description, examples } = z.globalRegistry.get(zodSchema) ?? {};
    for (const [name, said] of Object.entries({ title, description, examples }))
      if (said !== undefined) jsonSchema[name] ??= said;
  },
};
