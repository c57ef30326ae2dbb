/** A manifest of a version and a region with the given rest. */
export const manifest = (rest: string): string => `apiVersion: ims/v1\nregion: cn-north-4\n${rest}`;

/** Two findings, and nothing else: both files are too big to be imported as they are. */
export const twoFindings = manifest(`operations:
  - action: import-data-disk-image
    name: first
    image_url: "bucket:first.raw"
    size: 160 GB
    min_disk: 400 GB
  - action: import-data-disk-image
    name: second
    image_url: "bucket:second.raw"
    size: 200 GB
    min_disk: 400 GB
`);

/** One finding, whose fact is from another line. */
export const sharesEncrypted = manifest(`images:
  payroll: { type: system-disk, encrypted: true }
operations:
  - action: share
    image: payroll
    tenants: [5db8e21396a0461186ea6ce55ad78616]
`);

/** One finding, a warning: fast export chooses the format itself. */
export const oneWarning = manifest(`images:
  web: { type: system-disk, size: 40 GB, encrypted: false }
operations:
  - action: export
    image: web
    bucket_url: "bucket:web.zvhd2"
    is_quick_export: true
    file_format: zvhd2
`);
