package place

import (
	"bytes"
	"compress/flate"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tollbook/casualty"
)

func list(t *testing.T, name, text string) *List {
	t.Helper()
	l, err := ReadList(name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestANameIsFoundWithItsConfidence(t *testing.T) {
	for _, tt := range []struct {
		written, country string
		name, in         string
		confidence       Confidence
		reason           string
	}{
		{"Izhevsk", "", "Izhevsk", "RUS", High, "one place"},
		{"IZHEVSK", "RUS", "Izhevsk", "RUS", High, "one place"},
		{"Rafah", "PSE", "Rafaḩ", "PSE", High, "one place"},
		{"Deir ez Zor", "SYR", "Deir ez-Zor", "SYR", High, "one place"},
		{"London", "", "London", "GBR", Medium, "by far the largest"},
		{"San José", "", "San José", "", Low, "places have this name"},
		{"Al Fasher", "SDN", "El Fasher", "SDN", Low, "article"},
		{"Ижевск", "", "Izhevsk", "RUS", Low, "transliteration from Cyrillic"},
		{"Ижевске", "", "Izhevsk", "RUS", Low, "transliteration from Cyrillic"},
		{"Донецьку", "UKR", "Donetsk", "UKR", Low, "transliteration from Cyrillic"},
		{"إدلب", "SYR", "Idlib", "SYR", Low, "transliteration from Arabic"},
		{"خان يونس", "PSE", "Khān Yūnis", "PSE", Low, "transliteration from Arabic"},
		{"Izhevks", "RUS", "Izhevsk", "RUS", Low, "spelled much like"},
	} {
		t.Run(tt.written, func(t *testing.T) {
			found := Find(tt.written, tt.country)
			if len(found) == 0 {
				t.Fatal("nothing found")
			}
			for _, m := range found {
				if m.Place.Name == tt.name && (tt.in == "" || m.Place.Country == tt.in) {
					if m.Confidence != tt.confidence || !strings.Contains(m.Reason, tt.reason) || m.From != "GeoNames" || m.Place.Lat == nil {
						t.Errorf("%+v, want %s because %s", m, tt.confidence, tt.reason)
					}
					return
				}
			}
			t.Errorf("%+v, want %s in %s among them", found, tt.name, tt.in)
		})
	}
}

func TestWhatIsNoPlaceIsNotFound(t *testing.T) {
	for _, written := range []string{"", " ", "—", "Xqzvwk", "the market place of nowhere at all", "ة"} {
		if found := Find(written, ""); len(found) > 0 {
			t.Errorf("%q gave %+v", written, found)
		}
	}
}

func TestAPersonsListComesFirstAndKnowsOtherScripts(t *testing.T) {
	pcodes := list(t, "pcodes.csv", "Location,Admin Level,P-Code,Name,Parent P-Code\nQZZ,1,XX01,North,QZZ\nQZZ,2,XX0101,Marj,XX01\n")
	m := Find("MARJ", "", pcodes)[0]
	if m.Confidence != High || m.Place.Code != "XX0101" || m.Place.Admin1 != "North" || m.Place.Admin2 != "Marj" || m.Place.Precision != "admin2" || m.From != "pcodes.csv" {
		t.Errorf("%+v", m)
	}
	names := list(t, "names.csv", "\ufeffname;name_ar;name_ru;lat;lon;iso3\n#adm2+name;#x;#y;;;\nAleppo;حلب;Халеб;36.2;37.15;SYR\nAzaz;أعزاز;Азаз;36.58;37.04;SYR\n")
	for written, confidence := range map[string]Confidence{"حلب": High, "اعزاز": High, "Халеб": High, "Халебе": Medium} {
		found := Find(written, "", names)
		if len(found) == 0 || found[0].Confidence != confidence || found[0].From != "names.csv" || found[0].Place.Lat == nil {
			t.Errorf("%s: %+v, want %s from the list", written, found, confidence)
		}
	}
	two := list(t, "two.csv", "name,country\nSalem,AAA\nSalem,BBB\n")
	if found := Find("Salem", "", two); found[0].Confidence != Medium || !strings.Contains(found[0].Reason, "2 places") {
		t.Errorf("%+v, want two places of one name to be less than sure", found[0])
	}
}

func TestANameOfAListIsFoundInASentenceWithoutCapitals(t *testing.T) {
	names := list(t, "names.csv", "name,name_ar,country\nAleppo,حلب,SYR\nKhan Shaykhun,خان شيخون,SYR\nMarj,المرج,SYR\n")
	for sentence, want := range map[string]string{
		"قتل ثلاثة أشخاص في قصف على حلب": "Aleppo", "أصيب سبعة بخان شيخون أمس": "Khan Shaykhun", "قصف للمرج": "Marj",
		"حلبة السباق": "", "قتل ثلاثة": "",
	} {
		found := Mentioned(sentence, "", names)
		switch {
		case want == "" && len(found) > 0, want != "" && (len(found) != 1 || found[0].Place.Name != want):
			t.Errorf("%s: %+v, want %q", sentence, found, want)
		case want != "" && found[0].Confidence == High:
			t.Errorf("%s: a name that merely stands there is held for sure", sentence)
		}
	}
}

func TestAlternateNamesOfGeoNamesLeadToThePlacesTheyName(t *testing.T) {
	var izhevsk int
	for _, e := range embedded() {
		if e.Name == "Izhevsk" {
			izhevsk = e.ID
		}
	}
	if izhevsk != 554840 { // its id on geonames.org
		t.Fatalf("Izhevsk has the id %d", izhevsk)
	}
	l := list(t, "alternateNames.txt", "1\t554840\tru\tИжевск\t\t\n2\t554840\tlink\thttps://example.org\t\t\n3\t99999999\ten\tNowhere\t\t\n")
	m := Find("Ижевск", "", l)[0]
	if m.Confidence != High || m.Place.Name != "Izhevsk" || m.Place.Country != "RUS" {
		t.Errorf("%+v", m)
	}
}

func TestAListThatIsNoneIsRefusedWithASentence(t *testing.T) {
	for _, text := range []string{"", "a,b\n1,2\n", "name,code\n", "\x00\x01"} {
		_, err := ReadList("list.csv", strings.NewReader(text))
		var p *casualty.Problem
		if !errors.As(err, &p) || !strings.HasPrefix(err.Error(), "list.csv") {
			t.Errorf("%q: %v, want a problem of list.csv", text, err)
		}
	}
}

func TestThePCodesOfTheWorldAreRead(t *testing.T) {
	folder := os.Getenv("TOLLBOOK_TESTDATA")
	if folder == "" {
		t.Skip("TOLLBOOK_TESTDATA is not set: the p-codes lie outside the tree")
	}
	f, err := os.Open(filepath.Join(folder, "data", "ocha-pcodes", "global-pcodes-adm-1-2.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	l, err := ReadList(f.Name(), f)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.places) != 33_453 {
		t.Errorf("%d places, want one a row", len(l.places))
	}
	for _, written := range []string{"Kapisa", "kapisa"} {
		if m := Find(written, "AFG", l)[0]; m.Place.Code != "AF02" || m.Confidence != High {
			t.Errorf("%s: %+v", written, m)
		}
	}
}

func TestTheEmbeddedGazetteerIsWhole(t *testing.T) {
	entries, err := unpack(packed)
	if err != nil || len(entries) != 171_075 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for i, e := range entries {
		if e.Name == "" || len(e.Country) != 2 || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 || i > 0 && fold(entries[i-1].Name) > fold(e.Name) {
			t.Fatalf("entry %d: %+v", i, e)
		}
	}
}

func TestPackedEntriesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Entry {
			return Entry{
				Name: rapid.String().Draw(t, "name"), Country: rapid.SampledFrom([]string{"SY", "UA", ""}).Draw(t, "country"), Admin1: rapid.StringN(0, 3, -1).Draw(t, "unit"),
				Lat: float64(rapid.IntRange(-900000, 900000).Draw(t, "lat")) / 1e4, Lon: float64(rapid.IntRange(-1800000, 1800000).Draw(t, "lon")) / 1e4,
				Population: rapid.IntRange(0, 1<<31).Draw(t, "people"), ID: rapid.IntRange(0, 1<<31).Draw(t, "id"),
			}
		}), 0, 20).Draw(t, "entries")
		packed, err := Pack(in)
		if err != nil {
			t.Fatal(err)
		}
		out, err := unpack(packed)
		if err != nil || len(out) != len(in) {
			t.Fatalf("%d of %d, %v", len(out), len(in), err)
		}
		left := map[Entry]int{}
		for _, e := range in {
			left[e]++
		}
		for _, e := range out {
			if left[e]--; left[e] < 0 {
				t.Fatalf("%+v was not packed", e)
			}
		}
	})
}

