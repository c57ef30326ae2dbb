import type { KeyDef, Keys } from './types.ts';
import * as is from './values.ts';

/** The same keys, as ones that must be there. */
export function required<Name extends string>(keys: Readonly<Record<Name, KeyDef>>): Record<Name, KeyDef> {
  const marked = Object.entries<KeyDef>(keys).map(([name, key]) => [name, { ...key, required: true }]);
  return Object.fromEntries(marked);
}

// Whatever the operation

const action: KeyDef = {
  value: is.word('action'),
  doc: {
    en: 'What is to be done. It decides which other keys the operation takes.',
    zh: '要执行的操作。它决定该操作还可以使用哪些键。',
  },
};

const region: KeyDef = {
  value: is.region,
  doc: {
    en: 'The region that the operation runs in. Where it is absent, the `region` of the manifest counts.',
    zh: '执行操作的区域。未填写时使用清单顶层的 `region`。',
  },
};

const description: KeyDef = {
  value: is.text,
  doc: {
    en: 'A remark on what the operation makes or does. IMS stores it with a new image.',
    zh: '对操作或其结果的描述。创建镜像时，IMS 会将其保存为镜像的描述。',
  },
};

const enterprise_project_id: KeyDef = {
  value: is.text,
  default: '0',
  doc: {
    en: 'The enterprise project that the image belongs to; `0` is the default project. It decides who may manage the image and where its costs are counted.',
    zh: '镜像所属的企业项目，`0` 表示默认企业项目。它决定谁可以管理该镜像以及费用归属。',
  },
};

export const commonKeys: Keys = { ...required({ action }), region, description, enterprise_project_id };

// What the operation works on

export const image: KeyDef = {
  value: is.reference('image'),
  doc: {
    en: 'The image that the operation works on: a name declared or made above, or an id. `name@region` says which one where several regions have the name.',
    zh: '操作所针对的镜像：填写前面声明或创建的名称，或镜像 ID。多个区域有同名镜像时，用 `name@region` 指明。',
  },
};

export const server_image: KeyDef = {
  value: is.reference('image'),
  doc: {
    en: 'The image that the servers are created from: a name declared or made above, or an id. A shared image serves only in its own region, and an ISO image for one temporary server.',
    zh: '用于创建云服务器的镜像：填写前面声明或创建的名称，或镜像 ID。共享镜像只能在其所在区域使用，ISO 镜像只能创建一台临时云服务器。',
  },
};

export const os_image: KeyDef = {
  value: is.reference('image'),
  doc: {
    en: 'The image whose operating system the server gets: a name declared or made above, or an id. An x86 image does not run on a Kunpeng server, and an ISO image cannot be used here.',
    zh: '提供新操作系统的镜像：填写前面声明或创建的名称，或镜像 ID。x86 镜像不能用于鲲鹏云服务器，ISO 镜像不能用于切换操作系统。',
  },
};

export const disk_image: KeyDef = {
  value: is.reference('image'),
  doc: {
    en: 'The data disk image that the disk is created from: a name declared or made above, or an id.',
    zh: '用于创建云硬盘的数据盘镜像：填写前面声明或创建的名称，或镜像 ID。',
  },
};

export const server: KeyDef = {
  value: is.reference('server'),
  doc: {
    en: 'The server that the image is made of: a name declared or made above, or an id. An ECS must be running or stopped; a BMS must be stopped, boots from an EVS disk and makes system disk images only.',
    zh: '用于创建镜像的云服务器：填写前面声明或创建的名称，或云服务器 ID。弹性云服务器须为运行中或关机状态；裸金属服务器须关机、从云硬盘启动，且只能创建系统盘镜像。',
  },
};

export const reinstalled_server: KeyDef = {
  value: is.reference('server'),
  doc: {
    en: 'The server whose operating system is replaced: a name declared or made above, or an id.',
    zh: '要切换操作系统的云服务器：填写前面声明或创建的名称，或云服务器 ID。',
  },
};

export const disk: KeyDef = {
  value: is.text,
  doc: {
    en: 'Which data disk of the server: a name in its `data_disks`. Its capacity must not be above 1 TB.',
    zh: '云服务器的哪一块数据盘：填写其 `data_disks` 中的名称。该盘容量不能超过 1 TB。',
  },
};

export const volume_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'The id of the EVS volume that the image is made of. Beside `server` it is a volume of that server.',
    zh: '用于创建镜像的云硬盘的 ID。与 `server` 同时填写时，指该云服务器上的卷。',
  },
};

