package mapping

import (
	"regexp"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// A reading is what one cell of figures says. Without a count and without a
// problem the cell states nothing, and why says so: "blank", "“?” is no number".
type reading struct {
	count      casualty.Count
	identified int
	why        string
	problem    *casualty.Problem // without its place
}

// unknowns are what people write where they do not know.
var unknowns = map[string]bool{
	"?": true, "??": true, "???": true, "-": true, "–": true, "—": true, "--": true, "...": true, "…": true, ".": true,
	"unknown": true, "unkown": true, "unk": true, "unk.": true, "not known": true, "n/k": true, "nk": true, "unclear": true, "uncertain": true,
	"n/a": true, "na": true, "n.a.": true, "nan": true, "null": true, "no data": true, "no information": true, "no info": true,
	"not available": true, "not stated": true, "not reported": true, "not specified": true, "unspecified": true, "undisclosed": true,
	"tbc": true, "tbd": true, "to be confirmed": true, "pending": true, "possibly": true, "possible": true, "maybe": true, "likely": true,
	"не известно": true, "неизвестно": true, "невідомо": true, "inconnu": true, "desconocido": true, "غير معروف": true, "مجهول": true,
}

// silences are what says that nobody reported anybody.
var silences = map[string]bool{
	"none reported": true, "no reports": true, "no casualties reported": true, "no reported casualties": true, "nil reported": true, "0 reported": true,
}

var denials = map[string]bool{"none": true, "nil": true, "zero": true, "nobody": true, "no one": true, "no casualties": true, "aucun": true, "aucune": true, "ninguno": true, "ninguna": true}

// shapes are the ways of writing a count that carry a sign; what has words is
// read as casualty.ParseCount does. Each makes one wording of the numbers in it.
var shapes = []struct {
	form *regexp.Regexp
	make func(n []int) casualty.Count
}{
	{regexp.MustCompile(`^(N)$`), func(n []int) casualty.Count { return casualty.Count{Qualifier: casualty.Exact, N: n[0]} }},
	{regexp.MustCompile(`^(?:between |entre |de |от |від )?(N) ?(?:-|–|—|−|‐|‑|to|and|et|à|y|a|до|\.\.\.?) ?(N)$`), between},
	{regexp.MustCompile(`^(N) ?(?:\+|or more|and more|plus|at least|minimum|min\.?)$`), atLeast},
	{regexp.MustCompile(`^(?:≥|>=|=>|at least|minimum|min\.?|no fewer than|not less than|au moins|al menos|por lo menos|не менее|как минимум|не менше|щонайменше|على الأقل|ما لا يقل عن) ?(N)\+?$`), atLeast},
	{regexp.MustCompile(`^(?:>|more than|over|above|plus de|más de|более|больше|понад|більше|більш як|أكثر من) ?(N)\+?$`), func(n []int) casualty.Count { return casualty.Count{Qualifier: casualty.MoreThan, N: n[0]} }},
	{regexp.MustCompile(`^(?:≤|<=|=<|up to|at most|maximum|max\.?|no more than|jusqu'à|au plus|hasta|до|حتى) ?(N)$`), func(n []int) casualty.Count { return casualty.Count{Qualifier: casualty.UpTo, N: n[0]} }},
	{regexp.MustCompile(`^(?:<|fewer than|less than|under) ?(N)$`), fewerThan},
	{regexp.MustCompile(`^(?:~|≈|∼|c\.|ca\.?|circa|approx\.?|approximately|about|around|some|roughly|environ|unos|unas|около|примерно|близько|приблизно|حوالي|نحو) ?(N)$`), func(n []int) casualty.Count { return casualty.Count{Qualifier: casualty.About, N: n[0]} }},
}

func between(n []int) casualty.Count {
	if n[0] == n[1] {
		return casualty.Count{Qualifier: casualty.Exact, N: n[0]}
	}
	return casualty.Count{Qualifier: casualty.BetweenN, N: n[0], N2: n[1]}
}

func atLeast(n []int) casualty.Count { return casualty.Count{Qualifier: casualty.AtLeastN, N: n[0]} }

func fewerThan(n []int) casualty.Count {
	if n[0] < 1 {
		return casualty.Count{}
	}
	return casualty.Count{Qualifier: casualty.UpTo, N: n[0] - 1, Word: "fewer than " + strconv.Itoa(n[0])}
}

func init() {
	for i := range shapes {
		form := strings.ReplaceAll(shapes[i].form.String(), "(N)", `([0-9][0-9.,' \x{00a0}\x{202f}]*)`)
		shapes[i].form = regexp.MustCompile(form)
	}
}

const wantCount = "a count such as 12, 3-7, 12+, ~9, at least 12, dozens, unknown, or nothing"

// longestCount is more than any count takes; what is longer is a text.
const longestCount = 200

// readCount reads a cell of figures as people write them.
func readCount(cell table.Cell, decimal string) reading {
	switch cell.Kind {
	case table.Blank:
		return reading{why: "blank"}
	case table.Fault:
		return reading{problem: &casualty.Problem{Found: cell.Text, Want: "a number: the formula in this cell failed"}}
	case table.Date:
		return reading{problem: dateNotCount(cell.Text)}
	case table.Truth:
		return reading{problem: &casualty.Problem{Found: cell.Text, Want: wantCount}}
	case table.Number:
		decimal = "."
	}
	text := plain(cell.Text)
	switch {
	case text == "":
		return reading{why: "blank"}
	case len(text) > longestCount:
		return reading{problem: &casualty.Problem{Found: cell.Text, Want: wantCount + "; a text is read by tollbook add"}}
	case unknowns[text]:
		return reading{why: "“" + casualty.Shorten(cell.Text, 30) + "” states no number"}
	case silences[text]:
		return reading{count: casualty.Count{Qualifier: casualty.None, Word: casualty.NotReported}}
	case denials[text]:
		return reading{count: casualty.Count{Qualifier: casualty.None, Word: casualty.Denied}}
	case text == "yes" || text == "some, number unknown":
		return reading{count: casualty.Count{Qualifier: casualty.Unspecified}}
	case becameDate.MatchString(text):
		return reading{problem: dateNotCount(cell.Text)}
	}
	return worded(cell.Text, text, decimal)
}

// becameDate: "4-Mar", "Mar-4", "2024-03-04", "4/3/2024".
var becameDate = regexp.MustCompile(`^(?:\d{1,2}[-/. ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/. ]\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]\d{1,4}|\d{4}-\d{2}-\d{2}.*|\d{1,2}/\d{1,2}/\d{2,4})$`)

func dateNotCount(text string) *casualty.Problem {
	return &casualty.Problem{Found: text, Want: "a count: a spreadsheet makes dates of ranges such as 3-4; look the range up and type it as text, such as '3-4 or 3 to 4"}
}

var (
	named    = regexp.MustCompile(`^(.*?)\s*\((\d{1,4}) (?:named|identified|names)\)$`)
	families = regexp.MustCompile(`^(.*?) (?:families|households|family|household)$`)
	people   = regexp.MustCompile(`^(.*?) (?:people|persons|person|killed|dead|deaths|injured|wounded)$`)
)

// worded reads text that states a count in signs or words.
func worded(original, text, decimal string) (r reading) {
	if m := named.FindStringSubmatch(text); m != nil {
		r.identified, _ = strconv.Atoi(m[2])
		text = unquoted(m[1])
	}
	var unit casualty.Unit
	if m := families.FindStringSubmatch(text); m != nil {
		text, unit = m[1], casualty.Families
	} else if m := people.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	count, problem := numbers(text, decimal)
	if problem == nil && !count.Stated() {
		var err error
		if count, err = casualty.ParseCount(text); err != nil || !count.Stated() {
			problem = &casualty.Problem{Want: wantCount}
		}
	}
	if count.Unit == "" {
		count.Unit = unit
	}
	if err := count.Check(); err != nil && problem == nil {
		problem = &casualty.Problem{Want: "the smaller number first, as in 3-7, and no more than a billion people"}
	}
	if problem != nil {
		problem.Found = original
		return reading{problem: problem}
	}
	r.count = count
	return r
}

// numbers tries the shapes; a count that is not stated fits none.
func numbers(text, decimal string) (casualty.Count, *casualty.Problem) {
	for _, s := range shapes {
		m := s.form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		ns := make([]int, len(m)-1)
		for i, digits := range m[1:] {
			n, problem := whole(strings.TrimSpace(digits), decimal)
			if problem != nil {
				return casualty.Count{}, problem
			}
			ns[i] = n
		}
		if len(ns) == 2 && ns[1] < ns[0] {
			return casualty.Count{}, &casualty.Problem{Want: "the smaller number first, as in 3-7"}
		}
		return s.make(ns), nil
	}
	return casualty.Count{}, nil
}

var grouped = map[string]*regexp.Regexp{
	".": regexp.MustCompile(`^\d{1,3}(?:([, '\x{00a0}\x{202f}])\d{3})(?:[, '\x{00a0}\x{202f}]\d{3})*$`),
	",": regexp.MustCompile(`^\d{1,3}(?:([. '\x{00a0}\x{202f}])\d{3})(?:[. '\x{00a0}\x{202f}]\d{3})*$`),
}

// whole reads a number of people. "1,200" is one thousand two hundred unless the
// mapping says that the comma is the decimal sign; "1.200" is so only if it does.
func whole(text, decimal string) (int, *casualty.Problem) {
	if decimal == "" {
		decimal = "."
	}
	digits := text
	if grouped[decimal].MatchString(text) {
		digits = strings.NewReplacer(",", "", ".", "", " ", "", "'", "", "\u00a0", "", "\u202f", "").Replace(text)
	}
	n, err := strconv.ParseUint(digits, 10, 31)
	if err == nil && n <= casualty.MaxPeople {
		return int(n), nil
	}
	for _, other := range []string{".", ","} {
		if other != decimal && grouped[other].MatchString(text) {
			return 0, &casualty.Problem{Want: "a whole number: write 1200, or say in the mapping which sign is the decimal one (\"decimal\": \",\" reads 1.200 as 1200)"}
		}
	}
	return 0, &casualty.Problem{Want: "a whole number of people"}
}

// plain makes a cell comparable: white digits and spaces of other scripts become
// plain ones, stray quotes go.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r >= '０' && r <= '９':
			return '0' + r - '０'
		}
		return r
	}, text)
	return unquoted(fold(text))
}

// unquoted takes off quotes, also a stray one: “Some'”.
func unquoted(text string) string { return strings.Trim(text, "'\"‘’“”«» ") }

// Count reads one cell of a figure as people write it. The problem has no place.
func Count(cell table.Cell) (casualty.Count, *casualty.Problem) {
	r := readCount(cell, "")
	if r.problem == nil && !r.count.Stated() {
		r.problem = &casualty.Problem{Found: cell.Text, Want: wantCount}
	}
	return r.count, r.problem
}
