import type { Problem } from '../model/problem.ts';
import deletedImage from './deleted-image.ts';
import duplicateKey from './duplicate-key.ts';
import duplicateName from './duplicate-name.ts';
import exclusiveKeys from './exclusive-keys.ts';
import exportEncryptedFast from './export-encrypted-fast.ts';
import exportFastRequired from './export-fast-required.ts';
import fullEcsExport from './full-ecs-export.ts';
import fullEcsReplicateInRegion from './full-ecs-replicate-in-region.ts';
import fullEcsShareSource from './full-ecs-share-source.ts';
import importFastFormat from './import-fast-format.ts';
import importFormat from './import-format.ts';
import importSize from './import-size.ts';
import invalidValue from './invalid-value.ts';
import missingKey from './missing-key.ts';
import parallelDependency from './parallel-dependency.ts';
import regionName from './region-name.ts';
import replicateSize from './replicate-size.ts';
import type { ConstraintRule, ManifestRule } from './rule.ts';
import shareEncrypted from './share-encrypted.ts';
import shareTenantLimit from './share-tenant-limit.ts';
import tagLimit from './tag-limit.ts';
import unknownKey from './unknown-key.ts';
import unknownReference from './unknown-reference.ts';
import yamlSyntax from './yaml-syntax.ts';

export const constraintRules: readonly ConstraintRule[] = [
  exportEncryptedFast,
  exportFastRequired,
  fullEcsExport,
  fullEcsReplicateInRegion,
  fullEcsShareSource,
  importFastFormat,
  importFormat,
  importSize,
  replicateSize,
  shareEncrypted,
  shareTenantLimit,
  tagLimit,
];

export const manifestRules: { readonly [R in Problem['rule']]: ManifestRule<R> } = {
  'deleted-image': deletedImage,
  'duplicate-key': duplicateKey,
  'duplicate-name': duplicateName,
  'exclusive-keys': exclusiveKeys,
  'invalid-value': invalidValue,
  'missing-key': missingKey,
  'parallel-dependency': parallelDependency,
  'region-name': regionName,
  'unknown-key': unknownKey,
  'unknown-reference': unknownReference,
  'yaml-syntax': yamlSyntax,
};

/** The ids of all rules, sorted. */
export const ruleIds: readonly string[] = [
  ...constraintRules.map(({ id }) => id),
  ...Object.keys(manifestRules),
].sort();