export const backup: KeyDef = {
  value: is.reference('backup'),
  doc: {
    en: 'The CBR or CSBS backup that the full-ECS image is made of: a name in `backups`, or an id. A backup makes one image only, and an image from a CSBS backup cannot be shared.',
    zh: '用于创建整机镜像的云备份（CBR）或云服务器备份（CSBS）：填写 `backups` 中的名称，或备份 ID。一个备份只能创建一个镜像，由 CSBS 备份创建的镜像不能共享。',
  },
};

// Names and remarks

export const name: KeyDef = {
  value: is.name,
  doc: {
    en: 'The name of the new image. Later operations refer to the image by it.',
    zh: '新镜像的名称。之后的操作用它来引用该镜像。',
  },
};

export const new_name: KeyDef = {
  value: is.name,
  doc: {
    en: 'The new name of the image. From here on the image is referred to by it, and the old name no longer means it.',
    zh: '镜像的新名称。此后用新名称引用该镜像，旧名称不再有效。',
  },
};

export const server_name: KeyDef = {
  value: is.name,
  doc: {
    en: 'The name of the server. With a `count` of 1, later operations refer to the server by it.',
    zh: '云服务器的名称。当 `count` 为 1 时，之后的操作用它来引用该云服务器。',
  },
};

export const disk_name: KeyDef = {
  value: is.text,
  doc: {
    en: 'The name of the new disk, as it is shown in EVS.',
    zh: '新云硬盘的名称，显示在云硬盘服务中。',
  },
};

export const new_description: KeyDef = {
  value: is.text,
  doc: {
    en: 'The new description of the image, in place of the old one.',
    zh: '镜像的新描述，替换原有描述。',
  },
};

export const tags: KeyDef = {
  value: is.tags,
  doc: {
    en: 'Tags of the new image, as a map from key to value. An image has at most 10.',
    zh: '新镜像的标签，写成键到值的映射。一个镜像最多有 10 个标签。',
  },
};

export const new_tags: KeyDef = {
  value: is.tags,
  doc: {
    en: 'The tags to add, as a map from key to value; a key that exists gets the new value. With those that it has already, an image has at most 10.',
    zh: '要添加的标签，写成键到值的映射；键已存在时其值被替换。连同已有标签，一个镜像最多有 10 个。',
  },
};

// External image files

export const image_url: KeyDef = {
  value: is.object,
  doc: {
    en: 'The external image file, as `bucket:object` in OBS. Its extension says the format where `format` is absent.',
    zh: 'OBS 中的外部镜像文件，写作 `bucket:object`（桶名:对象名）。未填写 `format` 时由扩展名判断格式。',
  },
};

export const format: KeyDef = {
  value: is.word('disk-format'),
  doc: {
    en: 'The format of the external image file; where it is absent, the extension of the object says it. Fast import takes only RAW and ZVHD2.',
    zh: '外部镜像文件的格式；未填写时由对象的扩展名判断。快速导入仅支持 RAW 和 ZVHD2。',
  },
};

export const size: KeyDef = {
  value: is.size(),
  doc: {
    en: 'The size of the image file, not the capacity of the disk inside, which is `min_disk`. It decides whether the file can be imported, above 128 GB only through fast import and never above 1 TB.',
    zh: '镜像文件的大小，不是其中磁盘的容量（后者是 `min_disk`）。它决定文件能否导入：超过 128 GB 只能快速导入，超过 1 TB 不能导入。',
  },
};

export const min_disk: KeyDef = {
  value: is.size(),
  doc: {
    en: 'The capacity of the disk that the image holds, and so the least that a disk created from it has. It says nothing about the size of the image file, which is `size`.',
    zh: '镜像所含磁盘的容量，也就是用它创建的磁盘的最小容量。它与镜像文件的大小（`size`）无关。',
  },
};

export const virtual_size: KeyDef = {
  value: is.size(),
  doc: {
    en: 'The capacity of the data disk inside the image file, as `qemu-img info` shows it. `min_disk` must be at least as large.',
    zh: '镜像文件中数据盘的容量，可用 `qemu-img info` 查看。`min_disk` 不能小于它。',
  },
};

export const is_quick_import: KeyDef = {
  value: is.boolean,
  default: 'false',
  doc: {
    en: 'Whether fast import is used, which leaves out the conversion and so takes RAW and ZVHD2 files only, up to 1 TB. The IMS pages compare import with fast import.',
    zh: '是否使用快速导入。快速导入不做格式转换，因此仅支持 RAW 和 ZVHD2 文件，最大 1 TB；与普通导入的比较请参见 IMS 文档。',
  },
};

