import type { Problem } from '../model/problem.ts';
import backupOneImage from './backup-one-image.ts';
import createBmsBootDisk from './create-bms-boot-disk.ts';
import createBmsImageType from './create-bms-image-type.ts';
import createBmsState from './create-bms-state.ts';
import createConcurrency from './create-concurrency.ts';
import createDataDiskCapacity from './create-data-disk-capacity.ts';
import createEcsState from './create-ecs-state.ts';
import createImageQuota from './create-image-quota.ts';
import createSystemDiskCapacity from './create-system-disk-capacity.ts';
import dataDiskOneAtATime from './data-disk-one-at-a-time.ts';
import deletePublished from './delete-published.ts';
import deletedImage from './deleted-image.ts';
import duplicateKey from './duplicate-key.ts';
import duplicateName from './duplicate-name.ts';
import encryptKeyChange from './encrypt-key-change.ts';
import encryptPublish from './encrypt-publish.ts';
import exclusiveKeys from './exclusive-keys.ts';
import exportBucketClass from './export-bucket-class.ts';
import exportBucketRegion from './export-bucket-region.ts';
import exportEncryptedFast from './export-encrypted-fast.ts';
import exportFastRequired from './export-fast-required.ts';
import exportFormat from './export-format.ts';
import exportOrigin from './export-origin.ts';
import exportSize from './export-size.ts';
import exportStatus from './export-status.ts';
import frozenServer from './frozen-server.ts';
import fullEcsExport from './full-ecs-export.ts';
import fullEcsPublish from './full-ecs-publish.ts';
import fullEcsReplicateInRegion from './full-ecs-replicate-in-region.ts';
import fullEcsShareSource from './full-ecs-share-source.ts';
import importDataDiskCapacity from './import-data-disk-capacity.ts';
import importDataDiskTooSmall from './import-data-disk-too-small.ts';
import importFastFormat from './import-fast-format.ts';
import importFormat from './import-format.ts';
import importSize from './import-size.ts';
import invalidValue from './invalid-value.ts';
import inventoryFile from './inventory-file.ts';
import isoEncrypt from './iso-encrypt.ts';
import isoExport from './iso-export.ts';
import isoReplicate from './iso-replicate.ts';
import isoWorkflow from './iso-workflow.ts';
import kunpengX86 from './kunpeng-x86.ts';
import missingKey from './missing-key.ts';
import os32BitMemory from './os-32bit-memory.ts';
import parallelDependency from './parallel-dependency.ts';
import regionName from './region-name.ts';
import replicateConcurrency from './replicate-concurrency.ts';
import replicateCrossRegionSequence from './replicate-cross-region-sequence.ts';
import replicateEncrypted from './replicate-encrypted.ts';
import replicateSize from './replicate-size.ts';
import replicateStatus from './replicate-status.ts';
import type { Constraint, ConstraintRule, GroupRule, ManifestRule, QuotaRule, RuleBase } from './rule.ts';
import serverBatch from './server-batch.ts';
import shareEncrypted from './share-encrypted.ts';
import sharePublished from './share-published.ts';
import shareRegion from './share-region.ts';
import shareStatus from './share-status.ts';
import shareTenantLimit from './share-tenant-limit.ts';
import sharedImageRegion from './shared-image-region.ts';
import tagLimit from './tag-limit.ts';
import unknownKey from './unknown-key.ts';
import unknownReference from './unknown-reference.ts';
import unusedSuppression from './unused-suppression.ts';
import yamlSyntax from './yaml-syntax.ts';

export const constraintRules: readonly ConstraintRule[] = [
  backupOneImage,
  createBmsBootDisk,
  createBmsImageType,
  createBmsState,
  createDataDiskCapacity,
  createEcsState,
  createSystemDiskCapacity,
  deletePublished,
  encryptKeyChange,
  encryptPublish,
  exportBucketClass,
  exportBucketRegion,
  exportEncryptedFast,
  exportFastRequired,
  exportFormat,
  exportOrigin,
  exportSize,
  exportStatus,
  frozenServer,
  fullEcsExport,
  fullEcsPublish,
  fullEcsReplicateInRegion,
  fullEcsShareSource,
  importDataDiskCapacity,
  importDataDiskTooSmall,
  importFastFormat,
  importFormat,
  importSize,
  isoEncrypt,
  isoExport,
  isoReplicate,
  isoWorkflow,
  kunpengX86,
  os32BitMemory,
  replicateEncrypted,
  replicateSize,
  replicateStatus,
  shareEncrypted,
  sharePublished,
  shareRegion,
  shareStatus,
  shareTenantLimit,
  sharedImageRegion,
  tagLimit,
];

export const groupRules: readonly GroupRule[] = [
  createConcurrency,
  dataDiskOneAtATime,
  replicateConcurrency,
  replicateCrossRegionSequence,
  serverBatch,
];

export const quotaRules: readonly QuotaRule[] = [createImageQuota];

/** The constraints of IMS, all of them. */
export const constraints: readonly Constraint[] = [...constraintRules, ...groupRules, ...quotaRules];

export const manifestRules: { readonly [R in Problem['rule']]: ManifestRule<R> } = {
  'deleted-image': deletedImage,
  'duplicate-key': duplicateKey,
  'duplicate-name': duplicateName,
  'exclusive-keys': exclusiveKeys,
  'invalid-value': invalidValue,
  'inventory-file': inventoryFile,
  'missing-key': missingKey,
  'parallel-dependency': parallelDependency,
  'region-name': regionName,
  'unknown-key': unknownKey,
  'unknown-reference': unknownReference,
  'unused-suppression': unusedSuppression,
  'yaml-syntax': yamlSyntax,
};

/** Every rule by its id, as all have it in common. */
export const rulesById: ReadonlyMap<string, RuleBase> = new Map(
  [...constraints, ...Object.values<RuleBase>(manifestRules)].map(rule => [rule.id, rule]),
);

/** The ids of all rules, sorted. */
export const ruleIds: readonly string[] = [...rulesById.keys()].sort();
