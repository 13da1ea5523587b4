{{parameters}}/** What may be found out about a call whose answer was lost: `Draft.settle` takes it. */
sealed interface Found

{{classes}}

{{event}}
