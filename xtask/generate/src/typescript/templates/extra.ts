  /** Members that Payscore does not know. They are sent as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
