package sheet

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	defaultType = regexp.MustCompile(`<Default [^>]*>(</Default>)?`)
	oneFormat   = regexp.MustCompile(`<xf [^>]*>.*?</xf>|<xf [^>]*/>`)
	formats     = regexp.MustCompile(`(?s)<cellXfs count="\d+">(.*?)</cellXfs>`)
	baseFormats = regexp.MustCompile(`(?s)<cellStyleXfs count="\d+">(.*?)</cellStyleXfs>`)
	styleNames  = regexp.MustCompile(`(?s)<cellStyles count="\d+">(.*?)</cellStyles>`)
	ofStyle     = regexp.MustCompile(` xfId="\d+"`)
)

// sortDefaults orders the default content types, which the library keeps in a map.
func sortDefaults(xml []byte) ([]byte, error) {
	found := defaultType.FindAll(xml, -1)
	sorted := slices.Clone(found)
	slices.SortFunc(sorted, bytes.Compare)
	i := -1
	return defaultType.ReplaceAllFunc(xml, func([]byte) []byte { i++; return sorted[i] }), nil
}

// nameStyles gives the looks of [namedStyles] their names, which the library
// cannot: a base format, a style of that name, and the cell format pointing to it.
func nameStyles(xml []byte, ids [looks]int) ([]byte, error) {
	text := string(xml)
	cells := formats.FindStringSubmatch(text)
	base := baseFormats.FindStringSubmatch(text)
	names := styleNames.FindStringSubmatch(text)
	if cells == nil || base == nil || names == nil {
		return nil, fmt.Errorf("no cell formats found in the styles")
	}
	xfs := oneFormat.FindAllString(cells[1], -1)
	bases, named := base[1], names[1]
	for i, style := range namedStyles {
		id := ids[style.look]
		if id >= len(xfs) {
			return nil, fmt.Errorf("style %d is not among %d formats", id, len(xfs))
		}
		bases += ofStyle.ReplaceAllString(xfs[id], "")
		xfs[id] = ofStyle.ReplaceAllString(xfs[id], fmt.Sprintf(` xfId="%d"`, i+1))
		named += fmt.Sprintf(`<cellStyle name="%s" xfId="%d" builtinId="%d"/>`, style.name, i+1, style.builtin)
	}
	n := len(namedStyles) + 1
	text = strings.Replace(text, cells[0], fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, len(xfs), strings.Join(xfs, "")), 1)
	text = strings.Replace(text, base[0], fmt.Sprintf(`<cellStyleXfs count="%d">%s</cellStyleXfs>`, n, bases), 1)
	text = strings.Replace(text, names[0], fmt.Sprintf(`<cellStyles count="%d">%s</cellStyles>`, n, named), 1)
	return []byte(text), nil
}
