const FOLDERS = {
  Schema: 'schemas',
  Parameter: 'parameters',
  Response: 'responses',
  Header: 'headers',
  Example: 'examples',
};

/**
 * Checks the names of files: a path item is named for its URL with `_` for `/`, a webhook for its name, and a component
 * for itself, in the folder of its kind. The bundle takes the names of its components from there.
 */
export function fileNames() {
  return {
    ref(node, { type, key, report, location }, resolved) {
      const file = resolved?.location?.source.absoluteRef;
      if (!file || file === location.source.absoluteRef) return;
      const expected = expectedFile(type.name, String(key));
      if (expected && !expected.test(decodeURIComponent(file))) {
        report({
          message: `\`${node.$ref}\` should end like ${expected}: a file is named for its content.`,
          location,
        });
      }
    },
  };
}

function expectedFile(type, key) {
  if (type === 'PathItem') {
    return key.startsWith('/')
      ? fileLike(`paths/${literally(key.slice(1).replaceAll('/', '_'))}`)
      : fileLike(`webhooks/${literally(key)}`);
  }
  if (type === 'SecurityScheme') return fileLike(`components/securitySchemes/${literally(key)}`);
  return FOLDERS[type] && fileLike(`components/${FOLDERS[type]}/[A-Z][A-Za-z0-9]*`);
}

function fileLike(pattern) {
  return new RegExp(`/${pattern}\\.yaml$`);
}

function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
