// How long a follower's request for messages lives at the server, milliseconds. After a server came back it is also what a
// follower waits at most before it asks again, and the client's own default is half a minute.
export const PULL_MS = 5_000;
