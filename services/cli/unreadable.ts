// Files of an outbox that cannot be read: said aloud wherever the outbox is opened, with what to do.
import { outboxFolderIn, type Unreadable } from '../client/outbox-folder.ts';

/** Says so on stderr. `folder` is the client's. */
export const sayUnreadable =
  (folder: string) =>
  ({ name, commandId }: Pick<Unreadable, 'name' | 'commandId'>): void => {
    process.stderr.write(
      `发件箱中的 ${name} 读不出来，已移到 ${outboxFolderIn(folder)}/unreadable；如尚未受理，请用原编号 ${commandId} 重新提交，办妥后删除该文件\n` +
        `${name} of the outbox cannot be read and was set aside: if it was not taken, submit it again under the id ${commandId}, then remove the file\n`,
    );
  };
