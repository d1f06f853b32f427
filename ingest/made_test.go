package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tollbook/casualty"
)

// A row is what one document must give: its claims, each with its words and its
// place in the document as received.
type row struct {
	harm  casualty.Harm
	n     int
	quote string
	place string
}

func checkRows(t *testing.T, d Document, want []row) {
	t.Helper()
	claims := Read(d, Options{})
	if len(claims) != len(want) {
		t.Errorf("%d claims, want %d: %+v", len(claims), len(want), claims)
	}
	for i := range min(len(claims), len(want)) {
		c, w := claims[i], want[i]
		if c.Harm != w.harm || c.Count.N != w.n || c.Quote.Text != w.quote || c.Quote.Original != w.place {
			t.Errorf("%s %s %q at %q, want %+v", c.Harm, c.Count, c.Quote.Text, c.Quote.Original, w)
		}
		if d.Text[c.Quote.Start:c.Quote.End] != c.Quote.Text {
			t.Errorf("quote %q is not at its place", c.Quote.Text)
		}
	}
}

func opened(t *testing.T, name string, content []byte, as As) Document {
	t.Helper()
	d, err := Open(name, content, as)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(d.Content, content) || d.Meta.Size != len(content) {
		t.Error("the document is not kept as received")
	}
	again, err := Open(name, content, as)
	if err != nil || again.Text != d.Text {
		t.Errorf("read again it gives another text: %v", err)
	}
	return d
}

const russian = "Первая строка сводки.\nПогибли трое человек, ещё пятеро ранены, сообщил глава района."

func TestATextInAnotherCharsetKeepsItsPlacesInItsBytes(t *testing.T) {
	content, err := charmap.Windows1251.NewEncoder().Bytes([]byte(russian))
	if err != nil {
		t.Fatal(err)
	}
	d := opened(t, "report.txt", content, As{})
	if d.Meta.Charset != "windows-1251" || d.Meta.Text == nil || d.Meta.Text.Reader != "charset/1 windows-1251" {
		t.Errorf("charset %s, text %+v", d.Meta.Charset, d.Meta.Text)
	}
	checkRows(t, d, []row{
		{casualty.Killed, 3, "Погибли трое человек", "bytes 22 to 42"},
		{casualty.Injured, 5, "ещё пятеро ранены", "bytes 44 to 61"},
	})
	for _, c := range Read(d, Options{}) {
		var from, to int
		if _, err := fmt.Sscanf(c.Quote.Original, "bytes %d to %d", &from, &to); err != nil {
			t.Fatal(err)
		}
		if said, _ := charmap.Windows1251.NewDecoder().Bytes(content[from:to]); string(said) != c.Quote.Text {
			t.Errorf("at %s of the bytes stands %q", c.Quote.Original, said)
		}
	}
}

func TestAPersonsCharsetOverrulesWhatIsFound(t *testing.T) {
	content := []byte("Пять человек погибли.")
	d := opened(t, "report.txt", content, As{Charset: "koi8-r"})
	if d.Meta.Charset != "koi8-r" || d.Text == string(content) {
		t.Errorf("charset %s, text %q: want the letters of koi8-r", d.Meta.Charset, d.Text)
	}
	var p *casualty.Problem
	if _, err := Open("report.txt", content, As{Charset: "klingon"}); !errors.As(err, &p) || !strings.Contains(err.Error(), "klingon") {
		t.Errorf("%v, want a problem that names the charset", err)
	}
}

