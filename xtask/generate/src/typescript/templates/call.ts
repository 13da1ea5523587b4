
{{doc}}  {{method}}(params: {{params}}): Promise<Call<{{reply}}>> {
    return this._call("{{name}}", params);
  }
