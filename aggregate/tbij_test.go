package aggregate

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
)

// readSheet reads one sheet of a workbook as text by column letter, row by row.
func readSheet(t *testing.T, path, sheet string) []map[string]string {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var shared struct {
		Items []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	readXML(t, &book.Reader, "xl/sharedStrings.xml", &shared)
	var content struct {
		Rows []struct {
			Cells []struct {
				Ref   string `xml:"r,attr"`
				Type  string `xml:"t,attr"`
				Value string `xml:"v"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	readXML(t, &book.Reader, sheet, &content)
	var rows []map[string]string
	for _, r := range content.Rows {
		row := map[string]string{}
		for _, c := range r.Cells {
			value := c.Value
			if c.Type == "s" {
				i, _ := strconv.Atoi(value)
				value = shared.Items[i].Text + strings.Join(shared.Items[i].Runs, "")
			}
			row[strings.TrimRight(c.Ref, "0123456789")] = strings.TrimSpace(value)
		}
		rows = append(rows, row)
	}
	return rows
}

func readXML(t *testing.T, book *zip.Reader, name string, into any) {
	t.Helper()
	file, err := book.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err == nil {
		err = xml.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A column pair of the published tables, and the question that it answers.
type columnPair struct {
	low, high string
	question  Question
}

var (
	killedAll      = Question{Harm: casualty.Killed}
	killedCivilian = Question{Harm: casualty.Killed, Population: casualty.Civilians}
	killedChildren = Question{Harm: casualty.Killed, Group: casualty.Children}
	injuredAll     = Question{Harm: casualty.Injured}
)

// A strikeTable is a published sheet, read as incidents: the cause stands for
// what the sheet is summed by. A pair whose minimum is above its maximum is no
// range; it is set aside and named.
type strikeTable struct {
	raw      map[string][2]int // sums of the columns as they stand, by cause and question
	inverted []string
	record   casualty.Record
}

func (s *strikeTable) add(t *testing.T, id, cause string, row map[string]string, pairs []columnPair) {
	t.Helper()
	incident := casualty.IncidentID(id)
	s.record.Incidents = append(s.record.Incidents, casualty.Incident{ID: incident, Cause: cause})
	for _, p := range pairs {
		low, high := number2(t, row[p.low]), number2(t, row[p.high])
		key := cause + " " + p.question.name() + string(p.question.Harm)
		sum := s.raw[key]
		s.raw[key] = [2]int{sum[0] + low, sum[1] + high}
		if low > high {
			s.inverted = append(s.inverted, id)
			continue
		}
		s.record.Claims = append(s.record.Claims, casualty.Claim{
			ID: casualty.ClaimID(fmt.Sprintf("c%d", len(s.record.Claims))), Incident: incident, Source: "s1", Status: casualty.Confirmed,
			Harm: p.question.Harm, Population: p.question.Population, Group: p.question.Group,
			Count: casualty.Count{Qualifier: casualty.BetweenN, N: low, N2: high},
		})
	}
}

// number2 reads a cell of a count; the sheets write 12 and 12.0.
func number2(t *testing.T, cell string) int {
	t.Helper()
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		t.Fatalf("the cell %q is no number", cell)
	}
	return int(n)
}

// check compares the column sums, and the totals of the figures, with the
// published ones.
func (s *strikeTable) check(t *testing.T, cause string, q Question, raw [2]int, figures casualty.Range) {
	t.Helper()
	t.Run(fmt.Sprintf("%s: %s %s%s adds up to the published sum", cause, q.Harm, q.Population, q.Group), func(t *testing.T) {
		if got := s.raw[cause+" "+q.name()+string(q.Harm)]; got != raw {
			t.Errorf("column sums %v, want %v", got, raw)
		}
		by := []By{ByCause}
		if q.Population != "" {
			by = append(by, ByPopulation)
		}
		if q.Group != "" {
			by = append(by, ByGroup)
		}
		var got casualty.Range
		for _, total := range TotalsBy(Tabulate(s.record, envelope, Settings{}), by...) {
			if key, _, _ := strings.Cut(total.Key, " / "); total.Question == q && key == cause {
				got = total.Range
			}
		}
		if got != figures {
			t.Errorf("the figures add up to %v, want %v", got, figures)
		}
	})
}

func TestPublishedStrikesOfPakistan(t *testing.T) {
	pairs := []columnPair{{"E", "F", killedAll}, {"G", "H", killedCivilian}, {"I", "J", killedChildren}, {"K", "L", injuredAll}}
	strikes := strikeTable{raw: map[string][2]int{}}
	for _, row := range readSheet(t, testData(t, "tbij-strikes", "us-pakistan-strikes-from-2004.xlsx"), "xl/worksheets/sheet3.xml")[1:] {
		if id := row["A"]; id != "" {
			strikes.add(t, id, id[:strings.IndexAny(id, "0123456789")], row, pairs)
		}
	}
	for _, p := range []struct {
		cause string
		sums  [4][2]int // killed, civilians, children, injured
	}{
		{"B", [4][2]int{{410, 595}, {167, 332}, {106, 129}, {175, 277}}},
		{"Ob", [4][2]int{{2089, 3406}, {257, 634}, {66, 78}, {986, 1467}}},
		{"T", [4][2]int{{16, 25}, {0, 3}, {0, 0}, {1, 5}}},
	} {
		for i, sum := range p.sums {
			figures := casualty.Between(sum[0], sum[1])
			if p.cause == "Ob" && pairs[i].question == injuredAll {
				figures = casualty.Between(983, 1465) // without the inverted row
			}
			strikes.check(t, p.cause, pairs[i].question, sum, figures)
		}
	}
	t.Run("the one row whose minimum is above its maximum is named", func(t *testing.T) {
		if got := strings.Join(strikes.inverted, " "); got != "Ob193" {
			t.Errorf("inverted rows %q, want Ob193", got)
		}
	})
}

func TestPublishedStrikesOfYemen(t *testing.T) {
	pairs := []columnPair{{"K", "L", killedAll}, {"M", "N", killedCivilian}, {"O", "P", killedChildren}}
	strikes := strikeTable{raw: map[string][2]int{}}
	var inverted []string
	actions := [2]int{}
	for _, row := range readSheet(t, testData(t, "tbij-strikes", "us-yemen-strikes-from-2007.xlsx"), "xl/worksheets/sheet3.xml")[1:] {
		if row["A"] == "" {
			continue
		}
		least, most := number2(t, row["I"]), number2(t, row["J"])
		if least > most {
			inverted = append(inverted, row["A"])
		}
		if row["F"] == "Confirmed" && strings.HasPrefix(row["G"], "1") {
			actions = [2]int{actions[0] + least, actions[1] + most}
			strikes.add(t, row["A"], "air", row, pairs)
		}
	}
	for i, sum := range [3][2]int{{898, 1258}, {91, 142}, {11, 15}} {
		strikes.check(t, "air", pairs[i].question, sum, casualty.Between(sum[0], sum[1]))
	}
	t.Run("the numbers of strikes add up as raw columns, two inverted rows included", func(t *testing.T) {
		if got := strings.Join(inverted, " "); actions != [2]int{326, 346} || got != "YEM266 YEM279" {
			t.Errorf("strikes %v, inverted %q; want 326 to 346, YEM266 YEM279", actions, got)
		}
	})
}
