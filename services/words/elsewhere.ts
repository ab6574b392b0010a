// What an entry has to do with another case, and whom it closes the case to: a line each, for who must act on it.
import type { CaseEvent } from '../../schemas/event.ts';

type Joining = Extract<CaseEvent, { kind: 'join' }>['type'];
const JOINS: Readonly<Record<Joining, (id: string) => string>> = {
  'case-joined': (id) => `并入案件 ${id}`,
  'case-parted': (id) => `与案件 ${id} 解除并案`,
  'join-refused': (id) => `未能并入案件 ${id}`,
};

/** Where a proceeding went or came from, which cases count together, whom a case is restricted from and who acts in its place. */
export const elsewhereLines = (
  events: readonly CaseEvent[],
  titleOfDepartment: (id: string) => string,
): string[] =>
  events.flatMap((event): string[] => {
    switch (event.kind) {
      case 'move':
        return [`程序 ${event.proceeding} 转入新案件 ${event.case}，期限照旧`];
      case 'arrival':
        return [`程序 ${event.proceeding} 由案件 ${event.from.case} 转入，期限照旧`];
      case 'join':
        return [JOINS[event.type](event.into)];
      case 'joined':
        return [`案件 ${event.case}`];
      case 'restriction': {
        const superior = event.passesTo ? `，其职责由${titleOfDepartment(event.passesTo)}承担` : '';
        const department = titleOfDepartment(event.department);
        return [
          event.type === 'case-restricted'
            ? `不让${department}知悉，不通知该部门${superior}`
            : `${department}恢复知悉${superior}`,
        ];
      }
      default:
        return [];
    }
  });
