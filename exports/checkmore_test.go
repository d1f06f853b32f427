package exports

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// moreChecks are the rules that look at how a workbook reads: for eyes, for screen
// readers, for whoever fills it in.
var moreChecks = []check{
	{"columns of codes offer the codes of their list", func(b openedBook) (bad []string) {
		d := b.sheet(dictionarySheet)
		for i, name := range d.column("Sheet") {
			s := b.sheet(name)
			if d.column("Code list")[i] == "" || s.table == nil {
				continue
			}
			x := slices.Index(s.rows[s.head()], d.column("Column")[i])
			at := fmt.Sprintf(`sqref="%s%d:%s%d"`, letters(x), s.head()+2, letters(x), len(s.rows))
			if !strings.Contains(b.parts[s.part], at) {
				bad = append(bad, name+"!"+d.column("Column")[i])
			}
		}
		return bad
	}, cutOut("<dataValidations", "</dataValidations>")},

	{"headings, introductions and codes have no stray blanks", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			texts := slices.Concat(s.rows[:max(s.head()+1, 2)]...)
			for heading, kind := range b.kinds(s.name) {
				if kind == "code" || kind == "yes or no" {
					texts = append(texts, s.column(heading)...)
				}
			}
			for _, text := range texts {
				if text != strings.TrimSpace(text) || strings.Contains(text, "  ") {
					bad = append(bad, fmt.Sprintf("%s: %.40q", s.name, text))
				}
			}
		}
		return bad
	}, everywhere("<t>settled</t>", "<t> settled</t>")},

	{"text stands out from its ground by at least 4.5 to 1", func(b openedBook) (bad []string) {
		for i, pair := range b.colours() {
			if ratio := contrast(pair[0], pair[1]); ratio < 4.5 {
				bad = append(bad, fmt.Sprintf("format %d: %s on %s is %.1f to 1", i, pair[0], pair[1], ratio))
			}
		}
		for name, part := range b.parts {
			if strings.HasPrefix(name, "xl/charts/") && strings.Contains(part, "<txPr>") && !strings.Contains(part, `sz="900"><a:solidFill><a:srgbClr val="1F2933"/>`) {
				bad = append(bad, name+" has pale words")
			}
		}
		return bad
	}, func(parts map[string]string) {
		parts["xl/styles.xml"] = strings.ReplaceAll(parts["xl/styles.xml"], "1F2933", "B0B0B0")
	}},

	{"text is of 10 points or more, in a face without serifs, and wraps in tables", func(b openedBook) (bad []string) {
		styles := b.parts["xl/styles.xml"]
		for _, m := range regexp.MustCompile(`<sz val="([0-9.]+)"`).FindAllStringSubmatch(styles, -1) {
			if size, err := strconv.ParseFloat(m[1], 64); err != nil || size < 10 {
				bad = append(bad, m[0])
			}
		}
		for _, m := range regexp.MustCompile(`<name val="([^"]+)"`).FindAllStringSubmatch(styles, -1) {
			if m[1] != "Arial" {
				bad = append(bad, m[1])
			}
		}
		if !strings.Contains(styles, `wrapText="1"`) && !strings.Contains(styles, `wrapText="true"`) {
			bad = append(bad, "nothing wraps")
		}
		return bad
	}, replace("xl/styles.xml", `<name val="Arial"`, `<name val="Times New Roman"`)},

	{"no colour says what no word says", func(b openedBook) (bad []string) {
		for name, part := range b.parts {
			if strings.Contains(part, "<conditionalFormatting") || strings.Contains(part, "[Red]") || strings.Contains(part, "tabColor") {
				bad = append(bad, name)
			}
		}
		return bad
	}, everywhere("</sheetData>", `</sheetData><conditionalFormatting sqref="A1"/>`)},

	{"a link says where it leads", func(b openedBook) (bad []string) {
		words := regexp.MustCompile(`,"((?:[^"]|"")*)"\)$`)
		for _, s := range b.sheets {
			for _, c := range s.cells {
				if m := words.FindStringSubmatch(c.Formula); strings.HasPrefix(c.Formula, "HYPERLINK(") && (m == nil || len(m[1]) < 5 || strings.Contains(strings.ToLower(m[1]), "click") || strings.EqualFold(m[1], "link")) {
					bad = append(bad, s.name+"!"+c.Name)
				}
			}
		}
		return bad
	}, func(parts map[string]string) {
		for name, part := range parts {
			parts[name] = strings.ReplaceAll(part, ",&#34;to i1.killed&#34;)", ",&#34;here&#34;)")
		}
	}},

	{"no sheet has more links than Excel opens", func(b openedBook) (bad []string) {
		for _, s := range b.sheets {
			if n := strings.Count(b.parts[s.part], "<hyperlink ") + strings.Count(b.parts[s.part], "<f>HYPERLINK("); n > 65_530 {
				bad = append(bad, fmt.Sprintf("%s: %d links", s.name, n))
			}
		}
		return bad
	}, everywhere("<hyperlinks>", "<hyperlinks>"+strings.Repeat(`<hyperlink ref="A1" location="A1"/>`, 65_530))},

	{"every note that a text refers to stands on Notes", func(b openedBook) (bad []string) {
		notes := b.sheet(notesSheet).column("Note")
		for _, s := range b.sheets {
			for _, m := range regexp.MustCompile(`\[note (\d+)\]`).FindAllStringSubmatch(b.parts[s.part], -1) {
				if !slices.Contains(notes, "n"+m[1]) {
					bad = append(bad, s.name+": "+m[0])
				}
			}
		}
		return bad
	}, everywhere("<t>Market</t>", "<t>Market [note 99]</t>")},

	{"what a footer says stands on the cover", func(b openedBook) (bad []string) {
		cover := strings.Join(slices.Concat(b.sheet(coverSheet).rows...), "\n")
		for _, s := range b.sheets {
			m := regexp.MustCompile(`<oddFooter>&amp;L&amp;8(.*?)&amp;C`).FindStringSubmatch(b.parts[s.part])
			if m == nil || !strings.Contains(cover, m[1]) {
				bad = append(bad, s.name)
			}
		}
		return bad
	}, everywhere("&amp;L&amp;8", "&amp;L&amp;8Only here ")},

	{"totals are what the figures add to", func(b openedBook) (bad []string) {
		totals, figures := b.sheet(summarySheet), b.sheet(figuresSheet)
		questions, counts := figures.column("Question"), figures.column("In totals")
		for i, question := range totals.column("Question") {
			for _, heading := range []string{"Low", "Highest"} {
				sum, any := 0, false
				numbers := figures.column(heading)
				for j, q := range questions {
					if n, err := strconv.Atoi(numbers[j]); err == nil && q == question && counts[j] == "yes" {
						sum, any = sum+n, true
					}
				}
				want := ""
				if any {
					want = strconv.Itoa(sum)
				}
				if got := totals.column(heading)[i]; got != want {
					bad = append(bad, fmt.Sprintf("%s of %s is %q, the figures add to %q", heading, question, got, want))
				}
			}
		}
		return bad
	}, everywhere("<v>30</v>", "<v>31</v>")},
}

