package exports

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tollbook/internal/sample"
)

// A clientSays is what the Frictionless client makes of a package.
type clientSays struct {
	Found []string       // problems
	Rows  map[string]int // of each resource
}

// readByClient reads unpacked packages, by their folders, with npm's datapackage.
func readByClient(t *testing.T, folders ...string) map[string]clientSays {
	t.Helper()
	skipShort(t)
	modules, err := filepath.Abs("../.tools/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	node, err := exec.LookPath("node")
	if _, there := os.Stat(filepath.Join(modules, "datapackage")); err != nil || there != nil {
		t.Skip("node or its module datapackage is not installed in .tools; the data packages were not read by a client.")
	}
	args := []string{"testdata/client.js", modules}
	for _, folder := range folders {
		args = append(args, filepath.Join(folder, "datapackage.json"))
	}
	cmd := exec.Command(node, args...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the client: %v", err)
	}
	var says map[string]clientSays
	if err := json.Unmarshal(out, &says); err != nil {
		t.Fatal(err)
	}
	return says
}

func unpacked(t *testing.T, files map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(folder, name), []byte(text))
	}
	return folder
}

func TestAClientOfTheStandardTakesThePackage(t *testing.T) {
	folders := map[string]string{}
	for name, record := range records() {
		o := Options{Methods: methods(t, "envelope", "gtd"), Profile: Public, Licence: "CC BY 4.0", Publisher: "Vareno Observatory", SmallCounts: 3}
		files := parts(t, []byte(written(t, func(w io.Writer) error { return Package(w, record, o) })))
		folders[name] = unpacked(t, files)
	}
	sound := parts(t, []byte(written(t, func(w io.Writer) error { return Package(w, sample.Four(), Options{Methods: methods(t, "envelope")}) })))
	sound["figures.csv"] = strings.Replace(sound["figures.csv"], ",12,", ",unknown,", 1)
	broken := unpacked(t, sound)
	all := []string{broken}
	for _, folder := range folders {
		all = append(all, folder)
	}
	says := readByClient(t, all...)
	for name, folder := range folders {
		t.Run(name, func(t *testing.T) {
			got := says[filepath.Join(folder, "datapackage.json")]
			if len(got.Found) > 0 {
				t.Errorf("the client finds %v", got.Found)
			}
			d := describedIn(t, folder)
			for _, r := range d.Resources {
				if got.Rows[r.Name] != r.Rows {
					t.Errorf("%s: the client reads %d rows, the package says %d", r.Name, got.Rows[r.Name], r.Rows)
				}
			}
		})
	}
	t.Run("a number that is a word is seen", func(t *testing.T) {
		if found := strings.Join(says[filepath.Join(broken, "datapackage.json")].Found, " "); !strings.Contains(found, "unknown") {
			t.Errorf("the client finds %q", found)
		}
	})
}

func describedIn(t *testing.T, folder string) (d descriptor) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	return d
}
