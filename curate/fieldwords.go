package curate

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
)

// ValuesOf are the fields of a claim, incident, source or origin that a person may set,
// with what each holds, in the words that set it; nil for any other record.
func ValuesOf(record any) []Value {
	switch r := record.(type) {
	case casualty.Claim:
		return valuesOf(claimFields, r)
	case casualty.Incident:
		return valuesOf(incidentFields, r)
	case casualty.Source:
		return valuesOf(sourceFields, r)
	case casualty.Origin:
		return valuesOf(originFields, r)
	}
	return nil
}

func valuesOf[T any](fields []field[T], record T) []Value {
	values := make([]Value, len(fields))
	for i, f := range fields {
		values[i] = Value{f.name, f.get(&record)}
	}
	return values
}

// setCoordinates reads degrees north and degrees east, each with a point and as many
// digits as are known; nothing takes both away.
func setCoordinates(i *casualty.Incident, value string) error {
	if value = strings.TrimSpace(value); value == "" {
		i.Place.Lat, i.Place.Lon = nil, nil
		return nil
	}
	north, east, _ := strings.Cut(value, ",")
	lat, ok1 := degrees(north, 90)
	lon, ok2 := degrees(east, 180)
	if !ok1 || !ok2 {
		return &casualty.Problem{Found: value, Want: "degrees north, a comma and degrees east, such as 48.5, 37.9 or -33.9, 18.4"}
	}
	i.Place.Lat, i.Place.Lon = &lat, &lon
	return nil
}

func degrees(text string, most float64) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return n, err == nil && math.Abs(n) <= most
}

func coordinates(i *casualty.Incident) string {
	if i.Place.Lat == nil || i.Place.Lon == nil {
		return ""
	}
	return strconv.FormatFloat(*i.Place.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(*i.Place.Lon, 'f', -1, 64)
}

// perpetrators reads names with semicolons between them, each followed in brackets by
// what is known of it: known (otherwise suspected), party (a fighting side). Other words
// in brackets belong to the name.
func perpetrators(value string) ([]casualty.Perpetrator, error) {
	var list []casualty.Perpetrator
	for part := range strings.SplitSeq(value, ";") {
		p := casualty.Perpetrator{Name: strings.TrimSpace(part)}
		if at := strings.LastIndexByte(p.Name, '('); at >= 0 && strings.HasSuffix(p.Name, ")") {
			p = marked(p, strings.TrimSpace(p.Name[:at]), p.Name[at+1:len(p.Name)-1])
		}
		switch {
		case p.Name == "" && strings.TrimSpace(part) != "":
			return nil, &casualty.Problem{Found: part, Want: "a name before the brackets, such as Northern Column (party, known); gunmen"}
		case p.Name != "" && !slices.Contains(list, p):
			list = append(list, p)
		}
	}
	return list, nil
}

// marked is a perpetrator with what the words in brackets behind the name say; as it was
// where they say something else.
func marked(was casualty.Perpetrator, name, marks string) casualty.Perpetrator {
	p := casualty.Perpetrator{Name: name}
	for mark := range strings.SplitSeq(marks, ",") {
		switch strings.ToLower(strings.TrimSpace(mark)) {
		case "known":
			p.Known = true
		case "party":
			p.Party = true
		case "suspected":
		default:
			return was
		}
	}
	return p
}

func perpetratorWords(list []casualty.Perpetrator) string {
	words := make([]string, len(list))
	for i, p := range list {
		var marks []string
		if p.Party {
			marks = append(marks, "party")
		}
		if p.Known {
			marks = append(marks, "known")
		}
		if words[i] = p.Name; len(marks) > 0 {
			words[i] += " (" + strings.Join(marks, ", ") + ")"
		}
	}
	return joined(words)
}
