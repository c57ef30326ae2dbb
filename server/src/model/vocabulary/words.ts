import type { Localized } from '../../localized.ts';
import { actions } from './actions.ts';
import type { WordDef, WordListDef, WordListName } from './types.ts';

/** A word with its synonyms after it, or one that has none. */
const word = (said: string | readonly [word: string, ...synonyms: string[]], doc: Localized): WordDef => {
  const [word, ...synonyms] = typeof said === 'string' ? [said] : said;
  return { word, synonyms, doc };
};

export const wordLists: Readonly<Record<WordListName, WordListDef>> = {
  'api-version': {
    doc: { en: 'The formats of a manifest.', zh: '清单的格式版本。' },
    open: false,
    words: [
      word('ims/v1', { en: 'The first format of the image-operation manifest.', zh: '镜像操作清单的第一版格式。' }),
    ],
  },

  action: {
    doc: { en: 'The operations that a manifest can ask for.', zh: '清单中可以执行的操作。' },
    open: false,
    words: Object.entries(actions).map(([name, { doc }]) => word(name, doc)),
  },

  'server-type': {
    doc: { en: 'The kinds of server that images are made of.', zh: '可用于创建镜像的服务器类型。' },
    open: false,
    words: [
      word('ECS', {
        en: 'An Elastic Cloud Server: a virtual machine. It can be made into any type of image.',
        zh: '弹性云服务器，即虚拟机。可用于创建各种类型的镜像。',
      }),
      word('BMS', {
        en: 'A Bare Metal Server. It can be made into a system disk image only, while it is stopped and if it boots from an EVS disk.',
        zh: '裸金属服务器。只能创建系统盘镜像，且须关机并从云硬盘启动。',
      }),
    ],
  },

  'server-status': {
    doc: {
      en: 'The states of a server, in the words of the console or of the API. Any other word is a state that is none of these.',
      zh: '云服务器的状态，可用控制台或 API 的写法。其他写法表示这些之外的状态。',
    },
    open: true,
    words: [
      word(['Running', 'ACTIVE'], {
        en: 'The server is running. An ECS can be made into an image, a BMS cannot.',
        zh: '运行中。弹性云服务器可以创建镜像，裸金属服务器不可以。',
      }),
      word(['Stopped', 'SHUTOFF'], {
        en: 'The server is shut down. An ECS and a BMS can be made into an image.',
        zh: '关机。弹性云服务器和裸金属服务器都可以创建镜像。',
      }),
      word('Frozen', {
        en: 'The server is frozen because a payment is overdue. No image can be made of it until it is renewed.',
        zh: '因欠费被冻结。续费之前不能用其创建镜像。',
      }),
    ],
  },

  'image-status': {
    doc: {
      en: 'The states of an image, in the words of the console or of the API. Any other word is a state that is none of these.',
      zh: '镜像的状态，可用控制台或 API 的写法。其他写法表示这些之外的状态。',
    },
    open: true,
    words: [
      word(['Normal', 'active'], {
        en: 'The image is ready. Only in this state can it be shared, replicated or exported.',
        zh: '正常，镜像可用。只有在此状态下才能共享、复制或导出。',
      }),
      word(['Creating', 'saving', 'queued'], {
        en: 'The image is still being made and cannot be used yet.',
        zh: '创建中，镜像暂不可用。',
      }),
      word('Frozen', {
        en: 'The image is frozen and cannot be used.',
        zh: '已冻结，镜像不可用。',
      }),
    ],
  },

  architecture: {
    doc: { en: 'The CPU architectures of servers and images.', zh: '云服务器和镜像的 CPU 架构。' },
    open: false,
    words: [
      word(['x86', 'x86_64'], {
        en: 'Intel and AMD processors. An x86 image cannot be used for Kunpeng servers.',
        zh: 'Intel 和 AMD 处理器。x86 镜像不能用于鲲鹏云服务器。',
      }),
      word(['arm', 'Kunpeng', 'aarch64', 'arm64'], {
        en: 'Kunpeng processors. Servers of this architecture always boot with UEFI.',
        zh: '鲲鹏处理器。这种架构的云服务器总是使用 UEFI 启动。',
      }),
    ],
  },

  'boot-disk': {
    doc: { en: 'What a BMS can boot from.', zh: '裸金属服务器的启动盘。' },
    open: false,
    words: [
      word('EVS', {
        en: 'An EVS disk. The BMS can be made into a system disk image.',
        zh: '云硬盘。可以创建系统盘镜像。',
      }),
      word('local', {
        en: 'A disk in the server itself. No image can be made of the BMS.',
        zh: '服务器的本地盘。不能创建镜像。',
      }),
    ],
  },

  'backup-type': {
    doc: { en: 'The services that back up a whole ECS.', zh: '备份整台弹性云服务器的服务。' },
    open: false,
    words: [
      word('CBR', {
        en: 'A backup of Cloud Backup and Recovery. A full-ECS image made of it can be shared.',
        zh: '云备份（CBR）的备份。由它创建的整机镜像可以共享。',
      }),
      word('CSBS', {
        en: 'A backup of the older Cloud Server Backup Service. A full-ECS image made of it cannot be shared.',
        zh: '旧的云服务器备份（CSBS）的备份。由它创建的整机镜像不能共享。',
      }),
    ],
  },

  'storage-class': {
    doc: { en: 'The storage classes of an OBS bucket.', zh: 'OBS 桶的存储类别。' },
    open: false,
    words: [
      word('Standard', {
        en: 'For data in frequent use. The only class that an image can be exported to.',
        zh: '标准存储，适用于频繁访问的数据。镜像只能导出到这一类别的桶。',
      }),
      word(['Infrequent Access', 'WARM'], {
        en: 'For data read about once a month. No image can be exported to it.',
        zh: '低频访问存储，适用于每月访问一次左右的数据。不能将镜像导出到这一类别的桶。',
      }),
      word(['Archive', 'COLD'], {
        en: 'For data read about once a year, after it has been restored. No image can be exported to it.',
        zh: '归档存储，适用于每年访问一次左右的数据，读取前须先恢复。不能将镜像导出到这一类别的桶。',
      }),
      word(['Deep Archive', 'DEEP_ARCHIVE'], {
        en: 'For data that is kept for years and hardly ever read. No image can be exported to it.',
        zh: '深度归档存储，适用于长期保存且极少访问的数据。不能将镜像导出到这一类别的桶。',
      }),
    ],
  },

  'image-type': {
    doc: { en: 'The types of private image.', zh: '私有镜像的类型。' },
    open: false,
    words: [
      word('system-disk', {
        en: 'A system disk image: an operating system with its software, from which servers are created.',
        zh: '系统盘镜像，包含操作系统和软件，用于创建云服务器。',
      }),
      word(['data-disk', 'DataImage'], {
        en: 'A data disk image: service data without an operating system, from which EVS disks are created.',
        zh: '数据盘镜像，只包含业务数据，没有操作系统，用于创建云硬盘。',
      }),
      word('full-ecs', {
        en: 'A full-ECS image: the system disk and all data disks of an ECS. It can be copied across regions only, and neither exported nor published.',
        zh: '整机镜像，包含弹性云服务器的系统盘和全部数据盘。只能跨区域复制，不能导出或发布。',
      }),
      word(['iso', 'IsoImage'], {
        en: 'An ISO image: the installation medium for one temporary server. It cannot be replicated, exported or encrypted.',
        zh: 'ISO 镜像，即安装介质，用于创建一台临时云服务器。不能复制、导出或加密。',
      }),
    ],
  },

  // Open, because a format that IMS does not take is for the rule `import-format` to tell.
  'disk-format': {
    doc: { en: 'The formats of image files.', zh: '镜像文件的格式。' },
    open: true,
    words: [
      word('VMDK', { en: 'The disk format of VMware.', zh: 'VMware 的磁盘格式。' }),
      word('VHD', { en: 'The disk format of older Hyper-V versions.', zh: '早期 Hyper-V 的磁盘格式。' }),
      word('QCOW2', {
        en: 'The disk format of QEMU and KVM, with compression and snapshots.',
        zh: 'QEMU 和 KVM 的磁盘格式，支持压缩和快照。',
      }),
      word('RAW', {
        en: 'The bytes of the disk as they are. Fast import takes it, together with a bitmap file.',
        zh: '磁盘内容的原样字节。支持快速导入，须附带位表文件。',
      }),
      word('VHDX', {
        en: 'The disk format of Hyper-V since 2012, for disks above 2 TB too.',
        zh: '2012 年以来 Hyper-V 的磁盘格式，可用于 2 TB 以上的磁盘。',
      }),
      word('QED', {
        en: 'A simplified QCOW2 that QEMU has given up again.',
        zh: 'QCOW2 的简化格式，QEMU 已不再发展。',
      }),
      word('VDI', { en: 'The disk format of VirtualBox.', zh: 'VirtualBox 的磁盘格式。' }),
      word('QCOW', {
        en: 'The first QEMU format that grows with its content, before QCOW2.',
        zh: 'QEMU 的早期格式，QCOW2 的前身。',
      }),
      word('ZVHD2', {
        en: 'The compressed format of Huawei Cloud that loads on demand. Fast import takes it.',
        zh: '华为云的压缩格式，支持按需加载。支持快速导入。',
      }),
      word('ZVHD', { en: 'The older compressed format of Huawei Cloud.', zh: '华为云较早的压缩格式。' }),
      word('ISO', {
        en: 'An installation medium. It is registered as an ISO image and cannot be imported as a disk.',
        zh: '安装介质。须注册为 ISO 镜像，不能作为磁盘镜像导入。',
      }),
    ],
  },

  // Open, because a format that IMS does not write is for the rule `export-format` to tell.
  'export-format': {
    doc: { en: 'The formats that an image can be exported in.', zh: '镜像可以导出的格式。' },
    open: true,
    words: [
      word('QCOW2', { en: 'For QEMU, KVM and OpenStack.', zh: '适用于 QEMU、KVM 和 OpenStack。' }),
      word('VMDK', { en: 'For VMware.', zh: '适用于 VMware。' }),
      word('VHD', { en: 'For Hyper-V.', zh: '适用于 Hyper-V。' }),
      word('ZVHD2', {
        en: 'The compressed format of Huawei Cloud, ready for fast import into another region or account.',
        zh: '华为云的压缩格式，可直接快速导入到其他区域或账号。',
      }),
      word('ZVHD', { en: 'The older compressed format of Huawei Cloud.', zh: '华为云较早的压缩格式。' }),
    ],
  },

  platform: {
    doc: {
      en: 'The distributions and products that IMS tells apart. An image with Windows, SUSE, RedHat, Ubuntu or Oracle Linux from a public image cannot be exported.',
      zh: 'IMS 区分的操作系统发行版和产品。来自公共镜像的 Windows、SUSE、RedHat、Ubuntu 或 Oracle Linux 不能导出。',
    },
    open: false,
    words: [
      word('Windows', {
        en: 'Microsoft Windows. An image that goes back to a public Windows image cannot be exported.',
        zh: 'Microsoft Windows。源自 Windows 公共镜像的镜像不能导出。',
      }),
      word('Ubuntu', {
        en: 'Ubuntu by Canonical. An image that goes back to a public Ubuntu image cannot be exported.',
        zh: 'Canonical 的 Ubuntu。源自 Ubuntu 公共镜像的镜像不能导出。',
      }),
      word(['RedHat', 'Red Hat'], {
        en: 'Red Hat Enterprise Linux. An image that goes back to a public Red Hat image cannot be exported.',
        zh: 'Red Hat Enterprise Linux。源自 Red Hat 公共镜像的镜像不能导出。',
      }),
      word('SUSE', {
        en: 'SUSE Linux Enterprise, which is not OpenSUSE. An image that goes back to a public SUSE image cannot be exported.',
        zh: 'SUSE Linux Enterprise，不同于 OpenSUSE。源自 SUSE 公共镜像的镜像不能导出。',
      }),
      word('CentOS', {
        en: 'CentOS, the free rebuild of Red Hat Enterprise Linux.',
        zh: 'CentOS，Red Hat Enterprise Linux 的免费重构版。',
      }),
      word('Debian', { en: 'Debian GNU/Linux.', zh: 'Debian GNU/Linux 发行版。' }),
      word('OpenSUSE', {
        en: 'openSUSE by its community. The ban on exporting SUSE images is not about it.',
        zh: '社区版 openSUSE。SUSE 镜像的导出限制不适用于它。',
      }),
      word('Oracle Linux', {
        en: 'Oracle Linux. An image that goes back to a public Oracle Linux image cannot be exported.',
        zh: 'Oracle Linux 发行版。源自 Oracle Linux 公共镜像的镜像不能导出。',
      }),
      word('Fedora', { en: 'Fedora Linux.', zh: 'Fedora Linux 发行版。' }),
      word('EulerOS', { en: 'EulerOS by Huawei.', zh: '华为的 EulerOS。' }),
      word('CoreOS', { en: 'CoreOS, a system for containers.', zh: 'CoreOS，面向容器的操作系统。' }),
      word('Other', { en: 'Any other operating system.', zh: '其他操作系统。' }),
    ],
  },

  'os-type': {
    doc: { en: 'The families of operating systems.', zh: '操作系统的类型。' },
    open: false,
    words: [
      word('Linux', { en: 'Any distribution of Linux.', zh: '任意 Linux 发行版。' }),
      word('Windows', { en: 'Any edition of Windows.', zh: '任意 Windows 版本。' }),
      word('Other', { en: 'Neither Linux nor Windows.', zh: '既不是 Linux 也不是 Windows。' }),
    ],
  },

  'os-bit': {
    doc: { en: 'How many bits an address has in the operating system.', zh: '操作系统的位数。' },
    open: false,
    words: [
      word('64', { en: 'A 64-bit operating system.', zh: '64 位操作系统。' }),
      word('32', {
        en: 'A 32-bit operating system. It runs only on servers with at most 4 GB of memory.',
        zh: '32 位操作系统。只能用于内存不超过 4 GB 的云服务器。',
      }),
    ],
  },

  origin: {
    doc: { en: 'What an operating system can come from.', zh: '操作系统的来源。' },
    open: false,
    words: [
      word('public', {
        en: 'A public image of Huawei Cloud. With Windows, SUSE, RedHat, Ubuntu or Oracle Linux it cannot be exported.',
        zh: '华为云的公共镜像。平台为 Windows、SUSE、RedHat、Ubuntu 或 Oracle Linux 时不能导出。',
      }),
      word(['marketplace', 'KooGallery'], {
        en: 'An image bought in Marketplace, called KooGallery since 2025. What goes back to one cannot be exported.',
        zh: '云市场镜像（云市场自 2025 年起称为 KooGallery 云商店）。源自它的镜像不能导出。',
      }),
      word('file', {
        en: 'An external image file that was imported. Its platform does not stand in the way of an export.',
        zh: '导入的外部镜像文件。其平台不影响导出。',
      }),
      word('iso', {
        en: 'An installation from an ISO file. The image can be exported, but not copied within its region.',
        zh: '通过 ISO 文件安装。镜像可以导出，但不能在区域内复制。',
      }),
    ],
  },

  'created-from': {
    doc: { en: 'What a full-ECS image can be made of.', zh: '整机镜像的创建方式。' },
    open: false,
    words: [
      word('ecs', {
        en: 'An ECS. The image can be shared if the ECS never had a CSBS backup.',
        zh: '弹性云服务器。该云服务器从未有过云服务器备份（CSBS）时，镜像可以共享。',
      }),
      word('cbr', {
        en: 'A CBR backup. The image can be shared.',
        zh: '云备份（CBR）。镜像可以共享。',
      }),
      word('csbs', {
        en: 'A CSBS backup. The image cannot be shared.',
        zh: '云服务器备份（CSBS）。镜像不能共享。',
      }),
    ],
  },

  'import-type': {
    doc: { en: 'The kinds of server that an imported image is meant for.', zh: '导入的镜像适用的服务器类型。' },
    open: false,
    words: [
      word(['ECS', 'FusionCompute'], { en: 'The image is for Elastic Cloud Servers.', zh: '镜像用于弹性云服务器。' }),
      word(['BMS', 'Ironic'], { en: 'The image is for Bare Metal Servers.', zh: '镜像用于裸金属服务器。' }),
    ],
  },

  firmware: {
    doc: { en: 'The ways in which a server boots.', zh: '云服务器的启动方式。' },
    open: false,
    words: [
      word('bios', { en: 'The classic boot of x86 servers.', zh: 'x86 云服务器的传统启动方式。' }),
      word('uefi', {
        en: 'The boot of all arm servers, and of x86 servers whose image is made for it.',
        zh: '所有 Arm 云服务器的启动方式，x86 镜像支持时也可使用。',
      }),
    ],
  },

  // Open, because the API may offer other licenses in other regions.
  license: {
    doc: { en: 'Where the license of an operating system can come from.', zh: '操作系统许可证的来源。' },
    open: true,
    words: [
      word('platform', { en: 'The cloud supplies the license.', zh: '由云平台提供许可证。' }),
      word('byol', { en: 'You bring a license of your own.', zh: '使用自带许可证。' }),
    ],
  },

  severity: {
    doc: { en: 'How grave the findings of a rule are.', zh: '规则所发现问题的严重程度。' },
    open: false,
    words: [
      word('off', { en: 'The rule is turned off.', zh: '关闭该规则。' }),
      word('hint', { en: 'Shown faintly in the editor.', zh: '在编辑器中以弱提示显示。' }),
      word('information', { en: 'Good to know.', zh: '供参考。' }),
      word('warning', { en: 'Likely to be wrong, or against a recommendation.', zh: '可能有误，或不符合建议。' }),
      word('error', { en: 'IMS refuses it.', zh: 'IMS 会拒绝该操作。' }),
    ],
  },
};
