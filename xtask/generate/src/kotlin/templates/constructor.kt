    constructor(
{{parameters}}
    ) : this(
        membersOf(
{{members}}
        ),
    )
