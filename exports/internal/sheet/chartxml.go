package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// xml is the chart's part, in the order of elements that the standard asks for.
func (c Chart) xml() string {
	direction, category, value := "col", "b", "l"
	if c.Bars {
		direction, category, value = "bar", "l", "b"
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<chartSpace xmlns="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`+
		`<date1904 val="0"/><roundedCorners val="0"/><chart>%s<autoTitleDeleted val="0"/><plotArea><layout/><barChart><barDir val="%s"/><grouping val="%s"/><varyColors val="0"/>`,
		title(c.Title, 1200), direction, map[bool]string{false: "clustered", true: "stacked"}[c.Stacked])
	for i, s := range c.Series {
		b.WriteString(s.xml(i, c.Labels))
	}
	fmt.Fprintf(&b, `<gapWidth val="%d"/><overlap val="100"/><axId val="1001"/><axId val="1002"/></barChart>`, map[bool]int{false: 60, true: 0}[c.Stacked])
	b.WriteString(c.lines())
	// Lying bars count from below; reversed, they stand in the table's order.
	order := "minMax"
	cross := "autoZero"
	if c.Bars {
		order, cross = "maxMin", "max"
	}
	fmt.Fprintf(&b, `<catAx><axId val="1001"/><scaling><orientation val="%s"/></scaling><delete val="0"/><axPos val="%s"/><numFmt formatCode="General" sourceLinked="0"/>`+
		`<majorTickMark val="none"/><minorTickMark val="none"/><tickLblPos val="low"/>%s%s<crossAx val="1002"/><crosses val="autoZero"/><auto val="0"/><lblAlgn val="ctr"/><lblOffset val="100"/><noMultiLvlLbl val="1"/></catAx>`,
		order, category, line(ink), words(900))
	fmt.Fprintf(&b, `<valAx><axId val="1002"/><scaling><orientation val="minMax"/><min val="0"/></scaling><delete val="0"/><axPos val="%s"/><majorGridlines>%s</majorGridlines>%s`+
		`<numFmt formatCode="#,##0" sourceLinked="0"/><majorTickMark val="out"/><minorTickMark val="none"/><tickLblPos val="nextTo"/>%s%s<crossAx val="1001"/><crosses val="%s"/><crossBetween val="between"/></valAx>`,
		value, line(rule), title(c.Axis, 900), line(ink), words(900), cross)
	fmt.Fprintf(&b, `</plotArea><legend><legendPos val="b"/>%s<overlay val="0"/>%s</legend><plotVisOnly val="1"/><dispBlanksAs val="gap"/></chart><spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></spPr></chartSpace>`, c.unlisted(), words(900))
	return b.String()
}

// lines are drawn over the bars, on the same axes.
func (c Chart) lines() string {
	if len(c.Lines) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<lineChart><grouping val="standard"/><varyColors val="0"/>`)
	for i, s := range c.Lines {
		edge := fmt.Sprintf(`<a:ln w="22225"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln>`, navy)
		symbol, size := "circle", 6
		if s.Marks {
			edge, symbol, size = `<a:ln><a:noFill/></a:ln>`, "triangle", 9
		}
		fmt.Fprintf(&b, `<ser><idx val="%d"/><order val="%d"/><tx><v>%s</v></tx><spPr>%s</spPr><marker><symbol val="%s"/><size val="%d"/><spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></spPr></marker><cat>%s</cat><val>%s</val><smooth val="0"/></ser>`,
			len(c.Series)+i, len(c.Series)+i, escaped(s.Name), edge, symbol, size, navy, c.Labels.texts(), s.Values.numbers())
	}
	b.WriteString(`<marker val="1"/><axId val="1001"/><axId val="1002"/></lineChart>`)
	return b.String()
}

// unlisted takes the series that are not drawn out of the legend.
func (c Chart) unlisted() string {
	entries := ""
	for i, s := range c.Series {
		if s.Unseen {
			entries += fmt.Sprintf(`<legendEntry><idx val="%d"/><delete val="1"/></legendEntry>`, i)
		}
	}
	return entries
}

func (s Series) xml(i int, labels Data) string {
	fill := fmt.Sprintf(`<a:solidFill><a:srgbClr val="%s"/></a:solidFill>`, link)
	if s.Pale {
		fill = fmt.Sprintf(`<a:solidFill><a:srgbClr val="%s"/></a:solidFill>`, pale)
	}
	if s.Hatched {
		fill = fmt.Sprintf(`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="%s"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`, link)
	}
	edge := fmt.Sprintf(`<a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln>`, link)
	if s.Unseen {
		fill, edge = `<a:noFill/>`, `<a:ln><a:noFill/></a:ln>`
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<ser><idx val="%d"/><order val="%d"/><tx><v>%s</v></tx><spPr>%s%s</spPr><invertIfNegative val="0"/>`,
		i, i, escaped(s.Name), fill, edge)
	if s.Up.Range != "" {
		fmt.Fprintf(&b, `<errBars><errBarType val="both"/><errValType val="cust"/><noEndCap val="0"/><plus>%s</plus><minus>%s</minus><spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></spPr></errBars>`,
			s.Up.numbers(), s.Down.numbers(), ink)
	}
	fmt.Fprintf(&b, `<cat>%s</cat><val>%s</val></ser>`, labels.texts(), s.Values.numbers())
	return b.String()
}

// numbers refers to cells of numbers and carries those that are known.
func (d Data) numbers() string {
	return d.cached("numRef", `<numCache><formatCode>General</formatCode>`, "numCache")
}

// texts refers to cells of text.
func (d Data) texts() string { return d.cached("strRef", `<strCache>`, "strCache") }

func (d Data) cached(ref, open, end string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<%s><f>%s</f>%s<ptCount val="%d"/>`, ref, escaped(d.Range), open, len(d.Values))
	for i, v := range d.Values {
		if v != nil && v != "" {
			fmt.Fprintf(&b, `<pt idx="%d"><v>%s</v></pt>`, i, escaped(fmt.Sprint(v)))
		}
	}
	fmt.Fprintf(&b, `</%s></%s>`, end, ref)
	return b.String()
}

func title(text string, size int) string {
	return fmt.Sprintf(`<title><tx><rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="%d" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="%d" b="1"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="%s"/></a:rPr><a:t>%s</a:t></a:r></a:p></rich></tx><overlay val="0"/></title>`,
		size, size, ink, face, escaped(text))
}

func words(size int) string {
	return fmt.Sprintf(`<txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="%d"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="%s"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></txPr>`, size, ink, face)
}

func line(colour string) string {
	return fmt.Sprintf(`<spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></spPr>`, colour)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(Clean(text))) // a strings.Builder takes everything
	return b.String()
}
