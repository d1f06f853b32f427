// Package curate is what a person does to the record: confirm, mend, reject and
// link claims, say who spoke, correct and retract. The terminal, the decisions
// file and the server all come through here, so that they can do the same and
// refuse the same.
//
// Every function takes a [store.Change]: the caller opens one act, with its
// author and reason, and all that is done within it is one entry of the journal,
// kept or refused as a whole and undone as a whole.
package curate
