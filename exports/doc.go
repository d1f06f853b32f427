// Package exports lays the record out for others: the report workbook, and the
// same tables in other forms.
//
// The way of the data within the package:
//
//	profile   what a reader of this profile may see; nothing else goes further
//	content   the figures, the claims behind each, and what they refer to
//	table     one table each: columns with their meanings and their values
//	workbook  the tables on sheets, with links and live formulas
//
// Only internal/sheet touches the library that writes the file. Plain values go
// in and bytes come out: no clock, no network, and no name of the machine.
// docs/workbook.md describes the workbook for its readers.
package exports
