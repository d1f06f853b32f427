package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// A Chart stands below the table that it draws. It is drawn from the table's
// cells and carries their values too, so that a program that computes nothing
// still shows it.
type Chart struct {
	Title  string
	Alt    string // what the chart says, for who cannot see it
	Axis   string // title of the axis of numbers
	Bars   bool   // lying bars; otherwise standing columns
	Labels Data   // one text for each bar
	Series []Series
	// Stacked stands the bars on each other without gaps between the columns: a band.
	Stacked bool
	Lines   []Series // drawn over the bars, from the same labels
	// Below is how many rows below the table the chart begins; Wide and Tall are
	// its size in pixels.
	Below, Wide, Tall int
}

// A Series is one kind of bar.
type Series struct {
	Name    string
	Values  Data
	Down    Data // length of the whisker towards 0; no range: no whisker
	Up      Data
	Hatched bool // striped, to be told apart without colour
	Unseen  bool // not drawn and not in the legend: it only widens the axis
	Pale    bool // lighter, as the ground of something drawn over it
	Marks   bool // of a line: its points alone, as triangles
}

// Data is a range of cells with what stands in them: strings for labels, numbers
// for values, nil for a blank.
type Data struct {
	Range  string
	Values []any
}

// draw adds the charts. The library makes the drawing, its links and its
// description; the chart itself is ours, because the library's lacks whiskers,
// values and readable axes.
func (s *Sheet) draw() error {
	for _, c := range s.Charts {
		s.book.drawn++
		s.book.charts[fmt.Sprintf("xl/charts/chart%d.xml", s.book.drawn)] = []byte(c.xml())
		at := fmt.Sprintf("A%d", s.Last()+1+c.Below)
		err := s.book.file.AddChart(s.Name, at, &excelize.Chart{
			Type:      excelize.Bar,
			Series:    []excelize.ChartSeries{{Name: Quoted(s.Name) + "!$A$1", Values: c.Series[0].Values.Range}},
			Format:    excelize.GraphicOptions{AltText: Clean(c.Alt), Name: Clean(c.Title), Positioning: "oneCell"},
			Dimension: excelize.ChartDimension{Width: uint(c.Wide), Height: uint(c.Tall)},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
