// Package casualty holds the words of the record: what a source said, as it
// said it, and what a person made of it.
//
// The way of the data reads from top to bottom:
//
//	Document   one published item exactly as received
//	Report     what one document says: who read it, its claims
//	Claim      one number in a report, with its quote and its place
//	Count      the number as worded: "at least 12", "dozens"
//	Range      what a [Lexicon] makes of a count: 12 or more
//	Incident   harm at a place and time, with the claims that speak of it
//	Decision   a person's judgment, with reason, author and sign-off
//	Release    a frozen export
//
// A number is never stored over its words: a [Count] keeps what was written and
// a [Range] is computed from it. Five values are never mixed up: a range (0 to 0
// is a denial), none reported, stated without a number, not stated, not
// collected. The zero value of every type here means "not stated", never 0.
//
// The package imports the standard library only and reads no clock, disk or
// network.
package casualty
