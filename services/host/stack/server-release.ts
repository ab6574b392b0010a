// Which releases of the two servers this product is tested with, and where each may be had.

/** The two servers the stack runs as children. */
export type ServerName = 'nats-server' | 'temporal';

/** One pinned release: where its archive and checksums lie, how Go builds it, how long that takes. */
export type ServerRelease = {
  readonly version: string;
  /** Older ones found on the machine are not taken (nats-server: fixes after Jepsen 2.12.1). */
  readonly atLeast: readonly [major: number, minor: number];
  readonly environment: string;
  readonly checksums: string;
  readonly archive: (platform: string, arch: string) => string;
  readonly goPackage: string;
  readonly goLinkerFlags: string;
  readonly buildUsually: { readonly zh: string; readonly en: string };
};

/** Root of the official releases; an intranet mirror may stand in for it. */
export const officialReleases = 'https://github.com';

const natsVersion = '2.15.2';
const temporalVersion = '1.5.1';

export const serverReleases: Readonly<Record<ServerName, ServerRelease>> = {
  'nats-server': {
    version: natsVersion,
    atLeast: [2, 12],
    environment: 'XIANJIE_NATS_SERVER',
    checksums: `nats-io/nats-server/releases/download/v${natsVersion}/SHA256SUMS`,
    archive: (platform, arch) =>
      `nats-io/nats-server/releases/download/v${natsVersion}/nats-server-v${natsVersion}-${platform}-${arch}.tar.gz`,
    goPackage: `github.com/nats-io/nats-server/v2@v${natsVersion}`,
    goLinkerFlags: '-s -w',
    buildUsually: { zh: '约 40 秒至 2 分钟', en: '40 s to 2 min' },
  },
  temporal: {
    version: temporalVersion,
    atLeast: [1, 20],
    environment: 'XIANJIE_TEMPORAL',
    checksums: `temporalio/cli/releases/download/v${temporalVersion}/checksums.txt`,
    archive: (platform, arch) =>
      `temporalio/cli/releases/download/v${temporalVersion}/temporal_cli_${temporalVersion}_${platform}_${arch}.tar.gz`,
    goPackage: `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`,
    // A plain `go install` calls itself 0.0.0-DEV.
    goLinkerFlags: `-s -w -X github.com/temporalio/cli/temporalcli.Version=${temporalVersion}`,
    buildUsually: { zh: '约 3 至 6 分钟', en: '3 to 6 min' },
  },
};
