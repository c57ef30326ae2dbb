import { parse } from 'yaml';

/** How the same manifest is spelled, and where in its text things happen. */
export const formats = {
  yaml: {
    textOf: manifest => manifest,
    value: 'description: ',
    reference: 'image: golden-',
    item: '  - action: share\n',
    newItem: '  - action: tag\n    image: golden-0\n    tags: { reviewed: this-week }\n',
    section: '\noperations:',
    newSection: 'backups: {}',
    capacity: 'min_disk: 40 GB',
    flag: 'encrypted: false',
  },
  json: {
    textOf: manifest => `${JSON.stringify(parse(manifest, { prettyErrors: false, uniqueKeys: false }), null, 2)}\n`,
    value: '"description": "',
    reference: '"image": "golden-',
    item: '    {\n      "action": "share",\n',
    newItem: '    { "action": "tag", "image": "golden-0", "tags": { "reviewed": "this-week" } },\n',
    section: '  "operations":',
    newSection: '"backups": {},',
    capacity: '"min_disk": "40 GB"',
    flag: '"encrypted": false',
  },
};
