// Package people is who may do what on a served book: accounts with a role,
// sessions, tokens for programs, and how one signs in.
//
// Everything lies in drawers of the book's file ([store.Drawer]), so it is backed
// up with the record and is no part of it. Of every secret only a digest is kept:
// argon2id of passwords, SHA-256 of what the program itself made at random.
package people
