package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"

	"tollbook/casualty"
)

// Columns are the claims of a view as plain numbers, one place of every slice a
// claim, in the order of incident and claim. A million of them load in a fraction
// of the time that their JSON takes. A code is its place in the table of package
// casualty, counted from 1; 0 is not stated.
type Columns struct {
	Head       Head     // that they belong to
	Incident   []uint64 // number of the id; 0: not linked
	Claim      []uint64
	Source     []uint64
	Origin     []uint64 // 0: the source is the origin
	N, N2      []uint32 // meaningful where the qualifier carries a number
	Identified []uint32
	Harm       []uint8 // of casualty.Harms
	Qualifier  []uint8 // of casualty.Qualifiers
	Status     []uint8 // of casualty.Statuses
	Scope      []uint8 // of casualty.Scopes
	Population []uint8 // of casualty.Populations
	Group      []uint8 // of casualty.Groups
	Severity   []uint8 // of casualty.Severities
	Unit       []uint8 // of casualty.Units
	State      []uint8 // of casualty.States
	Flags      []ColumnFlags
}

// ColumnFlags are the yes-or-no parts of a claim.
type ColumnFlags uint16

// The flags of a row.
const (
	FlagSubset ColumnFlags = 1 << iota
	FlagNegated
	FlagContested
	FlagBesides
	FlagFinal
	FlagDenied      // the word of the qualifier none
	FlagNotReported // the word of the qualifier none
	FlagReplaces    // repeats or supersedes another claim: look at the record
)

// A row is fixed in width, numbers big-endian:
//
//	key     0  incident   8 bytes; 0: not linked
//	        8  claim      8
//	value   0  source     8
//	        8  origin     8
//	       16  n          4
//	       20  n2         4
//	       24  identified 4
//	       28  flags      2
//	       30  harm, qualifier, status, scope, population, group, severity, unit, state: 1 each
//	       39  zero       1
const rowSize = 40

// columnsVersion changes with the layout above.
const columnsVersion = "1"

// columnsMark names the head and the layout that the rows belong to. The tables
// of codes are part of the layout: a row holds places in them.
func columnsMark(h Head) string {
	sum := sha256.Sum256(fmt.Append(nil, columnsVersion,
		casualty.Harms, casualty.Qualifiers, casualty.Statuses, casualty.Scopes, casualty.Populations,
		casualty.Groups, casualty.Severities, casualty.Units, casualty.States))
	return hex.EncodeToString(sum[:8]) + " " + h.Hash
}

// claimRow is a claim's row. A code that its table does not have is refused.
func claimRow(c casualty.Claim) (key, row []byte, err error) {
	incident, err := numberIn(string(c.Incident), 'i')
	if err != nil {
		return nil, nil, err
	}
	claim, err := numberIn(string(c.ID), 'c')
	if err != nil {
		return nil, nil, err
	}
	source, err := numberIn(string(c.Source), 's')
	if err != nil {
		return nil, nil, err
	}
	origin, err := numberIn(string(c.Origin), 'o')
	if err != nil {
		return nil, nil, err
	}
	row = make([]byte, rowSize)
	binary.BigEndian.PutUint64(row, source)
	binary.BigEndian.PutUint64(row[8:], origin)
	return number(number(nil, incident), claim), row, fillRow(row, c)
}

func fillRow(row []byte, c casualty.Claim) error {
	n, _ := c.Count.Number()
	n2, _ := c.Count.Second()
	binary.BigEndian.PutUint32(row[16:], uint32(n))
	binary.BigEndian.PutUint32(row[20:], uint32(n2))
	if c.Identified < 0 || c.Identified > casualty.MaxPeople {
		return &casualty.Problem{Where: "identified", Found: fmt.Sprint(c.Identified), Want: "a number of people"}
	}
	binary.BigEndian.PutUint32(row[24:], uint32(c.Identified))
	binary.BigEndian.PutUint16(row[28:], uint16(flagsOf(c)))
	for i, code := range []func() (uint8, error){
		placeIn("harm", c.Harm, casualty.Harms),
		placeIn("count: qualifier", c.Count.Qualifier, casualty.Qualifiers),
		placeIn("status", c.Status, casualty.Statuses),
		placeIn("scope", c.Scope, casualty.Scopes),
		placeIn("population", c.Population, casualty.Populations),
		placeIn("group", c.Group, casualty.Groups),
		placeIn("severity", c.Severity, casualty.Severities),
		placeIn("count: unit", c.Count.Unit, casualty.Units),
		placeIn("state", c.State, casualty.States),
	} {
		var err error
		if row[30+i], err = code(); err != nil {
			return err
		}
	}
	return nil
}

func flagsOf(c casualty.Claim) (flags ColumnFlags) {
	for i, set := range []bool{
		c.Subset, c.Negated, c.Contested, c.Besides, c.Final,
		c.Count.Qualifier == casualty.None && c.Count.Word == casualty.Denied,
		c.Count.Qualifier == casualty.None && c.Count.Word == casualty.NotReported,
		c.Repeats != "" || c.Supersedes != "",
	} {
		if set {
			flags |= 1 << i
		}
	}
	return flags
}

// numberIn is the number of an id of one kind; 0 for the empty id.
func numberIn(id string, letter byte) (uint64, error) {
	if id == "" {
		return 0, nil
	}
	r, err := parseRef(id)
	if err != nil || r.letter != letter {
		return 0, fmt.Errorf("%w: %q is no id of a %s", casualty.ErrNotFound, casualty.Shorten(id, 20), tableOf(letter).name())
	}
	return r.number, nil
}

// placeIn is the place of a code in its table, counted from 1.
func placeIn[C ~string](where string, code C, table []C) func() (uint8, error) {
	return func() (uint8, error) {
		if code == "" {
			return 0, nil
		}
		at := slices.Index(table, code)
		if at < 0 {
			return 0, &casualty.Problem{Where: where, Found: string(code), Want: fmt.Sprintf("one of %v", table)}
		}
		return uint8(at + 1), nil
	}
}
