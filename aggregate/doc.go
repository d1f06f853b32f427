// Package aggregate makes figures of claims, and tables of figures. It is pure:
// no clock, disk or network, and the order of the claims never changes a result.
//
//	link      which incident a claim speaks of, proposed with reasons; a person confirms
//	collapse  within one origin a later claim replaces an earlier one; a repetition is no second claim
//	code      a count becomes a range by the method's lexicon
//	settle    the method makes a figure and says what it counted and set aside, and why
//	tabulate  figures are summed: lows and highs apart, open highs kept open, unknowns counted
//
// Around that way stand the comparison of methods, the difference between two
// times with its causes, the check of parts and of running totals, and the outlines
// by which a book keeps its figures up to date.
//
// The rules are written in docs/methods.md, whose examples run as tests.
package aggregate
