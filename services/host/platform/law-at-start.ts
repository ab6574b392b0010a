// The law of the ledger against the law of this build, at every start: a new ledger gets it, one that has it must agree.
import { type FoldedLaw, nameOfItem } from '../../../law/fold-law.ts';
import { LawFault } from '../../../law/law-fault.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { LawItem } from '../../../schemas/law.ts';
import { LedgerFault } from '../../bus/ledger/ledger-fault.ts';
import type { LawReader } from '../../bus/registrar/law-reader.ts';
import { type Differing, differingFrom, lackingIn, publishLaw } from '../../bus/registrar/publish-law.ts';
import type { Registrar } from '../../bus/registrar/registrar.ts';

export type LawAtStart = {
  /** Items of this build that the ledger lacks, by name: an operator publishes them. */
  readonly unpublished: readonly string[];
};

const unknown = ({ details }: LawFault): LedgerFault =>
  new LedgerFault(
    'LAW_UNREADABLE',
    `账本中有本版本读不懂的法律：${details.join(';')}；请改用公布它的版本或者更新的版本`,
    `the ledger has law this version cannot read: ${details.join('; ')}; use the version that published it, or a newer one`,
  );

const differs = (all: readonly Differing[]): LedgerFault => {
  const [first] = all as [Differing];
  const others = all.length > 1 ? [`，另有 ${all.length - 1} 项`, `, and ${all.length - 1} more`] : ['', ''];
  return new LedgerFault(
    'LAW_DIFFERS',
    `${first.item} 已公布的内容（${first.published}）与本版本中的（${first.built}）不同${others[0]}；已公布的不能改，请恢复原文，把改动写成更高的版本号，再执行 xianjie law publish --operator op-1`,
    `${first.item} reads otherwise in this version (${first.built}) than it was published (${first.published})${others[1]}: what is published never changes; restore it, make the change a later version, then run xianjie law publish --operator op-1`,
  );
};

/** @throws LedgerFault LAW_UNREADABLE */
export const readLaw = async (laws: LawReader): Promise<FoldedLaw> => {
  try {
    return await laws.refresh();
  } catch (error) {
    const { cause } = error as Error;
    throw cause instanceof LawFault ? unknown(cause) : error;
  }
};

/**
 * Publishes the build's law into a ledger that has none, at the instant it began; otherwise only compares. The law was read.
 * @throws LedgerFault LAW_DIFFERS
 */
export const lawAtStart = async (deps: {
  readonly laws: LawReader;
  readonly registrar: Pick<Registrar, 'submitLaw'>;
  readonly build: readonly LawItem[];
  readonly occurredAt: Instant;
}): Promise<LawAtStart> => {
  const { laws, build } = deps;
  if (laws.current().at === 0) {
    const published = await publishLaw(deps);
    if (!published.ok) throw new Error(`${published.refusal.code}: ${published.refusal.details.join('; ')}`);
  }
  const folded = laws.current();
  const differing = differingFrom(folded, build);
  if (differing.length > 0) throw differs(differing);
  return { unpublished: lackingIn(folded, build).map(nameOfItem) };
};
