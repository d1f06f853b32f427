package mapping

import (
	"bytes"
	"strings"
	"testing"

	"tollbook/ingest/table"
)

func csvTable(t *testing.T, text string) *table.File {
	t.Helper()
	f, err := table.Open("a.csv", []byte(text), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestHeadingsAreUnderstoodOrLeftToAPerson(t *testing.T) {
	for heading, want := range map[string]string{
		"Killed": "killed", "Minimum total people killed": "killed low", "Max. civilians killed": "killed civilians high", "deaths_best": "killed best",
		"Number of injured": "injured", "killed_children_cum": "killed children cumulative", "Wounded women": "injured women", "injured_as_written": "injured",
		"Displaced families": "displaced families", "group/killed": "killed", "Event Date": "date", "Strike ID": "id", "Reported by": "", "Governorate": "admin1",
		// One word more, and nobody can say of whom it speaks.
		"Students Killed": "", "Killed in custody": "", "Killed and injured": "", "Killed or missing": "", "Attacks on Schools": "", "Casualty rate": "", "Famine deaths": "", "Killer": "", "ext_killed": "",
	} {
		m, ok := meaningOf(heading, "")
		if ok != (want != "") || ok && m.String() != want {
			t.Errorf("%q is taken for %q (%v), want %q", heading, m, ok, want)
		}
	}
	for tag, want := range map[string]string{
		"#affected +killed": "killed", "#affected+f+killed": "killed women", "#affected +teacher +killed": "killed educators", "#affected +student +killed": "", "#date +occurred": "date", "#date +reported": "said",
		"#adm1 +code": "code", "#geo +lat": "lat", "#geo +lac": "", "#loc +name": "place", "#indicator +value": "", "Killed": "",
	} {
		m, ok := meaningOf("x", tag)
		if ok != (want != "") || ok && m.String() != want {
			t.Errorf("the tag %q is taken for %q (%v), want %q", tag, m, ok, want)
		}
	}
}

func TestHeadingsOfOtherLanguagesAreUnderstood(t *testing.T) {
	for heading, want := range map[string]string{
		"Tués": "killed", "Nombre de blessés": "injured", "Date de l'incident": "date", "Femmes tuées": "", "Heridos": "injured", "Niñas heridas": "", "Fecha": "date", "Lugar": "place",
		"Погибло всего": "killed", "Ранено детей": "injured children", "Пропавшие без вести": "missing", "Дата": "date", "Загинуло": "killed", "Область": "admin1", "Джерело": "source",
		"القتلى": "killed", "عدد الجرحى": "injured", "المحافظة": "admin1", "التاريخ": "date", "القتلى المدنيين": "killed civilians",
		"Niños muertos": "", // boys, or children
	} {
		m, ok := meaningOf(heading, "")
		if ok != (want != "") || ok && m.String() != want {
			t.Errorf("%q is taken for %q (%v), want %q", heading, m, ok, want)
		}
	}
}

// The number under “Killed” alone would be that of the men.
func TestHeadingsOfTwoRowsAreReadTogether(t *testing.T) {
	for name, text := range map[string]string{
		"a group over several columns":         "Report\nDate,Place,Killed,,Injured,,Remarks\n,,Men,Women,Men,Women,\n2031-02-03,Quay,2,1,5,3,x\n",
		"with what stands beside in the lower": "Report\n,,Killed,,Injured,,\nDate,Place,Men,Women,Men,Women,Remarks\n2031-02-03,Quay,2,1,5,3,x\n",
	} {
		b, err := Mapping{Format: Format, Find: true}.On(csvTable(t, text), "")
		if err != nil {
			t.Fatal(err)
		}
		says := func(b *Bound) (words []string) {
			for e, err := range b.Entries() {
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range e.Figures {
					words = append(words, f.Name+" "+f.Claim.Count.String())
				}
				words = append(words, string(e.Incident.Day), e.Incident.Place.Name, e.Incident.Notes)
			}
			return words
		}
		want := "killed men 2, killed women 1, injured men 5, injured women 3, 2031-02-03, Quay, Remarks: x"
		if got := strings.Join(says(b), ", "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		again, err := b.Complete().On(csvTable(t, text), "")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(says(again), ", "); got != want {
			t.Errorf("%s, by the saved mapping: %s", name, got)
		}
	}
}

func TestAColumnOfHarmsMakesFiguresOfNumbersBesideIt(t *testing.T) {
	for text, want := range map[string]string{
		"id,date,measure,category,min,max\n1,2031-01-01,killed_or_injured,people,3,5\n": "casualties 3 to 5",
		"id,date,harm,number\n1,2031-01-01,injured,12+\n":                               "injured at least 12",
	} {
		b, err := Mapping{Format: Format, Find: true}.On(csvTable(t, text), "")
		if err != nil {
			t.Fatal(err)
		}
		for e := range b.Entries() {
			if len(e.Figures) != 1 || string(e.Figures[0].Claim.Harm)+" "+e.Figures[0].Claim.Count.String() != want || e.Figures[0].Claim.Population != "" {
				t.Errorf("%s: %+v, problems %v; want %s", text, e.Figures, e.Problems, want)
			}
		}
	}
	if _, err := (Mapping{Format: Format, Find: true}).On(csvTable(t, "id,date,number\n1,2031-01-01,12\n"), ""); err == nil {
		t.Error("a number of nobody knows what is read as a figure")
	}
}

func TestATableIsBoundByItsHeadings(t *testing.T) {
	find := Mapping{Format: Format, Find: true}
	for _, tt := range []struct {
		name, text string
		m          Mapping
		header     int
		first      int    // row of the first entry
		err        string // what the problem speaks of
	}{
		{"below a title and a note", "Our strikes\n\"see notes, please\"\nid,date,killed\n1,2031-01-01,3\n", find, 3, 4, ""},
		{"with a row of tags below them", "Nr,When,Number\n#event+id,#date,#affected+killed\n1,2031-01-01,3\n", find, 1, 3, ""},
		{"with tags under headings that say it too", "id,date,killed\n#event+id,#date,#affected+killed\n1,2031-01-01,3\n", find, 1, 3, ""},
		{"one that is blank has its letter", ",date,killed\nA1,2031-01-01,3\n", Mapping{Format: Format, Columns: []Column{{Header: "(column A)", Means: "id"}, {Header: "date", Means: "date"}, {Header: "killed", Means: "killed"}}}, 1, 2, ""},
		{"a heading that is not there is named", "id,date,killed\n1,2031-01-01,3\n", Mapping{Format: Format, Columns: []Column{{Header: "Dead", Means: "killed"}, {Header: "date", Means: "date"}}}, 0, 0, "“Dead”"},
		{"two columns of one heading are refused where it matters", "id,date,killed,killed\n1,2031-01-01,3,4\n", Mapping{Format: Format, Columns: []Column{{Header: "killed", Means: "killed"}}}, 0, 0, "two columns headed “killed”"},
		{"two columns that a person gives one meaning", "a,b\n3,4\n", Mapping{Format: Format, Columns: []Column{{Header: "a", Means: "killed"}, {Header: "b", Means: "killed"}}}, 0, 0, "no other column has"},
		{"without a column of figures", "id,date\n1,2031-01-01\n", find, 0, 0, "no column of figures"},
		{"of figures whose headings nobody knows, for which a preset was made", "SiND ID,Date,Country ISO,People Associated with Protection Programme Killed\n1,2031-01-01,VAR,3\n", find, 0, 0, "--preset insecurity-insight"},
		{"of a list of places", "Name,P-Code,Country\nVareno,VA01,VAR\n", find, 0, 0, "tollbook places --list"},
		{"a key that is no heading", "id,killed\n1,3\n", Mapping{Format: Format, Find: true, Key: []string{"number"}}, 0, 0, "number"},
		{"count without a harm", "id,count\n1,3\n", Mapping{Format: Format, Columns: []Column{{Header: "count", Means: "count"}}}, 0, 0, "means harm"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := tt.m.On(csvTable(t, tt.text), "")
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Errorf("%v, want it to speak of %s", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for e, err := range b.Entries() {
				if err != nil || e.Row != tt.first || len(e.Figures) != 1 || b.Header != tt.header || b.Count() != 1 {
					t.Errorf("headings in row %d, row %d with %d figures of %d rows (%v)", b.Header, e.Row, len(e.Figures), b.Count(), err)
				}
			}
		})
	}
}

func TestAColumnOfTheFigureAsWrittenMakesItsEndsNeedless(t *testing.T) {
	b, err := Mapping{Format: Format, Find: true}.On(csvTable(t, "id,deaths,deaths_min,deaths_max\n1,At least 3,3,9\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	for e, err := range b.Entries() {
		if err != nil || len(e.Figures) != 1 || e.Figures[0].Claim.Count.String() != "at least 3" {
			t.Errorf("%+v (%v)", e.Figures, err)
		}
	}
}

func TestAMappingIsAFileThatComesBackAsItWas(t *testing.T) {
	f := csvTable(t, "id,date,Killed min,Killed max,remarks\n1,2031-01-01,3,4,x\n")
	b, err := Mapping{Format: Format, Find: true}.On(f, "")
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := b.Complete().Save(&file); err != nil {
		t.Fatal(err)
	}
	m, err := Load(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	again, err := m.On(f, "")
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range again.Columns {
		if means := strings.Replace(h.Means, ignored, "", 1); means != b.Columns[i].Means {
			t.Errorf("%s means %q, and %q once it is saved", h.Name, b.Columns[i].Means, h.Means)
		}
	}
	for text, speaks := range map[string]string{
		`{"format":"tollbook mapping, version 1","colums":[]}`:                                                                 "colums",
		`{"format":"x","columns":[]}`:                                                                                          "format",
		`{"format":"tollbook mapping, version 1","columns":[{"header":"a","means":"slain"}]}`:                                  "slain",
		`{"format":"tollbook mapping, version 1","date_order":"ymd","columns":[]}`:                                             "ymd",
		`{"format":"tollbook mapping, version 1","columns":[{"header":"a","means":"killed"},{"header":"A ","means":"place"}]}`: "once",
	} {
		if _, err := Load(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), speaks) {
			t.Errorf("%s: %v, want it to speak of %q", text, err, speaks)
		}
	}
}

func TestEveryPresetIsSound(t *testing.T) {
	all, err := Presets()
	if err != nil || len(all) < 9 {
		t.Fatalf("%d presets (%v)", len(all), err)
	}
	for _, m := range all {
		required := 0
		for _, c := range m.Columns {
			if !c.Optional {
				required++
			}
		}
		if m.About == "" || required == 0 && !m.Find {
			t.Errorf("%s: it says nothing of itself, or would fit any file", m.Name)
		}
	}
}

func TestShapesThatThePresetsAreFor(t *testing.T) {
	for _, tt := range []struct{ preset, text, want, day, key string }{
		{"ucdp-ged", "country,high,id,low,best,date_end,date_start,deaths_civilians,where_coordinates\nMali,9,77,3,5,2031-02-04 00:00:00.000,2031-02-03 00:00:00.000,2,Ostrel\n", "killed 3 to 9 (3; 5; 9), killed civilians 2", "2031-02-03/2031-02-04", "77"},
		{"desinventar", "Serial,Event,Date (YMD),Province,Deaths,Missing,\"Injured, sick\"\n2010-7,FLOOD,2010/3/0,Vareno,4,0,12\n", "killed 4, missing 0, injured 12", "2010-03", "2010-7"},
		{"em-dat", "DisNo.,ISO,Disaster Type,Start Year,Start Month,Start Day,Total Deaths,No. Injured\n2031-0001-XVA,MLI,Flood,2031,2,,14,\n", "killed 14", "2031-02", "2031-0001-xva"},
		{"kobotoolbox", "start,end,today,group_a/killed,group_a/date,_id,_uuid,_submission_time\nx,y,z,7,2031-02-03,12,u-1,2031-02-04T10:00:00\n", "killed 7", "2031-02-03", "u-1"},
		{"daily-bulletin", "report_date,killed,killed_cum,injured_cum\n2031-02-03,3,30,40\n", "killed 3, killed cumulative 30, injured cumulative 40", "", "2031-02-03"},
	} {
		t.Run(tt.preset, func(t *testing.T) {
			m, err := Preset(tt.preset)
			if err != nil {
				t.Fatal(err)
			}
			b, err := m.On(csvTable(t, tt.text), "")
			if err != nil {
				t.Fatal(err)
			}
			for e, err := range b.Entries() {
				if err != nil {
					t.Fatal(err)
				}
				var says []string
				for _, f := range e.Figures {
					name := strings.TrimSuffix(strings.Split(f.Name, " /")[0], " integrative")
					say := name + " " + f.Claim.Count.String()
					if f.Claim.Quote.Text != f.Claim.Count.String() {
						say += " (" + f.Claim.Quote.Text + ")"
					}
					says = append(says, say)
				}
				got := strings.Join(says, ", ")
				if got != tt.want || string(e.Incident.Day) != tt.day || e.Key != tt.key || len(e.Problems) > 0 {
					t.Errorf("%s on %q, key %q, problems %v; want %s on %q, key %q", got, e.Incident.Day, e.Key, e.Problems, tt.want, tt.day, tt.key)
				}
			}
		})
	}
}
