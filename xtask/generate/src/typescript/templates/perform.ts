
{{doc}}  {{method}}(params: {{params}}, options?: SendOptions): Promise<{{reply}}> {
    return this._perform("{{name}}", params, options);
  }