func TestAPageIsReadInTheCharsetThatItOrItsServerDeclares(t *testing.T) {
	page := `<!DOCTYPE html><html lang="ru"><head><meta http-equiv="Content-Type" content="text/html; charset=KOI8-R"></head><body><p>Погибли трое.</p></body></html>`
	content, err := charmap.KOI8R.NewEncoder().Bytes([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if d := opened(t, "page.html", content, As{}); d.Meta.Charset != "koi8-r" || d.Text != page {
		t.Errorf("charset %s, text %q", d.Meta.Charset, d.Text)
	}
	bare, err := charmap.Windows1251.NewEncoder().Bytes([]byte("<html><p>Да</p></html>"))
	if err != nil {
		t.Fatal(err)
	}
	if d := opened(t, "page.html", bare, As{Declared: "windows-1251"}); !strings.Contains(d.Text, "Да") {
		t.Errorf("text %q", d.Text)
	}
}

func TestAPageBrokenInPlacesIsReadAndSaysItsPlaces(t *testing.T) {
	content := []byte("<html><head><meta charset=utf-8></head><body>caf\xe9 \xff: <p>Nine people were killed.</p></body></html>")
	d := opened(t, "page.html", content, As{})
	at := bytes.Index(content, []byte("Nine"))
	checkRows(t, d, []row{{casualty.Killed, 9, "Nine people were killed", fmt.Sprintf("paragraph 2, bytes %d to %d", at, at+len("Nine people were killed"))}})
}

// docx makes a Word document of these parts.
func docx(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`

func TestAWordDocumentIsReadByItsParagraphs(t *testing.T) {
	d := opened(t, "report.docx", docx(t, map[string]string{
		"word/document.xml": wordHead + `<w:p><w:r><w:t>Situation report</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Nine people </w:t></w:r><w:del><w:r><w:delText>never </w:delText><w:t>and forty </w:t></w:r></w:del><w:ins><w:r><w:t>were kil</w:t></w:r></w:ins><w:r><w:t>led.</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Seven people were killed.</w:t></w:r></w:p>
<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Two people were injured.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Two people were injured.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:body></w:document>`,
		"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>Four children were injured.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml":  `<cp:p xmlns:cp="c" xmlns:dc="d"><dc:title>Report of July</dc:title><dc:creator>A. Writer</dc:creator></cp:p>`,
	}), As{})
	if d.Title != "Report of July" || d.Meta.Author != "A. Writer" || d.Meta.Text.Reader != "docx/2" {
		t.Errorf("title %q, author %q, text %+v", d.Title, d.Meta.Author, d.Meta.Text)
	}
	checkRows(t, d, []row{
		{casualty.Killed, 9, "Nine people were killed", "paragraph 2"},
		{casualty.Injured, 2, "Two people were injured", "paragraph 4"},
		{casualty.Injured, 4, "Four children were injured", "footnotes, paragraph 1"},
	})
}

func TestHostileWordDocumentsAreRefusedWithASentence(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts map[string]string
		want  string
	}{
		{"a text that unpacks without end", map[string]string{"word/document.xml": wordHead + "<w:p><w:t>" + strings.Repeat("a", MaxDocument+1)}, "larger"},
		{"elements within elements", map[string]string{"word/document.xml": wordHead + strings.Repeat("<w:p>", 100_000)}, "deeper"},
		{"a name without end", map[string]string{"word/document.xml": wordHead + "<w:p a='" + strings.Repeat("a", maxUnpacked)}, "larger"},
		{"no XML", map[string]string{"word/document.xml": "<w:p></"}, "damaged"},
		{"an entity that refers to others", map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "&c;&c;">]>` + wordHead + "<w:p><w:t>&b;</w:t>"}, "damaged"},
		{"no text", map[string]string{"word/document.xml": wordHead}, "without text"},
		{"a workbook", map[string]string{"xl/workbook.xml": "<a/>"}, "tollbook import"},
		{"an OpenDocument file", map[string]string{"content.xml": "<a/>"}, "OpenDocument"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if testing.Short() && len(tt.parts["word/document.xml"]) > 1<<20 {
				t.Skip("Damage to a large file was not tried: the short run leaves it out.")
			}
			_, err := NewDocument("report.docx", docx(t, tt.parts))
			var p *casualty.Problem
			if !errors.As(err, &p) || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "report.docx") {
				t.Errorf("%v, want a problem of report.docx that says %q", err, tt.want)
			}
		})
	}
}

// message is a made-up message: a body in two forms, a Word document, a picture.
func message(t testing.TB) []byte {
	attached := docx(t, map[string]string{"word/document.xml": wordHead + "<w:p><w:r><w:t>Twelve people were killed in March.</w:t></w:r></w:p>"})
	return []byte(strings.ReplaceAll(`From: "A. Witness" <a@example.org>
Date: Thu, 3 Jul 2025 10:00:00 +0300
Message-ID: <1@example.org>
Subject: =?utf-8?B?`+base64.StdEncoding.EncodeToString([]byte("Сводка за день"))+`?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=m

--m
Content-Type: multipart/alternative; boundary=n

--n
Content-Type: text/plain; charset=windows-1251
Content-Transfer-Encoding: quoted-printable

=CF=EE=E3=E8=E1=EB=E8 =F2=F0=EE=E5 =F7=E5=EB=EE=E2=E5=EA.
--n
Content-Type: text/html

<p>The same again: three people were killed.</p>
--n--
--m
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="list.docx"
Content-Transfer-Encoding: base64

`+base64.StdEncoding.EncodeToString(attached)+`
--m
Content-Type: image/png; name="p.png"

`+"\x89PNG"+`
--m--
`, "\n", "\r\n"))
}