export const is_config: KeyDef = {
  value: is.boolean,
  default: 'false',
  doc: {
    en: 'Whether IMS prepares the system in the image itself, for example by injecting drivers. Where it is false, the file has to be prepared already.',
    zh: '是否由 IMS 在后台自动配置镜像中的系统，例如注入驱动。为 false 时，镜像文件须已预先配置好。',
  },
};

export const server_type: KeyDef = {
  value: is.word('import-type'),
  default: 'ECS',
  doc: {
    en: 'The kind of server that the image is meant for.',
    zh: '镜像适用的服务器类型。',
  },
};

export const hw_firmware_type: KeyDef = {
  value: is.word('firmware'),
  doc: {
    en: 'How a server boots from the image. Arm images always boot with UEFI.',
    zh: '用该镜像创建的服务器的启动方式。Arm 架构的镜像总是使用 UEFI 启动。',
  },
};

export const license_type: KeyDef = {
  value: is.word('license'),
  doc: {
    en: 'Where the license of the operating system comes from.',
    zh: '操作系统许可证的来源。',
  },
};

// The operating system and its needs

export const os_type: KeyDef = {
  value: is.word('os-type'),
  doc: {
    en: 'The family of operating systems that the image belongs to.',
    zh: '镜像所属的操作系统类型。',
  },
};

export const os_version: KeyDef = {
  value: is.text,
  doc: {
    en: 'The operating system and its version, in the words of the IMS list, such as `Ubuntu 22.04 server 64bit`. IMS cannot find it out itself for a volume, an ISO file or a fast import.',
    zh: '操作系统及其版本，须使用 IMS 列表中的写法，例如 `Ubuntu 22.04 server 64bit`。对于卷、ISO 文件和快速导入，IMS 无法自行识别。',
  },
};

export const platform: KeyDef = {
  value: is.word('platform'),
  doc: {
    en: 'The distribution or product that the operating system is. Together with its origin it decides whether the image may be exported.',
    zh: '操作系统的发行版或产品。它与来源一起决定镜像能否导出。',
  },
};

export const os_bit: KeyDef = {
  value: is.word('os-bit'),
  doc: {
    en: 'Whether the operating system is a 32-bit or a 64-bit one. A 32-bit system runs only on servers with at most 4 GB of memory.',
    zh: '操作系统是 32 位还是 64 位。32 位操作系统只能用于内存不超过 4 GB 的云服务器。',
  },
};

export const imported_architecture: KeyDef = {
  value: is.word('architecture'),
  default: 'x86',
  doc: {
    en: 'The CPU architecture that the system in the file is built for. An x86 image cannot be used for Kunpeng servers.',
    zh: '文件中的系统所适用的 CPU 架构。x86 镜像不能用于鲲鹏云服务器。',
  },
};

export const min_ram: KeyDef = {
  value: is.size('MB'),
  doc: {
    en: 'The least memory that a server created from the image must have; a bare number is MB. Where it is absent, any will do.',
    zh: '用该镜像创建的云服务器的最小内存，纯数字的单位是 MB。未填写时不限制。',
  },
};

export const max_ram: KeyDef = {
  value: is.size('MB'),
  doc: {
    en: 'The most memory that a server created from the image may have; a bare number is MB. Where it is absent, the image sets no limit.',
    zh: '用该镜像创建的云服务器的最大内存，纯数字的单位是 MB。未填写时不限制。',
  },
};

// Encryption

export const cmk_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'The KMS key that the new image is encrypted with; without it the image is not encrypted. An encrypted image cannot be shared, published or copied to another region, and its key never changes.',
    zh: '用于加密新镜像的 KMS 密钥，未填写时镜像不加密。加密镜像不能共享、发布或跨区域复制，且密钥不能更换。',
  },
};

export const iso_cmk_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'A KMS key, which an ISO image cannot have: ISO images cannot be encrypted.',
    zh: 'KMS 密钥，但 ISO 镜像不能使用：ISO 镜像不支持加密。',
  },
};

export const copy_cmk_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'The KMS key that a copy within the region is encrypted with; an empty string makes a copy that is not encrypted. So this is how an image gets encrypted, decrypted or another key.',
    zh: '区域内复制时用于加密副本的 KMS 密钥，空字符串表示副本不加密。镜像的加密、解密和更换密钥都用这种方式实现。',
  },
};

export const new_cmk_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'A KMS key, which cannot be set here: the key of an image never changes. To get another key, copy the image within its region.',
    zh: 'KMS 密钥，但不能在此设置：镜像的密钥不能更换。如需使用其他密钥，请在区域内复制镜像。',
  },
};

// Sharing, copying, exporting, deleting

