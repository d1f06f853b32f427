package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tollbook/casualty"
)

const examplePage = `<!DOCTYPE html>
<html lang="fr-FR"><head><title>Cinquante morts</title>
<meta property="article:published_time" content="2025-07-03T10:00:00+02:00"><style>p{killed:9}</style></head>
<body><nav>Dix personnes ont été tuées</nav>
<p>Mardi, <b>trois</b> personnes ont &eacute;t&eacute; tu&#233;es
et deux soldats bless&eacute;s.</p><!-- huit morts -->
<script>var s = "cinq morts < six";</script><aside>Sept morts</aside></body></html>`

func TestAPageIsReadAtItsBytes(t *testing.T) {
	d, err := NewDocument("page.html", []byte(examplePage))
	if err != nil {
		t.Fatal(err)
	}
	if m := d.Meta; m.MediaType != "text/html" || m.Published != "2025-07-03T10:00:00+02:00" || m.Language != "fr" {
		t.Errorf("meta %+v, want a page in French of 2025-07-03", m)
	}
	claims := Read(d, Options{})
	want := []struct {
		harm  casualty.Harm
		n     int
		quote string
	}{
		{casualty.Killed, 3, "trois</b> personnes ont &eacute;t&eacute; tu&#233;es"},
		{casualty.Injured, 2, "deux soldats bless&eacute;s"},
	}
	if len(claims) != len(want) {
		t.Fatalf("%d claims, want %d: %+v", len(claims), len(want), claims)
	}
	for i, w := range want {
		c := claims[i]
		if c.Harm != w.harm || c.Count.N != w.n || c.Quote.Text != w.quote || examplePage[c.Quote.Start:c.Quote.End] != w.quote {
			t.Errorf("%s %s %q at %d, want %+v", c.Harm, c.Count, c.Quote.Text, c.Quote.Start, w)
		}
	}
	if claims[0].Day != "2025-07-01" {
		t.Errorf("day %q, want the Tuesday before the publication", claims[0].Day)
	}
}

func TestWhatIsReadOfAPageKeepsItsLength(t *testing.T) {
	for _, page := range []string{examplePage, "<", "<p", "a < b & c &amp; d &#x1F600; &bogus; &#0;", "<script>", "<p>é</p><!--", "</>", "&eacute;&lt;", strings.Repeat("<b>", 50)} {
		text := readable(page)
		if len(text) != len(page) || !utf8.ValidString(text) {
			t.Errorf("%q became %q: want as many bytes, and whole characters", page, text)
		}
	}
}

func TestPlainTextIsNoPage(t *testing.T) {
	d, err := NewDocument("report.txt", []byte("Nine people <name withheld> were killed & two hurt."))
	if err != nil {
		t.Fatal(err)
	}
	if d.Meta.MediaType != "text/plain" {
		t.Errorf("media type %s, want text/plain", d.Meta.MediaType)
	}
}

// Whatever the page, its claims are at their bytes.
func FuzzPage(f *testing.F) {
	f.Add(examplePage[15:])
	f.Add("<p>Nine people were kill&eacute;d<b> 12 <script>x</script>")
	f.Fuzz(func(t *testing.T, page string) {
		d, err := NewDocument("page.html", []byte("<!doctype html>"+page))
		if err != nil {
			return
		}
		text := readable(d.Text)
		if len(text) != len(d.Text) || !utf8.ValidString(text) {
			t.Errorf("%q became %q", d.Text, text)
		}
		for _, c := range Read(d, Options{}) {
			if d.Text[c.Quote.Start:c.Quote.End] != c.Quote.Text || !utf8.ValidString(c.Quote.Text) {
				t.Errorf("quote %q is not at its place", c.Quote.Text)
			}
		}
	})
}

// Marks of direction, joiners and soft hyphens are not seen: they neither cut the name
// of a claimant or a place nor stand in it.
func TestNamesAreWhatTheReaderOfAPageSees(t *testing.T) {
	for _, tt := range []struct{ page, claimant, place string }{
		{"Nine people were killed in Port&shy;&#8206; Exam&#x200D;ple, governor Ada&nbsp;\u202aExam\u202cple said.", "Ada Example", "Port Example"},
		{"Погибли трое в Приме&lrm;рове, сообщил губер&#x200B;натор Иван &rlm;Приме\u2060ров.", "Иван Примеров", "Примерове"},
		{"Trois morts à Exem\u200dple, a déclaré le préfet &Eacute;ric&nbsp;Ex&#1564;emple.", "Éric Exemple", "Exemple"},
		{"قتل ثلاثة أشخاص، بحسب المح&zwnj;اف\u061cظ&rlm; \u2067أحمد\u2069.", "المحافظ أحمد", ""},
	} {
		d, err := Open("page.html", []byte("<html><body><p>"+tt.page+"</p></body></html>"), As{})
		if err != nil {
			t.Fatal(err)
		}
		claims := Read(d, Options{})
		if len(claims) != 1 || claims[0].Claimant != tt.claimant || claims[0].Place != tt.place {
			t.Errorf("%s: %+v, want one by %q in %q", tt.page, claims, tt.claimant, tt.place)
		}
	}
}
