// What a start takes on trust of the literals of this build: each fits the model it is published by, and all can be played.
import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../law/fold-law.ts';
import { law, lawData, lawItems } from '../../../law/law.ts';
import { lawDataOf, writtenDataOf } from '../../../law/law-items.ts';
import { soundnessFaults } from '../../../law/soundness.ts';

describe('the law of this build', () => {
  it('fits the models it is published by: nothing is added, left out or read otherwise', () => {
    expect(writtenDataOf(lawData)).toStrictEqual(lawDataOf(lawItems));
  });

  it('can be played', () => {
    expect(soundnessFaults(lawData)).toEqual([]);
  });

  it('is what is made of it where everything is asked', () => {
    expect(law.procedures).toStrictEqual(lawOf(lawData).procedures);
    expect(law.timeLimits).toStrictEqual(lawOf(lawData).timeLimits);
  });
});
