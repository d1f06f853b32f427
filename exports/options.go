package exports

import (
	"slices"
	"strconv"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// Options say what a workbook holds and for whom.
type Options struct {
	Title       string // empty: "Record of civilian harm", in the language
	Publisher   string
	Contact     string
	Licence     string
	Sensitivity string // of the file as a whole, as a reader should see it: "Moderate"
	Profile     string // "internal" (default), "partner" or "public"
	Program     string // the program and its version: "tollbook 0.1.0"
	Language    string // of the fixed texts, one of Languages; empty: "en"
	Preset      string // "evidence" (default: everything), "data" or "report"
	// Sheets names the tables that are wanted, whatever the preset, as [Tables]
	// names them. Notes, data dictionary and code lists are always there.
	Sheets []string
	// SmallCounts coarsens numbers from 1 to SmallCounts-1, which can give people
	// away: 2 becomes 1 to SmallCounts-1, in figures, in claims and in what is
	// summed of them. 0 or 1: nothing is coarsened.
	SmallCounts int
	// Progress, where given, is told every thousand rows which sheet is being
	// written and how many of its rows are; an error from it ends the export.
	Progress func(sheet string, rows int) error
	Settings aggregate.Settings
	// Since, where given, is the record at an earlier release, and SinceName what
	// to call it: the sheet Changes says what changed from there, and why.
	// Erased are the records that were lawfully erased in between, which neither holds.
	Since     *casualty.Record
	SinceName string
	Erased    []aggregate.ErasedRecord
	// Methods make the figures. The first is the headline, which the sheets
	// Summary and Figures show; the others are laid beside it.
	Methods []aggregate.Method
}

// Profiles, from the widest to the narrowest.
const (
	Internal = "internal"
	Partner  = "partner"
	Public   = "public"
)

// Presets.
const (
	Evidence = "evidence"
	Data     = "data"
	Report   = "report"
)

var (
	profiles = []string{Internal, Partner, Public}
	presets  = []string{Evidence, Data, Report}
)

// recordTitle is said in the workbook's language.
const recordTitle = "Record of civilian harm"

// defaults fills in what the caller left out and refuses what is not known.
func (o Options) defaults() (Options, error) {
	for _, d := range []struct {
		field *string
		value string
	}{{&o.Title, recordTitle}, {&o.Profile, Internal}, {&o.Preset, Evidence}, {&o.Program, "tollbook"}, {&o.Language, "en"}} {
		if *d.field == "" {
			*d.field = d.value
		}
	}
	switch {
	case !slices.Contains(profiles, o.Profile):
		return o, &casualty.Problem{Where: "profile", Found: o.Profile, Want: "internal, partner or public"}
	case !slices.Contains(Languages, o.Language):
		return o, &casualty.Problem{Where: "language", Found: o.Language, Want: "one of " + strings.Join(Languages, ", ")}
	case !slices.Contains(presets, o.Preset):
		return o, &casualty.Problem{Where: "preset", Found: o.Preset, Want: "evidence, data or report"}
	case o.unknownSheet() != "":
		return o, &casualty.Problem{Where: "sheets", Found: o.unknownSheet(), Want: "one or more of " + strings.Join(Sheets(), ", ")}
	case o.SmallCounts < 0:
		return o, &casualty.Problem{Where: "small counts", Found: strconv.Itoa(o.SmallCounts), Want: "the smallest number that is shown as it is, such as 5, or 0 for all"}
	case len(o.Methods) == 0:
		return o, &casualty.Problem{Where: "methods", Want: "at least one method, such as envelope"}
	}
	return o, nil
}

func (o Options) unknownSheet() string {
	for _, name := range o.Sheets {
		if !slices.Contains(Sheets(), name) {
			return name
		}
	}
	return ""
}
