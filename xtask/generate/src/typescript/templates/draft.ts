
  /** Makes the exact bytes of `{{name}}`, not signed yet. */
  draft(operation: "{{name}}", params: {{params}}): Draft<{{reply}}>;
