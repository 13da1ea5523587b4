{{documentation}}
    @JvmOverloads
    fun {{name}}(
{{parameters}}
        extra: Map<String, Any?>? = null,
    ): {{result}} = {{hook}}(Registry.{{operation}}, {{passed}}, extra)
