// Package tollbook is the root of the program; see ARCHITECTURE.md. It holds the
// tests that speak of the whole tree.
package tollbook
