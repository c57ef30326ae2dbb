import { os_bit, os_type, os_version, platform, required } from './keys.ts';
import type { KeyDef, ShapeDef, ShapeName } from './types.ts';
import * as is from './values.ts';

const region: KeyDef = {
  value: is.region,
  doc: {
    en: 'The region that this is in. Where it is absent, the `region` of the manifest counts.',
    zh: '所在的区域。未填写时使用清单顶层的 `region`。',
  },
};

const encrypted: KeyDef = {
  value: is.boolean,
  doc: {
    en: 'Whether this disk is encrypted. It wins over the `encrypted` of its server.',
    zh: '该磁盘是否加密。它优先于云服务器的 `encrypted`。',
  },
};

const capacity: KeyDef = {
  value: is.size(),
  doc: {
    en: 'The capacity of the disk. Above 1 TB, a disk can become part of a full-ECS image only.',
    zh: '磁盘的容量。超过 1 TB 的磁盘只能用于创建整机镜像。',
  },
};

const origin: KeyDef = {
  value: is.word('origin'),
  doc: {
    en: 'What the operating system comes from originally, through any number of servers and copies. With `platform` it decides whether an image may be exported.',
    zh: '操作系统最初的来源，经过多少云服务器和副本都不变。它与 `platform` 一起决定镜像能否导出。',
  },
};

const architecture: KeyDef = {
  value: is.word('architecture'),
  doc: {
    en: 'The CPU architecture. An x86 image cannot be used for Kunpeng servers.',
    zh: 'CPU 架构。x86 镜像不能用于鲲鹏云服务器。',
  },
};

const csbs_backup: KeyDef = {
  value: is.boolean,
  doc: {
    en: 'True where the ECS has or ever had a CSBS backup, false where it never had one. If true, a full-ECS image made from that ECS cannot be shared.',
    zh: '弹性云服务器现在或曾经有云服务器备份（CSBS）时为 true，从未有过时为 false。为 true 时，由它创建的整机镜像不能共享。',
  },
};

