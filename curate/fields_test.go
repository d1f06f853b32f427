package curate

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"tollbook/casualty"
)

// Every field that a person may set is told in words that set it again, and the example
// of its help sets it.
func TestAFieldIsToldInTheWordsThatSetIt(t *testing.T) {
	toldAndSet(t, claimFields)
	toldAndSet(t, incidentFields)
	toldAndSet(t, sourceFields)
	toldAndSet(t, originFields)
}

func toldAndSet[T any](t *testing.T, fields []field[T]) {
	for _, f := range fields {
		var none, is, again T
		if words := f.get(&none); words != "" {
			t.Errorf("%s that is not stated reads %q", f.name, words)
		}
		if err := f.set(&is, f.want); err != nil || f.get(&is) == "" && f.name != "code" {
			t.Errorf("%s=%s: %v, then it reads %q", f.name, f.want, err, f.get(&is))
		}
		if err := f.set(&again, f.get(&is)); err != nil || !reflect.DeepEqual(again, is) {
			t.Errorf("%s reads %q, which sets %+v, want %+v (%v)", f.name, f.get(&is), again, is, err)
		}
		if err := f.set(&is, ""); err == nil && !reflect.DeepEqual(is, none) {
			t.Errorf("%s: nothing does not take it away: %+v", f.name, is)
		}
	}
}

// What a person does not set by its name in a record, and where it comes from.
var notSet = map[string][]string{
	"claim": {"id", "report", "document", "source", // what it was read in
		"status", "retracted_at", // acts of their own: confirm, reject, retract
		"quote",             // what the document says; what of it is public is an act of its own
		"known", "imported", // written by the book
		"erased"},
	"incident": {"id", "imported", "erased"},
	"source":   {"id", "erased"},
	"origin":   {"id", "erased"},
}

// Every field of a record can be set by its name, or is listed above with its reason.
func TestEveryFieldOfARecordCanBeSet(t *testing.T) {
	for kind, of := range map[string]struct {
		record any
		names  []string
	}{
		"claim": {casualty.Claim{}, names(claimFields)}, "incident": {casualty.Incident{}, names(incidentFields)},
		"source": {casualty.Source{}, names(sourceFields)}, "origin": {casualty.Origin{}, names(originFields)},
	} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(of.record)) {
			name := jsonName(f)
			if slices.Contains(of.names, name) == slices.Contains(notSet[kind], name) {
				t.Errorf("%s: %s is neither set by its name nor listed as not set, or both", kind, name)
			}
		}
	}
	parts := map[string]string{"name": "place", "lat": "coordinates", "lon": "coordinates"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[casualty.Place]()) {
		name := jsonName(f)
		if part := parts[name]; part != "" {
			name = part
		}
		if name != "from" && !slices.Contains(names(incidentFields), name) { // from: the act of taking a proposed place
			t.Errorf("a place's %s cannot be set", name)
		}
	}
}

func TestPerpetratorsAndCoordinatesAreReadAsWritten(t *testing.T) {
	var in casualty.Incident
	if err := SetIncident(&in, Value{"perpetrators", "Northern Column (party, Known); gunmen ; Army (5th unit) (known); "}); err != nil {
		t.Fatal(err)
	}
	want := []casualty.Perpetrator{{Name: "Northern Column", Known: true, Party: true}, {Name: "gunmen"}, {Name: "Army (5th unit)", Known: true}}
	if !reflect.DeepEqual(in.Perpetrators, want) {
		t.Errorf("%+v, want %+v", in.Perpetrators, want)
	}
	for _, v := range []Value{{"perpetrators", "(known)"}, {"coordinates", "48.5"}, {"coordinates", "91, 0"}, {"coordinates", "0, 180.5"}, {"coordinates", "48,5, 37,9"}, {"coordinates", "NaN, 0"}} {
		if err := SetIncident(&in, v); err == nil {
			t.Errorf("%s %q was taken: %+v", v.Name, v.Text, in)
		}
	}
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
