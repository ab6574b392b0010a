// Sees what nats-server refuses: it answers a forbidden publish or subscribe with an error on the connection, nowhere else.
import { type NatsConnection, PermissionViolationError } from 'nats';

export type Refusals = {
  /** Does the forbidden thing and resolves to `true` once the server has refused exactly that. */
  refuses(operation: 'publish' | 'subscription', subject: string, attempt: () => void): Promise<boolean>;
};

const patience = 3_000;

/** Listens to a connection's status from now on. */
export function watchRefusals(connection: NatsConnection): Refusals {
  let listener: (error: PermissionViolationError) => void = () => {};
  void (async () => {
    for await (const status of connection.status()) {
      if (status.type === 'error' && status.error instanceof PermissionViolationError) listener(status.error);
    }
  })();
  return {
    refuses: (operation, subject, attempt) =>
      new Promise((resolve) => {
        const giveUp = setTimeout(() => resolve(false), patience);
        listener = (error) => {
          if (error.operation !== operation || error.subject !== subject) return;
          clearTimeout(giveUp);
          resolve(true);
        };
        attempt();
      }),
  };
}
