// Package mapping says what the columns of a table mean and reads its rows: who
// was harmed, how many, when and where, each number with its cell.
//
//	Mapping   columns by their headings, never by their position; a file that people read
//	Find      a proposal, from headings, HXL tags and what stands in the cells
//	Bind      a mapping on a table: every heading found, day and month told apart
//	Entry     a row: an incident, its figures, and what could not be read
//
// Nothing is guessed. A cell that is not understood is a problem with its place;
// a blank, a question mark and "unknown" are not stated; 0 is a reported zero
// only where the mapping does not say that 0 may stand for unknown.
package mapping
