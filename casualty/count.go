package casualty

import (
	"encoding/json"
	"fmt"
)

// A Count is a number as worded. It keeps what was written; what it is worth in
// people is the business of a [Lexicon]. The zero Count is not stated.
//
//	"at least 12"               {AtLeastN, N: 12}
//	"between 3 and 7"           {BetweenN, N: 3, N2: 7}
//	"dozens"                    {Vague, Word: "dozens"}
//	"no casualties reported"    {None, Word: "not_reported"}
//	"there were deaths"         {Unspecified}
//	"three families"            {Exact, N: 3, Unit: Families}
type Count struct {
	Qualifier Qualifier
	N         int    // meaningful where Number says so
	N2        int    // the upper number of BetweenN
	Word      string // the vague word as a code: "dozens"; Denied or NotReported for None; else the wording where it matters ("fewer than 12")
	Unit      Unit   // empty: people
	Language  string // of the words, ISO 639-1; empty: not stated
}

// numbers tells how many numbers each qualifier carries.
var numbers = map[Qualifier]int{
	Exact: 1, AtLeastN: 1, MoreThan: 1, UpTo: 1, About: 1, BetweenN: 2,
	Vague: 0, None: 0, Unspecified: 0,
}

// Number is the number as written; ok is false where the words give none. No
// caller may read N without it: an unknown is never 0.
func (c Count) Number() (n int, ok bool) { return c.N, numbers[c.Qualifier] >= 1 }

// Second is the upper number of "between 3 and 7".
func (c Count) Second() (n int, ok bool) { return c.N2, numbers[c.Qualifier] == 2 }

// Stated tells whether the count says anything.
func (c Count) Stated() bool { return c.Qualifier != "" }

// Check tells what is wrong with a count, nil if nothing is.
func (c Count) Check() error {
	wants, known := numbers[c.Qualifier]
	switch {
	case !c.Stated():
		if c != (Count{}) {
			return &Problem{Where: "count", Want: "a qualifier, one of " + list(Qualifiers)}
		}
		return nil
	case !known:
		return &Problem{Where: "count", Found: string(c.Qualifier), Want: "one of " + list(Qualifiers)}
	case wants == 0 && c.N != 0, wants < 2 && c.N2 != 0:
		return &Problem{Where: "count", Found: c.String(), Want: fmt.Sprintf("no number: %s carries %d", c.Qualifier, wants)}
	case c.N < 0 || c.N > MaxPeople || c.N2 > MaxPeople:
		return &Problem{Where: "count", Found: c.String(), Want: "a number of people from 0 to 1,000,000,000"}
	case wants == 2 && c.N2 < c.N:
		return &Problem{Where: "count", Found: c.String(), Want: "the smaller number first"}
	case c.Qualifier == Vague && c.Word == "":
		return &Problem{Where: "count", Want: "the vague word itself, such as dozens"}
	case c.Qualifier == None && c.Word != Denied && c.Word != NotReported:
		return &Problem{Where: "count", Found: c.Word, Want: "denied or not_reported: who counts nobody says which"}
	}
	return checkCode("count: unit", c.Unit, Units)
}

// wordings say a count for a reader.
var wordings = map[Qualifier]string{
	Exact: "%s", AtLeastN: "at least %s", MoreThan: "more than %s", UpTo: "up to %s", About: "about %s", BetweenN: "%s to %s",
}

// String says the count for a reader: "at least 12", "dozens", "none reported".
func (c Count) String() string {
	var text string
	switch {
	case !c.Stated():
		return "not stated"
	case c.Qualifier == None && c.Word == Denied:
		return "none"
	case c.Qualifier == None:
		return "none reported"
	case c.Qualifier == Unspecified:
		return "stated without a number"
	case c.Qualifier == Vague:
		text = c.Word
	case c.Qualifier == BetweenN:
		text = fmt.Sprintf(wordings[BetweenN], group(c.N), group(c.N2))
	default:
		text = fmt.Sprintf(wordings[c.Qualifier], group(c.N))
	}
	if c.Unit == Families {
		text += " families"
	}
	return text
}

// countJSON is a count in every machine form. n is null where the words give no
// number.
type countJSON struct {
	Qualifier Qualifier `json:"qualifier"`
	N         *int      `json:"n"`
	N2        *int      `json:"n2"`
	Word      *string   `json:"word"`
	Unit      Unit      `json:"unit,omitempty"`
	Language  string    `json:"language,omitempty"`
}

// MarshalJSON writes {"qualifier":"at_least","n":12,"n2":null,"word":null}; a
// count that is not stated is null.
func (c Count) MarshalJSON() ([]byte, error) {
	if !c.Stated() {
		return []byte("null"), nil
	}
	form := countJSON{Qualifier: c.Qualifier, Unit: c.Unit, Language: c.Language}
	if n, ok := c.Number(); ok {
		form.N = &n
	}
	if n, ok := c.Second(); ok {
		form.N2 = &n
	}
	if c.Word != "" {
		form.Word = &c.Word
	}
	return json.Marshal(form)
}

// UnmarshalJSON reads what MarshalJSON writes. A qualifier that needs a number
// and comes with null is refused, never read as 0.
func (c *Count) UnmarshalJSON(data []byte) error {
	var form *countJSON
	if err := json.Unmarshal(data, &form); err != nil {
		return err
	}
	if form == nil {
		*c = Count{}
		return nil
	}
	parsed := Count{Qualifier: form.Qualifier, Unit: form.Unit, Language: form.Language}
	wants := numbers[form.Qualifier]
	if (form.N != nil) != (wants >= 1) || (form.N2 != nil) != (wants == 2) {
		return &Problem{Where: "count", Found: string(data), Want: fmt.Sprintf("%d numbers beside %q", wants, form.Qualifier)}
	}
	if form.N != nil {
		parsed.N = *form.N
	}
	if form.N2 != nil {
		parsed.N2 = *form.N2
	}
	if form.Word != nil {
		parsed.Word = *form.Word
	}
	if err := parsed.Check(); err != nil {
		return err
	}
	*c = parsed
	return nil
}