func TestAMessageIsReadWithWhatIsAttached(t *testing.T) {
	d := opened(t, "m.eml", message(t), As{})
	if d.Meta.MediaType != "message/rfc822" || d.Title != "Сводка за день" || d.Meta.Author != "A. Witness" || d.Meta.Published != "2025-07-03T10:00:00+03:00" {
		t.Errorf("title %q, meta %+v", d.Title, d.Meta)
	}
	if d.Meta.Text.Reader != "message/2, docx/2" {
		t.Errorf("reader %q, want those of the message and of what is attached", d.Meta.Text.Reader)
	}
	checkRows(t, d, []row{
		{casualty.Killed, 3, "Погибли трое человек", "body, line 1"},
		{casualty.Killed, 12, "Twelve people were killed", "attachment 1 (list.docx), paragraph 1"},
	})
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0], "p.png") {
		t.Errorf("notes %q: want a word on the picture that was not read", d.Notes)
	}
}

func TestHostileMessagesEnd(t *testing.T) {
	head := "From: a@example.org\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
	var p *casualty.Problem
	nested := head + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
	for i := range 50 {
		nested += fmt.Sprintf("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n", i, i+1)
	}
	nested += "--b50\r\n\r\nNine people were killed.\r\n"
	if _, err := NewDocument("m.eml", []byte(nested)); !errors.As(err, &p) || !strings.Contains(err.Error(), "parts within parts") {
		t.Errorf("parts within parts: %v, want a problem", err)
	}
	many := head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\nNine people were killed.\r\n", 2_000)
	if _, err := NewDocument("m.eml", []byte(many)); !errors.As(err, &p) {
		t.Errorf("2,000 parts: %v, want a problem", err)
	}
	within := head + "\r\nNine people were killed."
	for range 20 {
		within = head + "Content-Type: message/rfc822\r\n\r\n" + within
	}
	if d, err := NewDocument("m.eml", []byte(within)); err == nil && len(Read(d, Options{})) > 0 || err != nil && !errors.As(err, &p) {
		t.Errorf("messages within messages: %v, want no more than %d", err, maxWithin)
	}
}

// pdftotext writes the blank between a number and an Arabic word before the number.
func TestANumberBesideAnArabicWordStaysApartFromIt(t *testing.T) {
	if got := undirected("وأصيب \u202a 14\u202cآخرون"); got != "وأصيب  14 آخرون" {
		t.Errorf("%q", got)
	}
}

// pdf is a made-up file of one line a page.
func pdf(lines ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(text string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), text)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	var kids string
	for i := range lines {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(lines), kids))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	for i, line := range lines {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", 5+2*i))
		content := fmt.Sprintf("BT /F 12 Tf 14 TL 50 700 Td (%s) Tj ET", strings.ReplaceAll(line, "\n", ") Tj T* ("))
		object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

func TestAPDFFileIsReadByItsPages(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	d := opened(t, "report.pdf", pdf("Nothing happened on the first day.", "The governor said that after the attack at least\nnine people were killed."), As{})
	if !strings.HasPrefix(d.Meta.Text.Reader, "pdftotext ") || d.Meta.MediaType != "application/pdf" {
		t.Errorf("meta %+v", d.Meta)
	}
	checkRows(t, d, []row{{casualty.Killed, 9, "at least nine people were killed", "page 2"}})
}

func TestWithoutPdftotextAPDFFileIsRefusedAndSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var p *casualty.Problem
	if _, err := NewDocument("report.pdf", pdf("Nine people were killed.")); !errors.As(err, &p) || !strings.Contains(err.Error(), "poppler") {
		t.Errorf("%v, want a problem that says what to install", err)
	}
}

