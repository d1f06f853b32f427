package ingest

import "bytes"

// formats are known by their first bytes.
var formats = []struct{ magic, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip file, as Word and Excel documents are"},
	{"\xd0\xcf\x11\xe0", "an old Word or Excel document"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"\x89PNG", "a PNG picture"},
	{"GIF8", "a GIF picture"},
	{"\x1f\x8b", "a gzip file"},
	{"{\\rtf", "an RTF document"},
	{"\xff\xfe", "text in UTF-16"},
	{"\xfe\xff", "text in UTF-16"},
}

// formatOf says what a document looks like that is no plain text; empty for
// text.
func formatOf(content []byte) string {
	for _, f := range formats {
		if bytes.HasPrefix(content, []byte(f.magic)) {
			return f.name
		}
	}
	switch zeros := bytes.Count(content, []byte{0}); {
	case zeros == 0:
		return ""
	case zeros*3 > len(content):
		return "text in UTF-16"
	}
	return "a binary file"
}

// charsetOf guesses the charset of a text that is not UTF-8 by the bytes that
// are common in it. It is for the sentence to the person, nothing is decoded
// by it.
func charsetOf(content []byte) string {
	var counts [256]int
	high, letters := 0, 0
	for _, b := range content {
		counts[b]++
		switch {
		case b >= 0x80:
			high++
		case 'a' <= b|0x20 && b|0x20 <= 'z':
			letters++
		}
	}
	if high*4 < letters {
		return "windows-1252 (western Europe)"
	}
	best, name, share := 0, "another charset", 0
	for _, c := range charsets {
		if share = sum(counts, c.common) * c.weight; share > best {
			best, name = share, c.name
		}
	}
	return name
}

// charsets by the bytes of their commonest letters. A weight evens out that the
// lists cover unlike parts of a text.
var charsets = []struct {
	name   string
	common string
	weight int
}{
	{"windows-1251 (Russian, Ukrainian)", "\xee\xe5\xe0\xe8\xed\xf2\xf1\xf0", 10},
	{"KOI8-R (Russian)", "\xcf\xc5\xc1\xc9\xce\xd4\xd3\xd2", 10},
	{"windows-1256 (Arabic)", "\xc7\xe1\xed\xe3\xe6\xe4\xc9\xca", 10},
}

func sum(counts [256]int, letters string) int {
	n := 0
	for i := 0; i < len(letters); i++ {
		n += counts[letters[i]]
	}
	return n
}
