package place

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/charset"
)

// A List is a person's own list of places, such as the p-codes of OCHA.
type List struct {
	Name   string
	places []listed
	byName map[string][]named // by folded names
}

// named is one name of a place of a list.
type named struct {
	place int
	as    string
}

// listed is one place of a list, with every name it gives.
type listed struct {
	names  []string
	place  casualty.Place
	parent string // code
}

// Bounds of a list.
const (
	maxList  = 64 << 20 // bytes
	maxNames = 2_000_000
)

// headings are what the columns of lists are called: in the files of OCHA and HDX,
// and in plain words. A heading that begins with "name" or "alternate" is a name.
var headings = []struct {
	field string
	words []string
}{
	{"code", []string{"p-code", "pcode", "p code", "code", "#adm+code"}},
	{"country", []string{"location", "country", "iso3", "country code", "#country+code"}},
	{"level", []string{"admin level", "level", "adm level"}},
	{"parent", []string{"parent p-code", "parent", "parent code", "parent pcode"}},
	{"lat", []string{"lat", "latitude", "y"}},
	{"lon", []string{"lon", "lng", "long", "longitude", "x"}},
	{"id", []string{"geonameid", "geonames id"}},
}

// ReadList reads a list: a csv with a row of headings, of which one at least is a
// name; or alternate names as GeoNames gives them out (alternateNames.txt, tabs,
// no headings), whose ids are looked up in the embedded gazetteer.
func ReadList(name string, r io.Reader) (*List, error) {
	content, err := io.ReadAll(io.LimitReader(r, maxList+1))
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if err != nil {
		return nil, casualty.At(name, err)
	}
	if len(content) > maxList {
		return nil, &casualty.Problem{Where: name, Found: "more than 64 MiB", Want: "a list of places of one country or region"}
	}
	text, _, err := charset.Decode(content, "")
	if err != nil {
		return nil, casualty.At(name, err)
	}
	l := &List{Name: name}
	if isAlternates(text) {
		err = l.alternates(text)
	} else {
		err = l.table(text)
	}
	if err == nil && len(l.places) == 0 {
		err = &casualty.Problem{Found: "no place", Want: "a csv with a column of names, such as: name, code, country, latitude, longitude"}
	}
	if err != nil {
		return nil, casualty.At(name, err)
	}
	l.name()
	l.index()
	return l, nil
}

func (l *List) index() {
	l.byName = map[string][]named{}
	for i, p := range l.places {
		for _, n := range p.names {
			if key := fold(n); key != "" {
				l.byName[key] = append(l.byName[key], named{i, n})
			}
		}
	}
}

// isAlternates tells GeoNames' file by its first line: two numbers, a language, a
// name.
func isAlternates(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	cells := bytes.Split(line, []byte("\t"))
	if len(cells) < 4 {
		return false
	}
	_, err1 := strconv.Atoi(string(cells[0]))
	_, err2 := strconv.Atoi(string(cells[1]))
	return err1 == nil && err2 == nil
}

// alternates takes the names of places that the embedded gazetteer knows.
func (l *List) alternates(text []byte) error {
	byID := map[int]*Entry{}
	for i, e := range embedded() {
		if e.ID != 0 {
			byID[e.ID] = &embedded()[i]
		}
	}
	at := map[int]int{}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) < 4 || cells[2] == "link" || cells[2] == "wkdt" || cells[2] == "post" {
			continue
		}
		id, err := strconv.Atoi(cells[1])
		e := byID[id]
		if err != nil || e == nil {
			continue
		}
		i, ok := at[id]
		if !ok {
			i = len(l.places)
			at[id] = i
			l.places = append(l.places, listed{place: e.place()})
		}
		l.places[i].names = append(l.places[i].names, cells[3])
	}
	return lines.Err()
}

// table reads a csv.
func (l *List) table(text []byte) error {
	rows := csv.NewReader(bytes.NewReader(text))
	rows.FieldsPerRecord, rows.LazyQuotes, rows.ReuseRecord = -1, true, true
	first, _, _ := bytes.Cut(text, []byte("\n"))
	for _, mark := range ";\t" {
		if bytes.ContainsRune(first, mark) && bytes.Count(first, []byte(string(mark))) > bytes.Count(first, []byte(",")) {
			rows.Comma = mark
		}
	}
	head, err := rows.Read()
	if err != nil {
		return &casualty.Problem{Found: "no row of headings", Want: "a csv"}
	}
	columns := map[string]int{}
	var names []int
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(h))
		if strings.HasPrefix(h, "name") || strings.HasPrefix(h, "alternate") {
			names = append(names, i)
		}
		for _, heading := range headings {
			if slices.Contains(heading.words, h) {
				columns[heading.field] = i
			}
		}
	}
	if len(names) == 0 {
		return &casualty.Problem{Found: strings.Join(head, ", "), Want: "a column of names: a heading such as name, name_ar or alternate names"}
	}
	return l.rows(rows, columns, names)
}

func (l *List) rows(rows *csv.Reader, columns map[string]int, names []int) error {
	count := 0
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &casualty.Problem{Found: err.Error(), Want: "a csv"}
		}
		cell := func(field string) string {
			if i, ok := columns[field]; ok && i < len(row) {
				return strings.Clone(strings.TrimSpace(row[i]))
			}
			return ""
		}
		var place listed
		for _, i := range names {
			if i < len(row) {
				for n := range strings.SplitSeq(row[i], ";") {
					if n = strings.TrimSpace(n); n != "" {
						place.names = append(place.names, strings.Clone(n))
					}
				}
			}
		}
		if len(place.names) == 0 || strings.HasPrefix(place.names[0], "#") { // a row of HXL tags
			continue
		}
		if count += len(place.names); count > maxNames {
			return &casualty.Problem{Found: fmt.Sprintf("more than %d names", maxNames), Want: "a list of places of one country or region"}
		}
		place.place = casualty.Place{Name: place.names[0], Country: alpha3(cell("country")), Code: cell("code"), Precision: precision(cell("level"))}
		place.place.Lat, place.place.Lon = degrees(cell("lat"), cell("lon"))
		place.parent = cell("parent")
		l.places = append(l.places, place)
	}
}

func precision(level string) casualty.PlacePrecision {
	switch level {
	case "0":
		return "country"
	case "1":
		return "admin1"
	case "2":
		return "admin2"
	}
	return "settlement"
}

// degrees are stated together or not at all.
func degrees(lat, lon string) (*float64, *float64) {
	y, err1 := strconv.ParseFloat(lat, 64)
	x, err2 := strconv.ParseFloat(lon, 64)
	if err1 != nil || err2 != nil || !(y >= -90 && y <= 90) || !(x >= -180 && x <= 180) {
		return nil, nil
	}
	return &y, &x
}

// name gives each place the names of the units that it lies in.
func (l *List) name() {
	byCode := map[string]int{}
	for i, p := range l.places {
		if p.place.Code != "" {
			byCode[p.place.Code] = i
		}
	}
	for i := range l.places {
		p := &l.places[i]
		if p.place.Precision == "admin1" {
			p.place.Admin1 = p.place.Name
		}
		if p.place.Precision == "admin2" {
			p.place.Admin2 = p.place.Name
		}
		for code, steps := p.parent, 0; code != "" && steps < 5; steps++ {
			above, ok := byCode[code]
			if !ok {
				break
			}
			switch unit := l.places[above]; unit.place.Precision {
			case "admin1":
				p.place.Admin1 = unit.place.Name
			case "admin2":
				p.place.Admin2 = unit.place.Name
			}
			code = l.places[above].parent
		}
	}
}
