// The one place that makes an ApplicationFailure. What the rules refuse is a result and never comes here.
import { ApplicationFailure } from '@temporalio/common';
import { ContractError, ERRORS, InfrastructureError } from '../schemas/errors.ts';

/** An error of a port as Temporal retries it: its code as type, retryable as the registry of errors says. */
const failureOf = (error: unknown): unknown => {
  if (!(error instanceof InfrastructureError) && !(error instanceof ContractError)) return error;
  return ApplicationFailure.create({
    type: error.code,
    message: error.message,
    nonRetryable: !ERRORS[error.code].retryable,
    cause: error,
  });
};

/** The same activity with its errors made into failures. */
export const withFailures =
  <A extends unknown[], R>(activity: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await activity(...args);
    } catch (error) {
      throw failureOf(error);
    }
  };
