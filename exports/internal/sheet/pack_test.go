package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// packed writes the parts in this order.
func packed(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	p := &packer{out: &b}
	for _, name := range names {
		w, err := p.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, "content of "+name); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheOrderOfThePartsDoesNotChangeTheFile(t *testing.T) {
	first := packed(t, "xl/b.xml", "[Content_Types].xml", "xl/a.xml", "_rels/.rels")
	if !bytes.Equal(first, packed(t, "_rels/.rels", "xl/a.xml", "xl/b.xml", "[Content_Types].xml")) {
		t.Error("the same parts in another order give other bytes")
	}
	r, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"[Content_Types].xml", "_rels/.rels", "xl/a.xml", "xl/b.xml"} {
		f := r.File[i]
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if f.Name != want || err != nil || string(text) != "content of "+want || f.Modified.Year() != 1980 {
			t.Errorf("part %d is %s of %v: %q, %v", i, f.Name, f.Modified, text, err)
		}
	}
}

func TestDefaultContentTypesStandInOneOrder(t *testing.T) {
	a := `<Types><Default Extension="xml" ContentType="x"></Default><Default Extension="rels" ContentType="r"></Default><Override/></Types>`
	b := `<Types><Default Extension="rels" ContentType="r"></Default><Default Extension="xml" ContentType="x"></Default><Override/></Types>`
	one, err1 := sortDefaults([]byte(a))
	two, err2 := sortDefaults([]byte(b))
	if err1 != nil || err2 != nil || string(one) != b || string(two) != b {
		t.Errorf("sorted to %s and %s", one, two)
	}
}

func TestTextEntersAFormulaOnlyAsALiteral(t *testing.T) {
	for _, tt := range []struct{ name, got, want string }{
		{"quotes are doubled", Literal(`say "hello"`), `"say ""hello"""`},
		{"a plain sheet name stands as it is", Quoted("Claims"), "Claims"},
		{"a sheet name with a blank is quoted", Quoted("By month"), "'By month'"},
		{"an apostrophe is doubled", Quoted("Figures d'incidents"), "'Figures d''incidents'"},
		{"another alphabet is quoted", Quoted("Цифры"), "'Цифры'"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("got %s, want %s", tt.got, tt.want)
			}
		})
	}
}
