{{documentation}}
{{overloads}}    fun {{name}}(
{{parameters}}
    ): {{reply}} =
        {{name}}(
            {{params}}(
{{arguments}}
            ),
        )

{{object_documentation}}
    fun {{name}}(params: {{params}}): {{reply}} =
        {{reply}}(compute("{{function}}", params))