func TestLamAlefIsPutRightWhereThatIsCertain(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"قتل ثالثة أشخاص", "قتل ثلاثة أشخاص"},
		{"فرق اإلطفاء", "فرق الإطفاء"},
		{"واألطفال", "والأطفال"},
		{"ثالث قتيل", "ثالث قتيل"}, // the third
		{"رجال وأطفال", "رجال وأطفال"},
	} {
		if got, _ := lamAlef(tt.text); got != tt.want {
			t.Errorf("%s became %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestAWrappedParagraphIsOneLineAndAListIsNot(t *testing.T) {
	wrapped := "The governor of the region said on Tuesday evening that after the\nattack at least nine people were killed and that a further thirty\nwere injured.\r\n"
	list := "Killed in the north\n9\nInjured\n30 in the south of the town and in the villages around it there\nNine"
	got := shown("text/plain", wrapped)
	if len(got) != len(wrapped) || strings.Count(got, "\n") != 1 || !strings.Contains(got, "least nine people were killed and that a further thirty were injured") {
		t.Errorf("%q", got)
	}
	if got := shown("text/plain", list); got != list {
		t.Errorf("a list became %q", got)
	}
}

// checkOpened fails where a document is refused by anything but a problem, or its text
// or what is read of it is not what it must be.
func checkOpened(t *testing.T, name string, content []byte, charset string) {
	d, err := Open(name, content, As{Charset: charset})
	if err != nil {
		var p *casualty.Problem
		if !errors.As(err, &p) {
			t.Errorf("%v is no problem", err)
		}
		return
	}
	if !utf8.ValidString(d.Text) {
		t.Errorf("%q is not UTF-8", d.Text)
	}
	for _, c := range Read(d, Options{}) {
		if d.Text[c.Quote.Start:c.Quote.End] != c.Quote.Text || (d.Meta.Text != nil) != (c.Quote.Original != "") {
			t.Errorf("quote %q at %q is not at its place", c.Quote.Text, c.Quote.Original)
		}
		if !utf8.ValidString(c.Claimant) || !utf8.ValidString(c.Place) {
			t.Errorf("claimant %q or place %q cuts a character", c.Claimant, c.Place)
		}
	}
}

// Whatever the bytes, a document is refused by a problem or its quotes are at
// their places in a text of whole characters.
func FuzzOpen(f *testing.F) {
	f.Add(message(f), "")
	f.Add(docx(f, map[string]string{"word/document.xml": wordHead + "<w:p><w:r><w:t>Nine people were killed.</w:t></w:r></w:p>"}), "")
	f.Add([]byte("\xff\xfeN\x00i\x00n\x00e\x00"), "")
	f.Add([]byte("\xcf\xee\xe3\xe8\xe1\xeb\xe8 \xf2\xf0\xee\xe5"), "windows-1251")
	f.Fuzz(func(t *testing.T, content []byte, charset string) {
		if bytes.HasPrefix(content, []byte("%PDF-")) {
			return // another program's
		}
		checkOpened(t, "a", content, charset)
	})
}

// The same of what stands within the archive of a Word document.
func FuzzWord(f *testing.F) {
	f.Add(wordHead+"<w:p><w:r><w:t>Nine people</w:t></w:r><w:r><w:tab/><w:t> were killed.</w:t></w:r></w:p>", "")
	f.Add(wordHead+"<w:tbl><w:tr><w:tc><w:p><w:t>Killed</w:t></w:p></w:tc><w:tc><w:p><w:t>9</w:t></w:p></w:tc></w:tr></w:tbl>", "<cp:coreProperties><dc:title>Day</dc:title></cp:coreProperties>")
	f.Add(wordHead+"<w:p><w:del><w:r><w:t>Ten</w:t></w:r></w:del><mc:AlternateContent><w:t>Nine people were killed</w:t>", "")
	f.Fuzz(func(t *testing.T, document, properties string) {
		checkOpened(t, "a.docx", docx(t, map[string]string{"word/document.xml": document, "docProps/core.xml": properties}), "")
	})
}

// The same of a message by its head and its body.
func FuzzMessage(f *testing.F) {
	f.Add("Content-Type: text/plain; charset=utf-8", "Nine people were killed.", "")
	f.Add("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", "<p>Nine =\r\npeople were kill=65d", "")
	f.Add("Content-Type: multipart/mixed; boundary=b", "--b\r\n\r\nNine people were killed.\r\n--b\r\nContent-Type: text/plain\r\n\r\nTwo were hurt.\r\n--b--", "koi8-r")
	f.Add("Subject: =?utf-8?B?0KHQstC+0LTQutCw?=\r\nContent-Transfer-Encoding: base64", "TmluZSBwZW9wbGUgd2VyZSBraWxsZWQu", "")
	f.Fuzz(func(t *testing.T, head, body, charset string) {
		checkOpened(t, "a.eml", []byte("From: a@example.org\r\nDate: Thu, 03 Jul 2025 10:00:00 +0300\r\n"+head+"\r\n\r\n"+body), charset)
	})
}
