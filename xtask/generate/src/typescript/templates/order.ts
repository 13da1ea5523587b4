  /** The order that the call is about, or its reference. It fills missing members of the identity, and nothing else. */
  readonly order?: OrderRef | Order | undefined;
