import { fileFormat, type Scene } from '../facts/scene.ts';
import { all, not, type Truth } from '../facts/truth.ts';
import type { Localized } from '../localized.ts';
import type { Place } from '../model/place.ts';
import { become } from './fix/become.ts';
import { constraintRule } from './rule.ts';

/** A step of the workflow that an ISO file cannot take, or that takes nothing else. */
interface WrongStep {
  violated(scene: Scene): Truth;
  place(scene: Scene): Place;
  message(scene: Scene): Localized;
}

const file = ({ said: { struct } }: Scene): Place => struct.placeOf(struct.has('format') ? 'format' : 'image_url');
const isIsoImage = ({ image }: Scene): Truth => image.fact('type').is('iso');

const importing: WrongStep = {
  violated: scene => fileFormat(scene).is('ISO'),
  place: file,
  message: ({ operation }) =>
    operation.action === 'import-system-disk-image'
      ? {
          en: 'An ISO file cannot be imported as a system disk image. Use `register-iso`, create one temporary server from the ISO image, and make the system disk image from that.',
          zh: 'ISO 文件不能直接导入为系统盘镜像。请用 `register-iso` 注册为 ISO 镜像，用它创建一台临时云服务器，再由该云服务器创建系统盘镜像。',
        }
      : {
          en: 'An ISO file cannot be imported as a data disk image: it is a medium to install an operating system from. Import an image file of a disk.',
          zh: 'ISO 文件用于安装操作系统，不能导入为数据盘镜像。请导入磁盘的镜像文件。',
        },
};

const registering: WrongStep = {
  violated: scene => not(fileFormat(scene).is('ISO')),
  place: file,
  message: scene => {
    const format = fileFormat(scene).value;
    return {
      en: `The file is ${format}, and only an ISO file can be registered as an ISO image. Use \`import-system-disk-image\` for an image file of a disk.`,
      zh: `该文件为 ${format} 格式，只有 ISO 文件才能注册为 ISO 镜像。磁盘的镜像文件请使用 \`import-system-disk-image\`。`,
    };
  },
};

const installing: WrongStep = {
  violated: scene => all(isIsoImage(scene), scene.said.integer('count', 1).over(1)),
  place: ({ said }) => said.struct.placeOf('count'),
  message: ({ said, image }) => {
    const count = said.integer('count', 1).value;
    return {
      en: `${count} servers would be created from the ISO image \`${image.label}\`, which makes one temporary server at a time. Create one, make a system disk image from it, and create the others from that.`,
      zh: `将使用 ISO 镜像 \`${image.label}\` 创建 ${count} 台云服务器，而 ISO 镜像一次只能创建一台临时云服务器。请先创建一台，由它创建系统盘镜像，再用该镜像创建其余的云服务器。`,
    };
  },
};

const changingOs: WrongStep = {
  violated: isIsoImage,
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is an ISO image, from which only a temporary server can be created. Change the OS with the system disk image that is made from that server.`,
    zh: `\`${image.label}\` 是 ISO 镜像，只能用于创建临时云服务器。请使用由该云服务器创建的系统盘镜像来切换操作系统。`,
  }),
};

const creatingDisk: WrongStep = {
  violated: isIsoImage,
  place: ({ said }) => said.struct.placeOf('image'),
  message: ({ image }) => ({
    en: `\`${image.label}\` is an ISO image, from which no data disk can be created. Use a data disk image.`,
    zh: `\`${image.label}\` 是 ISO 镜像，不能用于创建数据盘。请使用数据盘镜像。`,
  }),
};

const steps = {
  'import-system-disk-image': importing,
  'import-data-disk-image': importing,
  'register-iso': registering,
  'create-servers': installing,
  'change-os': changingOs,
  'create-data-disk': creatingDisk,
} as const;

const actions = Object.keys(steps) as (keyof typeof steps)[];
const stepOf = ({ operation }: Scene): WrongStep => steps[operation.action as keyof typeof steps];

export default constraintRule({
  id: 'iso-workflow',
  source: ['T2'],
  severity: 'error',
  actions,
  constraint: {
    en: 'An ISO file is registered as an ISO image, from which one temporary ECS is created at a time; the system disk image is made from that ECS.',
    zh: '须将 ISO 文件注册为 ISO 镜像，每次用它创建一台临时云服务器，再由该云服务器创建系统盘镜像。',
  },
  violated: scene => stepOf(scene).violated(scene),
  place: scene => stepOf(scene).place(scene),
  message: scene => stepOf(scene).message(scene),
  fixes: scene => {
    const { operation, said } = scene;
    if (operation.action !== 'import-system-disk-image' || !said.struct.has('os_version')) return [];
    // An ISO image has no key to be encrypted with.
    const edits = become(scene, 'register-iso', ['cmk_id']);
    const title = { en: 'Register the file as an ISO image', zh: '将该文件注册为 ISO 镜像' };
    return edits === undefined ? [] : [{ title, safe: true, edits }];
  },
});
