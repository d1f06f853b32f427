package exports

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tollbook/internal/sample"
)

// schemas names the schema of each part of a workbook; the first that matches holds.
var schemas = []struct{ part, schema string }{
	{`^\[Content_Types\]\.xml$`, "opc-contentTypes.xsd"},
	{`\.rels$`, "opc-relationships.xsd"},
	// Its schema builds on two of Dublin Core that only the network has; what
	// stands in it is checked with the other properties.
	{`^docProps/core\.xml$`, ""},
	{`^docProps/app\.xml$`, "shared-documentPropertiesExtended.xsd"},
	{`^docProps/custom\.xml$`, "shared-documentPropertiesCustom.xsd"},
	{`^xl/charts/`, "dml-chart.xsd"},
	{`^xl/drawings/`, "dml-spreadsheetDrawing.xsd"},
	{`^xl/theme/`, "dml-main.xsd"},
	{`^xl/`, "sml.xsd"},
}

var (
	ignorable = regexp.MustCompile(` mc:Ignorable="([^"]*)"`)
)

// processed is a part as a consumer reads it: what markup compatibility lets it
// ignore is gone, and so is xml:space, which belongs to XML itself and which the
// schema does not list.
func processed(part string) string {
	part = strings.ReplaceAll(part, ` xml:space="preserve"`, "")
	m := ignorable.FindStringSubmatch(part)
	if m == nil {
		return part
	}
	part = strings.Replace(part, m[0], "", 1)
	for _, prefix := range strings.Fields(m[1]) {
		part = regexp.MustCompile(` `+prefix+`:[A-Za-z]+="[^"]*"`).ReplaceAllString(part, "")
	}
	return part
}

// invalid validates the parts of a workbook against the standard's schemas and
// gives what xmllint says of those that are not valid.
func invalid(t *testing.T, workbook []byte) map[string]string {
	t.Helper()
	skipShort(t)
	data := os.Getenv("TOLLBOOK_TESTDATA")
	if data == "" {
		t.Skip("TOLLBOOK_TESTDATA is unset; the parts were not validated against the standard's schemas.")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed; the parts were not validated.")
	}
	dir, bySchema := t.TempDir(), map[string][]string{}
	names := map[string]string{}
	for name, part := range parts(t, workbook) {
		file := filepath.Join(dir, strings.NewReplacer("/", "_", "[", "", "]", "").Replace(name))
		write(t, file, []byte(processed(part)))
		names[file] = name
		i := slices.IndexFunc(schemas, func(s struct{ part, schema string }) bool { return regexp.MustCompile(s.part).MatchString(name) })
		if i < 0 {
			t.Errorf("no schema is known for %s", name)
			continue
		}
		if schemas[i].schema == "" {
			continue
		}
		bySchema[schemas[i].schema] = append(bySchema[schemas[i].schema], file)
	}
	bad := map[string]string{}
	for schema, files := range bySchema {
		out, err := exec.Command(lint, append([]string{"--nonet", "--noout", "--schema", filepath.Join(data, "xsd", schema)}, files...)...).CombinedOutput()
		if err == nil {
			continue
		}
		for file, name := range names {
			if i := strings.Index(string(out), file+":"); i >= 0 || strings.Contains(string(out), file+" fails") {
				bad[name] = string(out)[max(i, 0):]
			}
		}
		if len(bad) == 0 {
			t.Fatalf("xmllint with %s: %v\n%s", schema, err, out)
		}
	}
	return bad
}

func TestEveryPartIsValid(t *testing.T) {
	for name, record := range records() {
		t.Run(name, func(t *testing.T) {
			for part, says := range invalid(t, workbook(t, record, Options{})) {
				t.Errorf("%s is not valid:\n%s", part, says)
			}
		})
	}
	t.Run("a broken part is seen", func(t *testing.T) {
		broken := parts(t, workbook(t, sample.Four(), Options{}))
		broken["xl/worksheets/sheet2.xml"] = strings.Replace(broken["xl/worksheets/sheet2.xml"], "</sheetData>", "</sheetData><sheetData/>", 1)
		if _, seen := invalid(t, zipped(t, broken))["xl/worksheets/sheet2.xml"]; !seen {
			t.Error("a sheet with two sheetData went unseen")
		}
	})
}