export const tenants: KeyDef = {
  value: is.list(is.text),
  doc: {
    en: 'The project ids of the tenants that get to use the image, at most 128 altogether, or 10 for a full-ECS image. How many shared images a tenant may receive is not limited.',
    zh: '共享租户的项目 ID；一个镜像总共最多共享给 128 个租户，整机镜像最多 10 个。租户可接收的共享镜像数量没有限制。',
  },
};

export const target_region: KeyDef = {
  value: is.region,
  doc: {
    en: 'The region that the copy is for. Where it is absent or the region of the image, the copy is made within the region.',
    zh: '副本所在的目标区域。未填写或与镜像所在区域相同时，为区域内复制。',
  },
};

export const project_name: KeyDef = {
  value: is.text,
  doc: {
    en: 'The name of the project in the target region that gets the copy, such as `cn-south-1`. It is required across regions.',
    zh: '目标区域中接收副本的项目名称，例如 `cn-south-1`。跨区域复制时必填。',
  },
};

export const agency_name: KeyDef = {
  value: is.text,
  doc: {
    en: 'The name of the IAM agency that allows IMS to write to the target region. It is required across regions.',
    zh: '授权 IMS 在目标区域操作的 IAM 委托的名称。跨区域复制时必填。',
  },
};

export const vault_id: KeyDef = {
  value: is.text,
  doc: {
    en: 'The id of the CBR vault that stores the backup behind the full-ECS image.',
    zh: '存放整机镜像所对应备份的云备份（CBR）存储库的 ID。',
  },
};

export const bucket_url: KeyDef = {
  value: is.object,
  doc: {
    en: 'Where the file goes, as `bucket:object` in OBS. The bucket has to be of the Standard storage class and in the region of the image.',
    zh: '导出文件在 OBS 中的位置，写作 `bucket:object`（桶名:对象名）。桶须为标准存储，且与镜像在同一区域。',
  },
};

export const file_format: KeyDef = {
  value: is.word('export-format'),
  doc: {
    en: 'The format of the exported file. It must be given unless the export is a fast one, which always writes ZVHD2.',
    zh: '导出文件的格式。快速导出总是生成 ZVHD2，除此之外必须填写。',
  },
};

export const is_quick_export: KeyDef = {
  value: is.boolean,
  default: 'false',
  doc: {
    en: 'Whether fast export is used, which needs no conversion: images above 128 GB need it, encrypted ones cannot have it. The IMS pages compare export with fast export.',
    zh: '是否使用快速导出，即不做格式转换：超过 128 GB 的镜像须使用，加密镜像不能使用。与普通导出的比较请参见 IMS 文档。',
  },
};

export const delete_backup: KeyDef = {
  value: is.boolean,
  default: 'false',
  doc: {
    en: 'Whether the backup behind a full-ECS image is deleted with it. Otherwise the backup stays, and its storage goes on costing.',
    zh: '删除整机镜像时是否同时删除其对应的备份。否则备份会保留，并继续产生存储费用。',
  },
};

// New servers and disks

export const count: KeyDef = {
  value: is.integer(1),
  default: '1',
  doc: {
    en: 'How many to create. IMS recommends at most 100 servers at a time from one system disk image; of data disks, an image makes one at a time.',
    zh: '创建的数量。IMS 建议同一系统盘镜像一次最多创建 100 台云服务器；一个数据盘镜像一次只能创建一块数据盘。',
  },
};

export const flavor: KeyDef = {
  value: is.text,
  doc: {
    en: 'The flavor of the server, such as `s6.large.2`. Where its name has that form, it says the architecture and the memory.',
    zh: '云服务器的规格，例如 `s6.large.2`。规格名称符合这种形式时，可从中得知架构和内存。',
  },
};

export const server_architecture: KeyDef = {
  value: is.word('architecture'),
  doc: {
    en: 'The CPU architecture of the server; where it is absent, the flavor or else the image says it. A Kunpeng server cannot be created from an x86 image.',
    zh: '云服务器的 CPU 架构；未填写时由规格判断，否则与镜像一致。x86 镜像不能创建鲲鹏云服务器。',
  },
};

export const memory: KeyDef = {
  value: is.size(),
  doc: {
    en: 'The memory of the server; where it is absent, the flavor says it. A 32-bit operating system takes at most 4 GB.',
    zh: '云服务器的内存；未填写时由规格判断。32 位操作系统最多支持 4 GB。',
  },
};

export const server_status: KeyDef = {
  value: is.word('server-status'),
  default: 'Running',
  doc: {
    en: 'The state that the new server is in when later operations use it. It decides whether an image can be made of it.',
    zh: '之后的操作使用该云服务器时它所处的状态。它决定能否用其创建镜像。',
  },
};
