package table

// Property is one of a workbook's custom properties; empty where it has none of
// that name.
func (f *File) Property(name string) string {
	if f.parts["docprops/custom.xml"] == nil {
		return ""
	}
	value, inside := "", false
	err := f.scan("docProps/custom.xml", maxSmall, func(x *xmlScan, token xmlToken) error {
		switch {
		case token == xmlStart && x.name == "property":
			inside = x.attr("name") == name
		case token == xmlEnd && x.name == "property":
			inside = false
		case token == xmlText && inside:
			value += x.string()
		}
		return nil
	})
	if err != nil {
		return ""
	}
	return value
}
