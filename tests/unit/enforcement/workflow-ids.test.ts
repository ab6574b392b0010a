// Ids of workflows fit every store that Temporal may have: the narrowest takes 255 characters, and one that is longer is tried for ever.
import { expect, it } from 'vitest';
import { BODIES, departmentId } from '../../../schemas/ids.ts';
import { docketId, handOffId } from '../../../services/bus/enforcement/workflow-ids.ts';

const LONGEST = 255;

it('the longest ids that can be made are far from too long', () => {
  const [body] = (Object.keys(BODIES) as (keyof typeof BODIES)[]).toSorted((a, b) => b.length - a.length);
  if (!body) throw new Error('no bodies');
  const ids = [
    docketId(departmentId('653023001', body), '2199-12-31'),
    handOffId({
      case: `653023001-${'a'.repeat(16)}`,
      proceeding: `p${Number.MAX_SAFE_INTEGER}`,
      hop: Number.MAX_SAFE_INTEGER,
    }),
  ];
  for (const id of ids) expect(id.length).toBeLessThan(LONGEST / 2);
});
