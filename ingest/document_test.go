package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestADocumentIsKeptAsReceived(t *testing.T) {
	content := []byte("\ufeffNine people were killed.\r\n")
	d, err := NewDocument("/home/someone/report.txt", content)
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != string(content) || !bytes.Equal(d.Content, content) {
		t.Errorf("text %q, want the bytes as received", d.Text)
	}
	m := d.Meta
	if m.Name != "report.txt" || m.MediaType != "text/plain" || m.Charset != "utf-8" || m.Size != len(content) {
		t.Errorf("meta %+v", m)
	}
	if want := sha256.Sum256(content); m.SHA256 != hex.EncodeToString(want[:]) {
		t.Errorf("digest %q, want that of the bytes", m.SHA256)
	}
	claims := Read(d, Options{})
	if len(claims) != 1 || string(content[claims[0].Quote.Start:claims[0].Quote.End]) != claims[0].Quote.Text {
		t.Errorf("claims %+v: a quote lies at its bytes behind a byte order mark", claims)
	}
}

func TestWhatIsNotReadIsRefusedWithASentence(t *testing.T) {
	for _, tt := range []struct{ name, content, want string }{
		{"an empty file", "", "no text"},
		{"nothing but blanks", " \n\t\n", "no text"},
		{"a broken PDF file", "%PDF-1.7 ...", "PDF"},
		{"a broken zip file", "PK\x03\x04...", "zip"},
		{"an old Word document", "\xd0\xcf\x11\xe0\xa1\xb1", "old Word"},
		{"an RTF document", "{\\rtf1 Nine}", "RTF"},
		{"a picture", "\x89PNG\r\n", "picture"},
		{"a binary file", "\x7fELF and a long text behind it\x00", "binary"},
		{"text with zeros in it", "Nine people were killed\x00\x01\x00 and two were hurt, it was said.", "binary"},
		{"bytes of no charset", "\xb1\xb6\xb1\xb1\xb6", "--charset"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewDocument("report.txt", []byte(tt.content))
			var p *casualty.Problem
			if !errors.As(err, &p) || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "report.txt") {
				t.Errorf("%v, want a problem of report.txt that says %q", err, tt.want)
			}
		})
	}
}

// endless gives the letter a for ever.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

func TestTooLargeADocumentIsNotReadToItsEnd(t *testing.T) {
	var source endless
	_, err := Receive("large.txt", &source, As{})
	var p *casualty.Problem
	if !errors.As(err, &p) || !strings.Contains(err.Error(), "50 MiB") {
		t.Errorf("%v, want a problem that says 50 MiB", err)
	}
	if source.read > 4*MaxDocument {
		t.Errorf("%d bytes were taken, want little more than %d", source.read, MaxDocument)
	}
}

func TestAFaultOfTheSourceIsToldWithTheDocumentsName(t *testing.T) {
	_, err := Receive("report.txt", io.MultiReader(strings.NewReader("Nine people"), broken{}), As{})
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "report.txt") {
		t.Errorf("%v, want the fault and the name", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestClaimsAreSuggestionsAndNameTheirWhole(t *testing.T) {
	d, err := NewDocument("report.txt", []byte("Twelve people, including three children, were killed on Tuesday, the governor said."))
	if err != nil {
		t.Fatal(err)
	}
	d.Meta.Published = "2025-07-03"
	claims := Read(d, Options{})
	if len(claims) != 2 {
		t.Fatalf("claims %+v, want two", claims)
	}
	for _, c := range claims {
		if c.Status != casualty.Suggested || c.Scope != casualty.ThisIncident || c.Day != "2025-07-01" || c.Claimant != "governor" {
			t.Errorf("claim %+v, want a suggestion of this incident on 2025-07-01 by the governor", c)
		}
	}
	if claims[0].Subset || claims[0].SubsetOf != "" || !claims[1].Subset || claims[1].SubsetOf != "#1" {
		t.Errorf("parts %q and %q, want the second to be a part of #1", claims[0].SubsetOf, claims[1].SubsetOf)
	}
}
