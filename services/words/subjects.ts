// What everybody of a case may know of a subject, in words.

import { regionName } from '../../law/regions.ts';
import type { SubjectAttributes } from '../../schemas/command.ts';

const KINDS: Readonly<Record<NonNullable<SubjectAttributes['kind']>, string>> = {
  institution: '机构',
  person: '个人',
  network: '团伙',
  other: '其他',
};

/** `机构、公立机构、阿合奇县`; `未注明` where nothing is said. */
export const subjectText = ({
  kind,
  publicOfficial,
  publicInstitution,
  region,
  members,
}: SubjectAttributes): string => {
  const said = [
    kind === undefined ? [] : KINDS[kind],
    publicOfficial ? '公职人员' : [],
    publicInstitution ? '公立机构' : [],
    region === undefined ? [] : regionName(region),
    members === undefined ? [] : `成员 ${members.join('、')}`,
  ].flat();
  return said.length === 0 ? '未注明' : said.join('、');
};