export const shapes: Readonly<Record<ShapeName, ShapeDef>> = {
  manifest: {
    doc: {
      en: 'A manifest: what is known about images and servers, and the operations that are to be done to them.',
      zh: '镜像操作清单：关于镜像和云服务器的已知事实，以及要执行的操作。',
    },
    keys: {
      ...required({
        apiVersion: {
          value: is.word('api-version'),
          doc: {
            en: 'The format of the manifest. It also tells that a YAML file is one.',
            zh: '清单的格式版本。它也表明该 YAML 文件是镜像操作清单。',
          },
        },
      }),
      region: {
        value: is.region,
        doc: {
          en: 'The region that everything is in unless it says otherwise.',
          zh: '默认区域，未另行注明区域的内容都在该区域。',
        },
      },
      account: {
        value: is.mapByRegion(is.shape('account')),
        doc: {
          en: 'Facts of the account, by region. They decide how many more private images can be made there.',
          zh: '账号在各区域的事实，以区域为键。它们决定在该区域还能创建多少私有镜像。',
        },
      },
      inventory: {
        value: is.either(is.path, is.shape('inventory'), is.list(is.either(is.path, is.shape('inventory')))),
        doc: {
          en: 'Saved responses of `GET /v2/cloudimages`, as paths relative to the manifest. Their images can be referred to like those in `images`.',
          zh: '保存下来的 `GET /v2/cloudimages` 响应文件，路径相对于清单。其中的镜像可以像 `images` 中的一样引用。',
        },
      },
      servers: {
        value: is.map(is.shape('server')),
        doc: {
          en: 'The servers that operations refer to, by a name of your choice.',
          zh: '操作所引用的云服务器，名称自定。',
        },
      },
      backups: {
        value: is.map(is.shape('backup')),
        doc: {
          en: 'The backups that full-ECS images are made of, by a name of your choice.',
          zh: '用于创建整机镜像的备份，名称自定。',
        },
      },
      buckets: {
        value: is.map(is.shape('bucket')),
        doc: {
          en: 'What is known about OBS buckets, by the name of the bucket. A bucket need not be declared to be used.',
          zh: 'OBS 桶的已知事实，以桶名为键。未声明的桶也可以使用。',
        },
      },
      images: {
        value: is.map(is.shape('image')),
        doc: {
          en: 'The images that exist already, by a name of your choice. One with the id or the name of an inventory image completes it, and what is written here wins.',
          zh: '已有的镜像，名称自定。与镜像列表文件中某个镜像的 ID 或名称相同时，视为对它的补充，并以此处所写为准。',
        },
      },
      ...required({
        operations: {
          value: is.operations,
          doc: {
            en: 'What is to be done, from top to bottom. The operations of an item `parallel` run at the same time.',
            zh: '要执行的操作，自上而下依次进行。`parallel` 项中的操作同时执行。',
          },
        },
      }),
    },
  },

  account: {
    doc: {
      en: 'What is known about the account in one region.',
      zh: '账号在某个区域的已知事实。',
    },
    keys: {
      private_images: {
        value: is.integer(0),
        doc: {
          en: 'How many private images the account has in the region already. Where it is absent, the private images of the inventory are counted.',
          zh: '账号在该区域已有的私有镜像数量。未填写时，统计镜像列表文件中的私有镜像。',
        },
      },
      private_image_quota: {
        value: is.integer(0),
        default: '50',
        doc: {
          en: 'How many private images the account may have in the region. A service ticket raises it: see the quota question in the IMS FAQ.',
          zh: '账号在该区域的私有镜像配额。可提交工单申请扩大，请参见 IMS 常见问题中关于配额的说明。',
        },
      },
    },
  },

  inventory: {
    doc: {
      en: 'An inventory file together with the region that its images are in.',
      zh: '镜像列表文件及其中镜像所在的区域。',
    },
    keys: {
      ...required({
        path: {
          value: is.path,
          doc: {
            en: 'A saved response of `GET /v2/cloudimages`, relative to the manifest.',
            zh: '保存下来的 `GET /v2/cloudimages` 响应文件，路径相对于清单。',
          },
        },
      }),
      region: {
        value: is.region,
        doc: {
          en: 'The region that the images of the file are in. Where it is absent, the `region` of the manifest counts.',
          zh: '文件中的镜像所在的区域。未填写时使用清单顶层的 `region`。',
        },
      },
    },
  },

  server: {
    doc: {
      en: 'What is known about a server, an ECS or a BMS.',
      zh: '一台云服务器（弹性云服务器或裸金属服务器）的已知事实。',
    },
    keys: {
      ...required({
        type: {
          value: is.word('server-type'),
          doc: {
            en: 'The kind of server. It decides which images can be made of it and in which state.',
            zh: '服务器的类型。它决定可以创建哪些镜像，以及须处于什么状态。',
          },
        },
      }),
      id: {
        value: is.text,
        doc: {
          en: 'The id of the server. Operations may refer to the server by it.',
          zh: '云服务器的 ID。操作也可以用它来引用该云服务器。',
        },
      },
      region,
      status: {
        value: is.word('server-status'),
        doc: {
          en: 'The state of the server. An ECS must be running or stopped for an image to be made of it, a BMS must be stopped.',
          zh: '云服务器的状态。创建镜像时，弹性云服务器须为运行中或关机，裸金属服务器须为关机。',
        },
      },
      architecture,
      flavor: {
        value: is.text,
        doc: {
          en: 'The flavor of the ECS, such as `s6.large.2`. Where its name has that form, it says the architecture and the memory; `architecture` and `memory` win over it.',
          zh: '弹性云服务器的规格，例如 `s6.large.2`。规格名称符合这种形式时，可从中得知架构和内存；`architecture` 和 `memory` 优先于它。',
        },
      },
      memory: {
        value: is.size(),
        doc: {
          en: 'The memory of the server. It wins over what the name of the flavor says.',
          zh: '云服务器的内存。它优先于从规格名称得知的内存。',
        },
      },
      boot_disk: {
        value: is.word('boot-disk'),
        doc: {
          en: 'What a BMS boots from. Only one that boots from an EVS disk can be made into an image.',
          zh: '裸金属服务器从哪里启动。只有从云硬盘启动的才能创建镜像。',
        },
      },
      system_disk: {
        value: is.either(is.size(), is.shape('disk')),
        doc: {
          en: 'The system disk: its capacity, or a map that tells more. Above 1 TB it cannot become a system disk image.',
          zh: '系统盘：填写容量，或用映射填写更多信息。超过 1 TB 时不能创建系统盘镜像。',
        },
      },
      data_disks: {
        value: is.map(is.either(is.size(), is.shape('data-disk'))),
        doc: {
          en: 'The data disks, by a name of your choice: the capacity of each, or a map that tells more. `disk` of create-data-disk-image refers to these names.',
          zh: '数据盘，名称自定：填写每块盘的容量，或用映射填写更多信息。create-data-disk-image 的 `disk` 引用这些名称。',
        },
      },
      encrypted: {
        value: is.boolean,
        doc: {
          en: 'Whether the disks of the server are encrypted; a disk that says so itself wins. An image of an encrypted disk is encrypted.',
          zh: '云服务器的磁盘是否加密，磁盘自身的 `encrypted` 优先。由加密磁盘创建的镜像也是加密的。',
        },
      },
      csbs_backup,
      image: {
        value: is.reference('image'),
        doc: {
          en: 'The image that the server was created from, by its name in this manifest. The server takes its origin, platform and bitness from there.',
          zh: '创建该云服务器所用的镜像，填写其在清单中的名称。云服务器的来源、平台和位数由该镜像得知。',
        },
      },
      origin,
      platform,
      os_bit,
    },
  },

  disk: {
    doc: {
      en: 'What is known about a system disk.',
      zh: '系统盘的已知事实。',
    },
    keys: { size: capacity, encrypted },
  },

  'data-disk': {
    doc: {
      en: 'What is known about a data disk.',
      zh: '数据盘的已知事实。',
    },
    keys: {
      size: capacity,
      encrypted,
      volume_id: {
        value: is.text,
        doc: {
          en: 'The id of its EVS volume. An operation with this `volume_id` takes the capacity and the encryption from here.',
          zh: '其云硬盘的 ID。操作使用相同的 `volume_id` 时，容量和加密情况由此得知。',
        },
      },
    },
  },

  backup: {
    doc: {
      en: 'What is known about a backup of an ECS.',
      zh: '弹性云服务器备份的已知事实。',
    },
    keys: {
      ...required({
        type: {
          value: is.word('backup-type'),
          doc: {
            en: 'The service that made the backup. It decides whether a full-ECS image made of it can be shared.',
            zh: '创建该备份的服务。它决定由该备份创建的整机镜像能否共享。',
          },
        },
      }),
      id: {
        value: is.text,
        doc: {
          en: 'The id of the backup. Operations may refer to the backup by it.',
          zh: '备份的 ID。操作也可以用它来引用该备份。',
        },
      },
      server: {
        value: is.reference('server'),
        doc: {
          en: 'The server that was backed up. An image of the backup has its operating system and its encryption.',
          zh: '被备份的云服务器。由该备份创建的镜像具有它的操作系统和加密情况。',
        },
      },
      region,
    },
  },

  bucket: {
    doc: {
      en: 'What is known about an OBS bucket.',
      zh: 'OBS 桶的已知事实。',
    },
    keys: {
      storage_class: {
        value: is.word('storage-class'),
        doc: {
          en: 'The storage class of the bucket. Images can be exported to a Standard bucket only.',
          zh: '桶的存储类别。镜像只能导出到标准存储的桶。',
        },
      },
      region: {
        value: is.region,
        doc: {
          en: 'The region of the bucket, unknown unless it is written. An image can be exported only to a bucket in its own region.',
          zh: '桶所在的区域，未填写时视为未知。镜像只能导出到与其同一区域的桶。',
        },
      },
    },
  },

  image: {
    doc: {
      en: 'What is known about an image that exists already.',
      zh: '已有镜像的已知事实。',
    },
    keys: {
      id: {
        value: is.text,
        doc: {
          en: 'The id of the image. Operations may refer to the image by it, and it ties this entry to an image of the inventory.',
          zh: '镜像的 ID。操作也可以用它来引用该镜像，它还将此条目与镜像列表文件中的镜像对应起来。',
        },
      },
      region,
      status: {
        value: is.word('image-status'),
        doc: {
          en: 'The state of the image. Only a normal image can be shared, replicated or exported.',
          zh: '镜像的状态。只有状态为正常的镜像才能共享、复制或导出。',
        },
      },
      type: {
        value: is.word('image-type'),
        doc: {
          en: 'What the image holds: a system disk, a data disk, a whole ECS or an installation medium. Many operations take only some of these types.',
          zh: '镜像的内容：系统盘、数据盘、整机或安装介质（ISO）。许多操作只支持其中的部分类型。',
        },
      },
      size: {
        value: is.size(),
        doc: {
          en: 'The size of the image file (`__image_size` in the API), not the capacity of its disk, which is `min_disk`. The limits on replication and export are about it.',
          zh: '镜像文件的大小（API 中为 `__image_size`），不是其中磁盘的容量（后者是 `min_disk`）。复制和导出的大小限制针对它。',
        },
      },
      min_disk: {
        value: is.size(),
        doc: {
          en: 'The capacity of the disk that the image holds. The image file, whose size is `size`, may be far smaller.',
          zh: '镜像所含磁盘的容量。镜像文件的大小（`size`）可能小得多。',
        },
      },
      disk_format: {
        value: is.word('disk-format'),
        doc: {
          en: 'The format that IMS stores the image in.',
          zh: 'IMS 存储该镜像所用的格式。',
        },
      },
      architecture,
      os_bit,
      os_type,
      os_version: {
        ...os_version,
        doc: {
          en: 'The operating system of the image and its version, such as `Ubuntu 22.04 server 64bit`.',
          zh: '镜像的操作系统及其版本，例如 `Ubuntu 22.04 server 64bit`。',
        },
      },
      platform,
      cmk_id: {
        value: is.text,
        doc: {
          en: 'The KMS key that the image is encrypted with. An encrypted image cannot be shared, published or copied to another region.',
          zh: '加密该镜像的 KMS 密钥。加密镜像不能共享、发布或跨区域复制。',
        },
      },
      encrypted: {
        value: is.boolean,
        doc: {
          en: 'Whether the image is encrypted, where the key is not known. An encrypted image cannot be shared, published or copied to another region.',
          zh: '镜像是否加密，可在不知道密钥时填写。加密镜像不能共享、发布或跨区域复制。',
        },
      },
      origin,
      created_from: {
        value: is.word('created-from'),
        doc: {
          en: 'What a full-ECS image was made of. It decides whether the image can be shared.',
          zh: '整机镜像由什么创建。它决定该镜像能否共享。',
        },
      },
      csbs_backup,
      published: {
        value: is.boolean,
        doc: {
          en: 'Whether the image is in Marketplace (KooGallery) now. A published image can be neither shared nor deleted.',
          zh: '镜像当前是否已发布到云市场（云商店，KooGallery）。已发布的镜像不能共享，也不能删除。',
        },
      },
      shared_by: {
        value: is.text,
        doc: {
          en: 'The tenant that shared the image with this account, if it is not its own. A shared image makes servers only in the region where it is.',
          zh: '将该镜像共享给本账号的租户，仅用于非本账号所有的镜像。共享镜像只能在其所在区域创建云服务器。',
        },
      },
      tags: {
        value: is.tags,
        doc: {
          en: 'The tags that the image has already. They count towards its limit of 10.',
          zh: '镜像已有的标签。它们计入 10 个标签的上限。',
        },
      },
      tenants: {
        value: is.either(is.list(is.text), is.integer(0)),
        doc: {
          en: 'The tenants that the image is shared with already: their project ids, or how many there are. A mere number counts as tenants other than those named later.',
          zh: '镜像已共享给的租户：填写其项目 ID 或数量。只填写数量时，视为与之后写出的租户都不相同。',
        },
      },
    },
  },
};
