// What the validator of Azure's traffic found, in one line: exchanges, operations covered, unmatched requests, errors.
// Arguments: its report, the folder of exchanges, the folder of the specification. Fails on anything that is not allowed for below.
// The validator passes over requests of no operation without a word, so these are counted here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [reportFile, trafficFolder, specificationFolder] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

// Beyond the specification, but what the service itself sends: the recorded answer that shows it stands beside each.
const shown = [
  ['response', /^Datastores_(Get|List)$/, /required property: secrets/, '074-datastore-get: credentials without secrets'],
  ['response', /^Quotas_List$/, /not allowed: location$/, '090-quotas-list-200-2024-04-01: quotas with a location'],
  ['response', /^VirtualMachineSizes_List$/, /not allowed: (generation|supportsIB)$/, '092-vmsizes-list-200-2024-04-01'],
  ['response', /^Workspaces_Get$/, /not allowed: \w+$/, '094-workspaces-list-200-2024-04-01: a workspace with twelve members more'],
];

// The service takes any JSON in the properties of a job's resources where the specification has objects only, and the reference client
// sends what the author wrote; files of the corpus write numbers.
const written = [[/^(request|response)$/, /^Jobs_(CreateOrUpdate|Get|List)$/, /Expected type object but found type integer/]];

// What must have been asked, or the scenario has lost something.
const wanted = [
  'Jobs_CreateOrUpdate', 'Jobs_Get', 'Jobs_List', 'Jobs_Cancel', 'CodeVersions_CreateOrUpdate', 'CodeVersions_List',
  'CodeVersions_CreateOrGetStartPendingUpload', 'EnvironmentVersions_CreateOrUpdate', 'ComponentVersions_CreateOrUpdate',
  'DataVersions_CreateOrUpdate', 'ModelVersions_CreateOrUpdate', 'Datastores_Get', 'Datastores_ListSecrets', 'Workspaces_Get',
  'Usages_List', 'Quotas_List', 'Quotas_Update', 'VirtualMachineSizes_List', 'Compute_List',
  'Schedules_CreateOrUpdate',
];

const operations = ['mfe.json', 'machineLearningServices.json']
  .flatMap((file) => Object.entries(read(join(specificationFolder, file)).paths))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'),
    id: operation.operationId,
  })));

const covered = new Set();
const unmatched = [];
const files = readdirSync(trafficFolder);
for (const file of files) {
  const { method, url } = read(join(trafficFolder, file)).liveRequest;
  const operation = operations.find((one) => one.method === method && one.pattern.test(new URL(url).pathname));
  if (operation) covered.add(operation.id); else unmatched.push(`${method} ${url}`);
}

const report = read(reportFile);
const isShown = (error) => shown.some(([source, operation, message]) =>
  error.issueSource === source && operation.test(error.operationId) && message.test(error.errorMessage));
const isWritten = (error) => written.some(([source, operation, message]) =>
  source.test(error.issueSource) && operation.test(error.operationId) && message.test(error.errorMessage));
const errors = report.errors.filter((error) => !isShown(error) && !isWritten(error));
const missing = wanted.filter((id) => !covered.has(id));

for (const error of errors) console.log(`error: ${error.operationId} ${error.issueSource}: ${error.errorCode} ${error.errorMessage}`);
for (const request of unmatched) console.log(`unmatched: ${request}`);
for (const id of missing) console.log(`never asked: ${id}`);
if (report.coveredOperations !== covered.size) console.log(`the validator saw ${report.coveredOperations} operations of ${covered.size}`);

const allowed = report.errors.length - errors.length;
console.log(`${files.length} exchanges, ${covered.size} operations, ${unmatched.length} unmatched, ${errors.length} errors (${allowed} more allowed for)`);
const holds = files.length > 0 && errors.length === 0 && unmatched.length === 0 && missing.length === 0 && report.coveredOperations === covered.size;
process.exit(holds ? 0 : 1);
