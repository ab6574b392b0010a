// Names that a literal does not have do not compile. Each line below that carries the wrong name is expected to be an error of
// the types; where the types were told to be quiet, the law is not put together all the same.
import { describe, expect, it } from 'vitest';
import { defineProcedure } from '../../../law/define-procedure.ts';
import { lawData } from '../../../law/law.ts';
import { soundnessFaults } from '../../../law/soundness.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { modelLimits } from '../../fixtures/procedures/limits.ts';

const ROLES = {
  organ: { title: ['单位', 'organ'], cast: 'actor', keepsFormer: ['原单位', 'former organ'] },
} as const;
const NAMES = {
  procedure: 'sample',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['样例', 'Sample'],
  basis: [{ act: 'AGREED' }],
} as const;
const OVER = { title: ['结束', 'Over'], terminal: true } as const;
const FIELDS = { grave: { kind: 'flag', title: ['严重', 'grave'] } } as const;

const faultsOf = (procedure: Procedure): string[] =>
  soundnessFaults({
    ...lawData,
    procedures: [...lawData.procedures, procedure],
    timeLimits: [...lawData.timeLimits, ...modelLimits],
  });

describe('a literal', () => {
  it('with its own names compiles and is sound', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      fields: FIELDS,
      commands: {
        begin: {
          event: 'sample-begun',
          title: ['开始', 'Begin'],
          by: 'organ',
          takes: ['grave'],
          handsTo: 'organ',
        },
        end: {
          event: 'sample-ended',
          title: ['结束', 'End'],
          by: ['organ', 'former-organ'],
          needs: ['reasonCode'],
        },
      },
      opensOn: { begin: 'open' },
      states: { open: { title: ['进行', 'Open'], on: { end: 'over' } }, over: OVER },
      clocks: {
        'model-second-duty': { startsOn: ['begin', 'open'], stopsOn: 'end', obliges: 'organ', when: 'grave' },
      },
    });
    expect(faultsOf(procedure)).toEqual([]);
  });

  it('with an unknown role does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      commands: {
        // @ts-expect-error no role is called pilot
        begin: { event: 'sample-begun', title: ['开始', 'Begin'], by: 'pilot' },
      },
      opensOn: { begin: 'over' },
      states: { over: OVER },
      clocks: {},
    });
    expect(faultsOf(procedure)).toContain('sample@1: command begin names unknown role pilot');
  });

  it('leading to an unknown state does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      commands: {
        begin: { event: 'sample-begun', title: ['开始', 'Begin'], by: 'organ' },
        end: { event: 'sample-ended', title: ['结束', 'End'], by: 'organ' },
      },
      opensOn: { begin: 'open' },
      states: {
        // @ts-expect-error no state is called gone
        open: { title: ['进行', 'Open'], on: { end: 'gone' } },
        over: OVER,
      },
      clocks: {},
    });
    expect(faultsOf(procedure)).toContain('sample@1: end leads from open to unknown state gone');
  });

  it('opening in an unknown state does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      commands: { begin: { event: 'sample-begun', title: ['开始', 'Begin'], by: 'organ' } },
      // @ts-expect-error no state is called gone
      opensOn: { begin: 'gone' },
      states: { over: OVER },
      clocks: {},
    });
    expect(faultsOf(procedure)).toContain('sample@1: opens in unknown state gone');
  });

  it('offering an unknown command does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      commands: { begin: { event: 'sample-begun', title: ['开始', 'Begin'], by: 'organ' } },
      opensOn: { begin: 'open' },
      states: {
        // @ts-expect-error no command is called fly
        open: { title: ['进行', 'Open'], on: { fly: 'over' } },
        over: OVER,
      },
      clocks: {},
    });
    expect(faultsOf(procedure)).toContain('sample@1: state open offers unknown command fly');
  });

  it('taking an unknown field does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      fields: FIELDS,
      commands: {
        begin: {
          event: 'sample-begun',
          title: ['开始', 'Begin'],
          by: 'organ',
          // @ts-expect-error no field is called colour
          takes: ['colour'],
        },
      },
      opensOn: { begin: 'over' },
      states: { over: OVER },
      clocks: {},
    });
    expect(faultsOf(procedure)).toContain('sample@1: command begin names unknown field colour');
  });

  it('with a clock that starts on what never happens does not', () => {
    const procedure = defineProcedure({
      ...NAMES,
      roles: ROLES,
      commands: {
        begin: { event: 'sample-begun', title: ['开始', 'Begin'], by: 'organ' },
        end: { event: 'sample-ended', title: ['结束', 'End'], by: 'organ' },
      },
      opensOn: { begin: 'open' },
      states: { open: { title: ['进行', 'Open'], on: { end: 'over' } }, over: OVER },
      clocks: {
        'model-second-duty': {
          // @ts-expect-error neither a command nor a state is called fly
          startsOn: 'fly',
          stopsOn: 'end',
          obliges: 'organ',
        },
      },
    });
    expect(faultsOf(procedure)).toContain('sample@1: clock model-second-duty starts on unknown fly');
  });
});
