package exports

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"time"

	"tollbook/casualty"
)

// Package writes a data package after the Frictionless standard: a zip of one
// csv for each table and a datapackage.json that describes every field. The same
// record and options give the same bytes.
func Package(w io.Writer, record casualty.Record, o Options) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	d := out.descriptor()
	for i, t := range out.tables {
		part, err := create(z, fileName(t.name)+".csv")
		if err != nil {
			return err
		}
		sum := &summed{Writer: part, hash: sha256.New()}
		if err := t.csv(sum, false); err != nil {
			return err
		}
		d.Resources[i].Rows, d.Resources[i].Bytes, d.Resources[i].Hash = t.rows, sum.bytes, "sha256:"+hex.EncodeToString(sum.hash.Sum(nil))
	}
	part, err := create(z, "datapackage.json")
	if err != nil {
		return err
	}
	to := json.NewEncoder(part)
	to.SetIndent("", "  ")
	to.SetEscapeHTML(false)
	if err := to.Encode(d); err != nil {
		return err
	}
	return z.Close()
}

// summed counts what is written and takes its digest.
type summed struct {
	io.Writer
	hash  hash.Hash
	bytes int
}

func (s *summed) Write(b []byte) (int, error) {
	s.bytes += len(b)
	s.hash.Write(b)
	return s.Writer.Write(b)
}

// create begins a file of the zip, always of the same date.
func create(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// A descriptor is datapackage.json; the names are the standard's.
type descriptor struct {
	Profile      string         `json:"profile"`
	Name         string         `json:"name"`
	Title        string         `json:"title"`
	Description  string         `json:"description"`
	Created      string         `json:"created,omitempty"`
	Contributors []contributor  `json:"contributors,omitempty"`
	Licenses     []licence      `json:"licenses,omitempty"`
	Sources      []origin       `json:"sources,omitempty"`
	Resources    []dataResource `json:"resources"`
}

type contributor struct {
	Title string `json:"title"`
	Role  string `json:"role"`
}

type licence struct {
	Title string `json:"title"`
	Name  string `json:"name"`
}

// An origin is where data comes from that is not of the record's own people; a source
// in the standard's words.
type origin struct {
	Title string `json:"title"`
	Path  string `json:"path"`
}

type dataResource struct {
	Profile     string `json:"profile"`
	Name        string `json:"name"`
	Path        string `json:"path"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Format      string `json:"format"`
	MediaType   string `json:"mediatype"`
	Encoding    string `json:"encoding"`
	Rows        int    `json:"rows"` // ours; the rest is the standard's
	Bytes       int    `json:"bytes"`
	Hash        string `json:"hash"`
	Schema      schema `json:"schema"`
}

type schema struct {
	Fields        []field   `json:"fields"`
	PrimaryKey    string    `json:"primaryKey,omitempty"`
	ForeignKeys   []foreign `json:"foreignKeys,omitempty"`
	MissingValues []string  `json:"missingValues"`
}

type field struct {
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	Type        string       `json:"type"`
	Description string       `json:"description"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Minimum  *int     `json:"minimum,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreign struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

func (o outlet) descriptor() descriptor {
	d := descriptor{
		Profile: "tabular-data-package", Name: "tollbook", Title: o.options.Title,
		Description: "Method " + o.table.Method.String() + ". " + o.unconfirmed() + " " + o.resting(),
	}
	if len(o.shown.AsOf) == len("2006-01-02T15:04:05Z") {
		d.Created = string(o.shown.AsOf)
	}
	if o.options.Publisher != "" {
		d.Contributors = []contributor{{o.options.Publisher, "publisher"}}
	}
	if o.options.Licence != "" {
		d.Licenses = []licence{{o.options.Licence, "other"}}
	}
	if o.attribution() != "" {
		d.Sources = []origin{{casualty.GeoNamesAttribution, "https://www.geonames.org"}}
	}
	shown := map[string]bool{}
	for _, t := range o.tables {
		shown[t.name] = true
	}
	for _, t := range o.tables {
		d.Resources = append(d.Resources, dataResource{
			Profile: "tabular-data-resource", Name: fileName(t.name), Path: fileName(t.name) + ".csv", Title: t.title, Description: t.holds,
			Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Schema: t.schema(shown),
		})
	}
	return d
}

// keys are the columns by which rows are known, and where others refer to them.
var keys = map[string]string{figuresSheet: "figure", incidentsSheet: "incident", sourcesSheet: "source", originsSheet: "origin", documentsSheet: "document"}

var references = []struct{ table, field, to string }{
	{figuresSheet, "incident", incidentsSheet}, {claimsSheet, "figure", figuresSheet}, {claimsSheet, "incident", incidentsSheet},
	{claimsSheet, "document", documentsSheet}, {documentsSheet, "source", sourcesSheet}, {methodsSheet, "figure", figuresSheet},
}

func (t *table) schema(shown map[string]bool) schema {
	s := schema{PrimaryKey: keys[t.name], MissingValues: []string{""}}
	for _, c := range t.columns {
		s.Fields = append(s.Fields, c.described())
	}
	for _, r := range references {
		if r.table == t.name && shown[r.to] {
			s.ForeignKeys = append(s.ForeignKeys, foreign{r.field, reference{fileName(r.to), keys[r.to]}})
		}
	}
	return s
}

// described is the column as a field of a table schema. Dates are texts there:
// the standard has no date that is known to the month.
func (c column) described() field {
	types := map[string]string{"whole number": "integer", "difference": "integer", "number": "number"}
	f := field{Name: c.field(), Title: c.heading, Type: orElse(types[c.kind], "string"), Description: c.meaning + ". Blank: " + c.blankMeans() + "."}
	rules := constraints{Required: c.blank == ""}
	if c.kind == "whole number" {
		zero := 0
		rules.Minimum = &zero
	}
	for _, m := range codeMeanings() {
		if m.list == c.list && c.list != "" {
			rules.Enum = append(rules.Enum, m.code)
		}
	}
	if rules.Required || rules.Minimum != nil || rules.Enum != nil {
		f.Constraints = &rules
	}
	return f
}
