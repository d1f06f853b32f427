package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tollbook/casualty"
)

// Excel's limits, from its page "Excel specifications and limits".
const (
	MaxRows     = 1_048_576
	MaxColumns  = 16_384
	MaxText     = 32_767 // UTF-16 units in a cell
	MaxFeeds    = 253    // line feeds in a cell
	MaxFormula  = 8_192  // characters
	maxName     = 31     // of a sheet
	maxHeading  = 255    // of a table's column
	maxChoices  = 255    // characters of a list typed into a validation
	maxWidth    = 60.0   // of a column, in characters; ours, for the eye
	minWidth    = 8.0
	maxHeadFoot = 255 // characters of a header or footer
)

var (
	sheetName = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N}_' ]*$`)
	tableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]*$`)
	cellLike  = regexp.MustCompile(`^(?i)([A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R|C)$`)
	generic   = regexp.MustCompile(`^(?i)(sheet[0-9]*|history)$`)
)

// checkNames refuses sheet names that Excel repairs, cuts or confuses.
func checkNames(names []string) error {
	seen := map[string]bool{}
	for _, name := range names {
		key := strings.ToLower(name)
		switch {
		case utf8.RuneCountInString(name) > maxName:
			return &casualty.Problem{Where: "sheet name", Found: name, Want: "at most 31 characters"}
		case !sheetName.MatchString(name) || name != strings.TrimSpace(name) || strings.HasSuffix(name, "'"):
			return &casualty.Problem{Where: "sheet name", Found: name, Want: "letters, digits, blanks and underscores, a letter first"}
		case generic.MatchString(name):
			return &casualty.Problem{Where: "sheet name", Found: name, Want: "a name that says what the sheet holds"}
		case seen[key]:
			return &casualty.Problem{Where: "sheet name", Found: name, Want: "a name that no other sheet has"}
		}
		seen[key] = true
	}
	return nil
}

// checkTable refuses tables that Excel would offer to repair.
func checkTable(where string, t *Table) error {
	if !tableName.MatchString(t.Name) || cellLike.MatchString(t.Name) || len(t.Name) > 255 {
		return &casualty.Problem{Where: where + ": table name", Found: t.Name, Want: "letters, digits and underscores, not like a cell's name"}
	}
	if len(t.Columns) == 0 || len(t.Columns) > MaxColumns {
		return &casualty.Problem{Where: where, Want: "a table of 1 to 16,384 columns"}
	}
	seen := map[string]bool{}
	for _, c := range t.Columns {
		key := strings.ToLower(c.Heading)
		switch {
		case c.Heading == "" || c.Heading != strings.TrimSpace(c.Heading) || strings.ContainsAny(c.Heading, "\r\n\t"):
			return &casualty.Problem{Where: where + ": heading", Found: c.Heading, Want: "one line of text without blanks around it"}
		case utf8.RuneCountInString(c.Heading) > maxHeading:
			return &casualty.Problem{Where: where + ": heading", Found: c.Heading, Want: "at most 255 characters"}
		case seen[key]:
			return &casualty.Problem{Where: where + ": heading", Found: c.Heading, Want: "a heading that no other column of the table has"}
		case c.Width < minWidth || c.Width > maxWidth:
			return &casualty.Problem{Where: where + ": width of " + c.Heading, Want: "8 to 60 characters"}
		}
		seen[key] = true
	}
	return nil
}
