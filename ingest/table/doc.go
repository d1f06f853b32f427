// Package table reads the files in which figures are kept: workbooks (xlsx),
// separated values (csv, tsv) and JSON records. It gives rows of cells, each
// with its place and its text as written, and says nothing of what they mean.
//
// Files come from anywhere. Nothing is unpacked to disk, no formula is
// computed, no entity is expanded, and every part is read within a bound:
//
//	open.go      what a file is, by its bytes and never by its name
//	xlsx.go      the parts of a workbook; sheet.go its rows; format.go its dates
//	xmlscan.go   the little of XML that workbooks need
//	csv.go       separated values; charset.go and dialect.go find how they are written
//	json.go      records
//	annotate.go  the same file again, with columns added
package table
