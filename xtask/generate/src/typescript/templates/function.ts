
{{doc}}  {{method}}(params: {{params}}): {{reply}} {
    return this._compute("{{name}}", params);
  }
