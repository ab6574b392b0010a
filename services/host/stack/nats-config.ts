// The text of the NATS configuration: departments and services in two accounts that meet only in service imports.
// Pure. Why two: NATS checks the subject of a message, never its reply subject; a request that crosses an import
// gets a reply made by the server, so no subject a department chose is ever published with a service's rights.
import { LARGEST_BODY } from '../../../schemas/command.ts';
import {
  DepartmentConnection,
  departmentApiPrefix,
  departmentPermissions,
} from './department-permissions.ts';
import type { ServicePermissions } from './service-permissions.ts';
import { StackError } from './stack-error.ts';

/** A user of account BUS. */
export type ServiceUser = {
  readonly name: string;
  readonly publicKey: string;
  readonly permissions: ServicePermissions;
};

export type NatsConfigInput = {
  readonly port: number;
  readonly storeDir: string;
  /** Bytes all streams together may take; well below the disk, for a full disk freezes streams until a restart. */
  readonly maxFileStore: number;
  readonly services: readonly ServiceUser[];
  readonly departments: readonly DepartmentConnection[];
  /** Public key of the one user of the system account, which asks for reloads and health. */
  readonly systemKey: string;
  readonly host?: string;
  readonly serverName?: string;
};

/** Largest message among our own services, bytes; a department's is smaller. */
export const maxPayload = 1_048_576;

/** Bytes the server holds for one connection before it cuts it off. */
const maxPending = 268_435_456;

const quoted = (text: string): string => JSON.stringify(text);
const list = (subjects: readonly string[]): string => `[${subjects.map(quoted).join(', ')}]`;

function serviceUser({ name, publicKey, permissions }: ServiceUser): string {
  const { denyPublish, denySubscribe } = permissions;
  const closed = [
    denyPublish.length > 0 ? `publish: { deny: ${list(denyPublish)} }` : '',
    denySubscribe.length > 0 ? `subscribe: { deny: ${list(denySubscribe)} }` : '',
  ].filter(Boolean);
  const rules = closed.length > 0 ? `, permissions: { ${closed.join(', ')} }` : '';
  return `      { nkey: ${quoted(publicKey)}${rules} } # ${name}`;
}

function departmentUser(department: DepartmentConnection): string {
  const { publish, subscribe } = departmentPermissions(department);
  return `      { nkey: ${quoted(department.connectKey)}, permissions: { publish: { allow: ${list(publish)} }, subscribe: { allow: ${list(subscribe)} } } }`;
}

/** Everything is quoted, and every value from outside is checked here: nothing can add a line of its own. */
function refuseInvalid({ services, departments, systemKey }: NatsConfigInput): void {
  const keys = new Set([systemKey, ...services.map((service) => service.publicKey)]);
  if (keys.size !== services.length + 1) {
    throw new StackError(
      'CONFIG_REFUSED',
      '两个服务使用了同一把连接密钥，请为每个服务单独生成密钥',
      'two services share one connection key: give each its own',
    );
  }
  const departmentsSeen = new Set<string>();
  for (const department of departments) {
    const id = `${department.region}/${department.body}`;
    const checked = DepartmentConnection.safeParse(department);
    const repeated = departmentsSeen.has(id) || keys.has(department.connectKey);
    if (!checked.success || repeated) {
      throw new StackError(
        'DEPARTMENT_INVALID',
        `部门 ${id} 的连接信息无效，或与其他部门、服务的编号或连接密钥重复，请更正`,
        `the connection of department ${id} is invalid, or its id or connect key is used twice: correct it`,
        { cause: checked.error },
      );
    }
    departmentsSeen.add(id);
    keys.add(department.connectKey);
  }
}

/**
 * What crosses from departments to services: subject inside BUS, how many answers, and its name outside. Consumers stand open by
 * verb: which of them a department may name, its own permissions say one by one.
 */
const crossings: readonly { subject: string; answers: 'singleton' | 'stream'; outside?: string }[] = [
  { subject: 'command.*.*', answers: 'singleton' },
  { subject: 'clue.>', answers: 'singleton' },
  ...(['CONSUMER.INFO', 'CONSUMER.MSG.NEXT'] as const).map((verb) => ({
    subject: `$JS.API.${verb}.*.*`,
    answers: verb === 'CONSUMER.MSG.NEXT' ? ('stream' as const) : ('singleton' as const),
    outside: `${departmentApiPrefix}.${verb}.*.*`,
  })),
  { subject: '$JS.ACK.*.*.>', answers: 'singleton' },
];

/**
 * The configuration file of one embedded nats-server.
 * @throws StackError CONFIG_REFUSED, DEPARTMENT_INVALID
 */
export function natsConfig(input: NatsConfigInput): string {
  refuseInvalid(input);
  const exports = crossings.map(
    ({ subject, answers }) =>
      `      { service: ${quoted(subject)}, response_type: ${answers}, accounts: [DEPARTMENTS] }`,
  );
  const imports = crossings.map(
    ({ subject, outside }) =>
      `      { service: { account: BUS, subject: ${quoted(subject)} }${outside ? `, to: ${quoted(outside)}` : ''} }`,
  );
  return `# Written by Xianjie at every start and every change of departments; changes by hand are lost.
server_name: ${quoted(input.serverName ?? 'xianjie')}
host: ${quoted(input.host ?? '127.0.0.1')}
port: ${input.port}
max_payload: ${maxPayload}
# a busy machine may take long over a signature: two seconds, the default, would turn away who has the right key
authorization { timeout: 30 }
# what waits for one of our services to read it: several times the largest burst a front door refuses, or it is cut off
max_pending: ${maxPending}
jetstream {
  store_dir: ${quoted(input.storeDir)}
  # fsync before every acknowledgement: the default loses acknowledged messages to a power cut
  sync_interval: always
  max_file_store: ${input.maxFileStore}
}
# With the new form of acknowledgements a department's plain ack is refused, and its client does not notice.
feature_flags { js_ack_fc_v2: false }
system_account: SYS
accounts {
  SYS { users: [ { nkey: ${quoted(input.systemKey)} } ] }
  BUS {
    jetstream: enabled
    users: [
${input.services.map(serviceUser).join('\n')}
    ]
    exports: [
${exports.join('\n')}
    ]
  }
  DEPARTMENTS {
    # no more than the front door takes of a command, refused before it costs anybody anything
    limits { max_payload: ${LARGEST_BODY} }
    users: [
${input.departments.map(departmentUser).join('\n')}
    ]
    imports: [
${imports.join('\n')}
    ]
  }
}
`;
}