func FuzzUnpack(f *testing.F) {
	small, err := Pack([]Entry{{Name: "Marj", Country: "SY", Lat: 1, Lon: 2}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(t *testing.T, packed []byte) {
		if text, err := new(bytes.Buffer).ReadFrom(flate.NewReader(bytes.NewReader(packed))); err == nil && text > 1<<20 {
			return
		}
		_, _ = unpack(packed)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Рафах", "name,lat,lon\nРафах,1,2\n")
	f.Fuzz(func(t *testing.T, written, text string) {
		l, err := ReadList("list.csv", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, m := range Find(written, "", l) {
			if m.Confidence == "" || m.Reason == "" || m.From == "" || (m.Place.Lat == nil) != (m.Place.Lon == nil) {
				t.Errorf("%+v says not how it was found", m)
			}
		}
	})
}

// Whatever the sentence and the list, what is found says how and is never sure.
func FuzzMentioned(f *testing.F) {
	f.Add("قتل ثلاثة في حلب وبحمص", "name,lat,lon\nحلب,1,2\nحمص,3,4\n")
	f.Add("nine killed in Marj al-Example", "name,name 2\nMarj,Marj al Example\n")
	f.Fuzz(func(t *testing.T, sentence, text string) {
		l, err := ReadList("list.csv", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, m := range Mentioned(sentence, "", l) {
			if m.Confidence == "" || m.Confidence == High || m.Reason == "" || m.From == "" {
				t.Errorf("%+v is too sure or says not how it was found", m)
			}
		}
	})
}
