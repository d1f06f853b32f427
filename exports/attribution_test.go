package exports

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

// Where a place of the record came from the built-in gazetteer, every form that can say
// so says it as its licence asks; elsewhere none does.
func TestGeoNamesIsNamedWhereItsPlacesAre(t *testing.T) {
	for _, from := range []string{"", casualty.GeoNames} {
		m := sample.New()
		m.Incident("Strike on a market", "2031-08-19")
		m.Incidents[0].Place.From = from
		var out bytes.Buffer
		if err := Package(&out, m.Record, Options{Methods: methods(t, "envelope"), Profile: Internal}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(descriptorOf(t, out.Bytes()), casualty.GeoNamesAttribution); got != (from != "") {
			t.Errorf("a place from %q: the package names GeoNames: %v", from, got)
		}
		o, err := newOutlet(m.Record, Options{Methods: methods(t, "envelope"), Profile: Internal}, false)
		if err != nil {
			t.Fatal(err)
		}
		notes, _ := json.Marshal(o.notes())
		if got := strings.Contains(string(notes), casualty.GeoNamesAttribution); got != (from != "") {
			t.Errorf("a place from %q: the notes name GeoNames: %v", from, got)
		}
		for form, write := range map[string]func(io.Writer, casualty.Record, Options) error{"json": JSON, "geojson": GeoJSON, "hxl": HXL, "html": HTML} {
			text := written(t, func(w io.Writer) error {
				return write(w, m.Record, Options{Methods: methods(t, "envelope"), Profile: Internal})
			})
			if got := strings.Contains(string(text), casualty.GeoNamesAttribution); got != (from != "") {
				t.Errorf("a place from %q: %s names GeoNames: %v", from, form, got)
			}
		}
	}
}

func descriptorOf(t *testing.T, archive []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
