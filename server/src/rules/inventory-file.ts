import type { Localized } from '../localized.ts';
import type { InventoryFault } from '../model/problem.ts';
import { manifestRule } from './rule.ts';

const messages: Readonly<Record<InventoryFault, Localized>> = {
  missing: {
    en: 'There is no such file. Correct the path, which is relative to the manifest, or save the response there.',
    zh: '没有此文件。请更正路径（相对于清单），或将响应保存到该处。',
  },
  unreadable: {
    en: 'This cannot be read as a text file. Check what it is, and who may read it.',
    zh: '无法将其作为文本文件读取。请检查文件类型和读取权限。',
  },
  'no-json': {
    en: 'This file is not JSON. Save the response of `GET /v2/cloudimages` as it comes.',
    zh: '该文件不是 JSON。请原样保存 `GET /v2/cloudimages` 的响应。',
  },
  'no-inventory': {
    en: 'This file is not a response of `GET /v2/cloudimages`: that is an object with `images`, or the list of images itself.',
    zh: '该文件不是 `GET /v2/cloudimages` 的响应：应为含 `images` 的对象，或镜像列表本身。',
  },
  outside: {
    en: 'This path leads out of the folder that is being worked on, and is not read. Put the file inside it and give a relative path.',
    zh: '该路径指向工作文件夹之外，不会读取。请将文件放入其中，并填写相对路径。',
  },
};

export default manifestRule({
  id: 'inventory-file',
  severity: 'error',
  constraint: {
    en: 'An inventory must be a readable file with a response of `GET /v2/cloudimages`.',
    zh: '镜像列表文件须可读取，且为 `GET /v2/cloudimages` 的响应。',
  },
  message: ({ fault }) => messages[fault],
});
