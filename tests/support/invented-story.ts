// The invented case through the rules alone, as a rehearsal plays it: what one step orders in a closed proceeding is taken after it.
import { inventedCase } from '../../services/rehearsal/invented-case.ts';
import { inventedCommand } from '../../services/rehearsal/invented-step.ts';
import { caseDriver, registerWith } from './case-driver.ts';

/** Up to that step, or all of it. */
export const playInvented = (upTo = inventedCase.steps.length) => {
  const driver = caseDriver(
    registerWith(
      inventedCase.departments.map(({ department }) => department),
      [],
      { simulated: true },
    ),
  );
  const refused: unknown[] = [];
  for (const step of inventedCase.steps.slice(0, upTo)) {
    const { procedure, proceeding, command, body } = inventedCommand(inventedCase, step, driver.maybe?.id);
    const decision = driver.tell({
      as: `${step.actor}/${step.officer}`,
      at: step.at,
      command,
      body,
      with: Object.keys(step.party ?? {}),
      ...(procedure === undefined ? {} : { procedure }),
      ...(proceeding === undefined ? {} : { proceeding }),
    });
    if (!decision.ok) refused.push([step.step, step.command, decision.code, decision.details]);
    for (const { followUp } of [...driver.state.followUps])
      driver.must({ as: 'relay', at: step.at, command: 'take-follow-up', body: { followUp } });
  }
  return { driver, refused };
};
