
        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
{{parameters}}
        ): Builder =
            Builder(null)
{{setters}}
