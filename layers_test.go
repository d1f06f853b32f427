package tollbook

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the import table of ARCHITECTURE.md: which package may use what,
// beyond the standard library. A package that is not in it fails the test.
var mayImport = map[string][]string{
	"tollbook/casualty":       {},
	"tollbook/ingest/phrase":  {"tollbook/casualty"},
	"tollbook/ingest":         {"tollbook/casualty", "tollbook/ingest/phrase", "tollbook/ingest/charset", "golang.org/x/net", "codeberg.org/readeck/go-readability"},
	"tollbook/ingest/charset": {"tollbook/casualty", "golang.org/x/net", "golang.org/x/text"},
	"tollbook/ingest/fetch":   {"tollbook/casualty"},
	"tollbook/ingest/near":    {},
	"tollbook/ingest/place":   {"tollbook/casualty", "tollbook/ingest/charset", "tollbook/ingest/place", "golang.org/x/text", "github.com/adrg/strutil"},
	"tollbook/ingest/table":   {"tollbook/casualty", "tollbook/ingest/charset", "golang.org/x/net", "golang.org/x/text"},
	"tollbook/ingest/mapping": {"tollbook/casualty", "tollbook/ingest/table", "golang.org/x/text"},
	"tollbook/store":          {"tollbook/casualty", "go.etcd.io/bbolt", "golang.org/x/sys"},
	"tollbook/aggregate":      {"tollbook/casualty"},
	"tollbook/exports":        {"tollbook/casualty", "tollbook/aggregate", "tollbook/exports"},
	"tollbook/curate":         {"tollbook/casualty", "tollbook/ingest", "tollbook/aggregate", "tollbook/store", "golang.org/x/text"},
	"tollbook/asked":          {"tollbook/casualty", "tollbook/aggregate", "tollbook/store", "tollbook/exports", "tollbook/server/people"},
	"tollbook/example":        {"tollbook/casualty", "tollbook/ingest", "tollbook/store", "tollbook/curate"},
	"tollbook/server":         {"tollbook", "github.com/gin-gonic/gin", "github.com/danielgtaylor/huma/v2", "github.com/klauspost/compress", "golang.org/x/text"},
	"tollbook/server/people":  {"tollbook/casualty", "tollbook/store", "github.com/alexedwards/argon2id", "github.com/pquerna/otp", "golang.org/x/time"},
	"tollbook/cmd/tollbook":   {"tollbook", "github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term"},
	"tollbook/internal":       {"tollbook"},
}

// behindOneDoor are the modules that one place alone may use.
var behindOneDoor = map[string]string{
	"github.com/xuri/excelize": "tollbook/exports/internal",
	"github.com/gin-gonic/gin": "tollbook/server",
	"go.etcd.io/bbolt":         "tollbook/store",

	"codeberg.org/readeck/go-readability": "tollbook/ingest",
	"github.com/adrg/strutil":             "tollbook/ingest/place",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestPackagesImportOnlyWhatTheTableAllows(t *testing.T) {
	for _, p := range packages(t) {
		for _, i := range p.Imports {
			if standard(i) {
				continue
			}
			if !allowed(p.ImportPath, i) {
				t.Errorf("%s imports %s, which the table does not allow", p.ImportPath, i)
			}
			for module, door := range behindOneDoor {
				if under(i, module) && !under(p.ImportPath, door) {
					t.Errorf("%s imports %s; only %s may", p.ImportPath, i, door)
				}
			}
		}
	}
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []goPackage
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p goPackage
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

func allowed(from, to string) bool {
	row, ok := mayImport[from]
	if !ok {
		row, ok = longestRow(from)
	}
	return ok && slices.ContainsFunc(row, func(allowed string) bool { return under(to, allowed) })
}

// longestRow is the row of the nearest folder above a package.
func longestRow(path string) ([]string, bool) {
	if under(path, "tollbook/exports/internal") {
		return []string{"tollbook/casualty", "tollbook/exports", "github.com/xuri/excelize", "github.com/klauspost/compress"}, true
	}
	for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
		if row, ok := mayImport[path[:i]]; ok {
			return row, true
		}
	}
	return nil, false
}

func under(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

// standard: the standard library's paths have no dot in their first element, and
// ours begin with tollbook.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != "tollbook"
}
