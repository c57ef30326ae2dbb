export interface ForeignKey {
  /** The manifest's own key for it. */
  readonly key: string;
  /** What a bare number means there, where that is not the unit of `key`. */
  readonly unit?: 'bytes';
}

/** Names from other tools. They get a rename as quick-fix and are never a silent alias. */
export const foreignKeys: Readonly<Record<string, ForeignKey>> = {
  projects: { key: 'tenants' },
  target_project_ids: { key: 'tenants' },
  image_members: { key: 'tenants' },
  quick_import: { key: 'is_quick_import' },
  kms_key_id: { key: 'cmk_id' },
  kms_key: { key: 'cmk_id' },
  source_image_id: { key: 'image' },
  image_id: { key: 'image' },
  imageRef: { key: 'image' },
  instance_id: { key: 'server' },
  server_id: { key: 'server' },
  backup_id: { key: 'backup' },
  image_name: { key: 'name' },
  image_tags: { key: 'tags' },
  image_architecture: { key: 'architecture' },
  flavorRef: { key: 'flavor' },
  image_size: { key: 'size' },
  __image_size: { key: 'size', unit: 'bytes' },
};
