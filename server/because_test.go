package server

import "testing"

// A reason is said in Arabic part by part, with what it names as it stands; what nobody
// translated is noted.
func TestAReasonIsSaidInArabicPartByPart(t *testing.T) {
	for _, tt := range []struct{ reason, want string }{
		{"one place has this name", "مكان واحد بهذا الاسم"},
		{"7 places have this name, and this is by far the largest", "7 من الأماكن بهذا الاسم، وهذا أكبرها بكثير"},
		{"in your list as “Port, of Example; the”; 2 places of the list have this name", "في قائمتك باسم \u2066“Port, of Example; the”\u2069؛ 2 من أماكن القائمة بهذا الاسم"},
		{"names the place “دير”; the same day: 2025-07-01/2025-07-02", "يسمّي المكان “دير”؛ اليوم نفسه: \u20662025-07-01/2025-07-02\u2069"},
		{"found from its heading, beside a column that says which harm", "عُرف من عنوانه، بجانب عمود يبيّن نوع الضرر"},
		{"attachment 2 (report.docx), paragraph 5", "المرفق 2 \u2066(report.docx)\u2069، الفقرة 5"},
		{"", ""},
	} {
		if got := because("ar", tt.reason); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.reason, got, tt.want)
		}
		if got := because("en", tt.reason); got != tt.reason {
			t.Errorf("%q in English: %q", tt.reason, got)
		}
	}
}

// Every reason with which a place or an import's column can come is said in Arabic.
func TestEveryReasonOfAProposalHasItsArabic(t *testing.T) {
	missing.Clear()
	for _, reason := range []string{
		"3 places have this name", "the article is written otherwise", "by our own transliteration from Cyrillic, endings taken off: uncertain",
		"by our own transliteration from Arabic, consonants only: uncertain", "a name spelled much like it", "in your list as “A”, in another case",
		"a name of your list stands in the sentence: “A”", "the same name", "a confirmed other spelling", "sounds like “A”", "its words name “A”",
		"a day apart: 2025-07-01 and 2025-07-02", "said within three days of it", "said within three weeks of it", "found from its tag",
		"not read: “A” means the same", "not read: “A” holds the figure as written", "page 3 to page 4", "footnotes, paragraph 2", "body, part 2, line 4", "paragraph 3, bytes 310 to 340",
	} {
		because("ar", reason)
	}
	missing.Range(func(text, _ any) bool { t.Errorf("no Arabic for %q", text); return true })
}
