// Package sheet is the one door to the library that writes workbooks. It owns
// the order of the library's calls, the names and widths and styles, and the
// bytes of the file: the same rows give the same file, on any machine.
//
//	Book    a workbook: its properties and its sheets, declared before anything is written
//	Sheet   one sheet: a title, what it holds, a link back, at most one table
//	Table   columns and the number of rows, declared before the first row
//
// What the library would lose without a word (a call that comes too late, a
// text that is too long, a second heading of one name) is an error here.
package sheet