var (
	oneFont   = regexp.MustCompile(`(?s)<font>.*?</font>`)
	oneFill   = regexp.MustCompile(`(?s)<fill>.*?</fill>`)
	fontColor = regexp.MustCompile(`<color rgb="(?:FF)?([0-9A-F]{6})"`)
	fillColor = regexp.MustCompile(`<fgColor rgb="(?:FF)?([0-9A-F]{6})"`)
	cellXf    = regexp.MustCompile(`<xf [^>]*fontId="(\d+)"[^>]*fillId="(\d+)"|<xf [^>]*fillId="(\d+)"[^>]*fontId="(\d+)"`)
)

// colours are the colour of the text and of its ground, of each cell format.
func (b openedBook) colours() (pairs [][2]string) {
	styles := b.parts["xl/styles.xml"]
	fonts, fills := oneFont.FindAllString(styles, -1), oneFill.FindAllString(styles, -1)
	colour := func(list []string, id string, in *regexp.Regexp, other string) string {
		n, err := strconv.Atoi(id)
		if err != nil || n >= len(list) {
			return other
		}
		if m := in.FindStringSubmatch(list[n]); m != nil {
			return m[1]
		}
		return other
	}
	_, formats, _ := strings.Cut(styles, "<cellXfs")
	for _, m := range cellXf.FindAllStringSubmatch(formats, -1) {
		pairs = append(pairs, [2]string{colour(fonts, m[1]+m[4], fontColor, "000000"), colour(fills, m[2]+m[3], fillColor, "FFFFFF")})
	}
	return pairs
}

// contrast is that of the Web Content Accessibility Guidelines 2.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		if err != nil {
			return math.NaN()
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
