package exports

import (
	_ "embed"
	"html/template"
	"io"

	"tollbook/casualty"
)

//go:embed report.html.tmpl
var reportPage string

// report is parsed once; a fault in it is a fault of the program.
var report = template.Must(template.New("report").Parse(reportPage))

type htmlReport struct {
	Language, Direction string
	Title               string
	Cover               [][2]string
	Tables              []htmlTable
}

type htmlTable struct {
	Title, Holds string
	Intro        []string
	Heads        []htmlCell
	Rows         [][]htmlCell
}

type htmlCell struct {
	Text   string
	Number bool
}

// HTML writes a report for printing: one page without scripts and without
// anything loaded from elsewhere, with the columns that the workbook prints.
func HTML(w io.Writer, record casualty.Record, o Options) error {
	if o.Preset == "" {
		o.Preset = Report
	}
	out, err := newOutlet(record, o, true)
	if err != nil {
		return err
	}
	page := htmlReport{Language: out.options.Language, Direction: "ltr", Title: out.options.Title, Cover: out.coverLines(append([]*table{nil}, out.tables...))}
	if out.options.Language == "ar" {
		page.Direction = "rtl"
	}
	if who := out.attribution(); who != "" {
		page.Cover = append(page.Cover, [2]string{out.say("Sources"), who})
	}
	for _, t := range out.tables {
		page.Tables = append(page.Tables, t.html(out.content))
	}
	return report.Execute(w, page)
}

func (t *table) html(say *content) htmlTable {
	columns := t.columns
	if t.print > 0 {
		columns = columns[:t.print]
	}
	h := htmlTable{Title: say.say(t.title), Holds: say.say(t.holds), Intro: t.intro}
	for _, c := range columns {
		h.Heads = append(h.Heads, htmlCell{t.head(say, c), !c.isText()})
	}
	for i := range t.rows {
		row := make([]htmlCell, len(columns))
		for j, c := range columns {
			row[j] = htmlCell{plainText(c.value(i)), !c.isText()}
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}
