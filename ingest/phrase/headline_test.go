package phrase

import "testing"

func TestAHeadlineThatTheTextSaysAgainIsNoSecondFigure(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		quotes     []string
	}{
		{"the same number below", "News\nShelling kills three\n\nThe shelling killed three people and injured nine, the council said.", []string{"killed three people", "injured nine"}},
		{"another number below stays two", "Shelling kills four\n\nThe shelling killed three people, the council said.", []string{"kills four", "killed three people"}},
		{"a number that only the headline has", "Shelling kills three\n\nThe market was closed on Monday.", []string{"kills three"}},
		{"a first sentence is no headline", "Shelling killed three people.\nThe shelling killed three people, the council said.", []string{"killed three people", "killed three people"}},
		{"other people below stay two", "Shelling kills three\n\nThe shelling killed three soldiers, the council said.", []string{"kills three", "killed three soldiers"}},
		{"civilians below a number of anybody stay two", "Shelling kills three\n\nThe shelling killed three civilians, the council said.", []string{"kills three", "killed three civilians"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: "en"})
			if len(figures) != len(tt.quotes) {
				t.Fatalf("%d figures, want %v: %+v", len(figures), tt.quotes, figures)
			}
			for i, f := range figures {
				if f.Quote.Text != tt.quotes[i] || tt.text[f.Quote.Start:f.Quote.End] != f.Quote.Text {
					t.Errorf("figure %d is %q, want %q", i, f.Quote.Text, tt.quotes[i])
				}
			}
		})
	}
}

func TestAPartOfAHeadlinesFigureKeepsItsWhole(t *testing.T) {
	text := "Shelling kills three\n\nThe shelling killed three people, including two children, the council said."
	figures := Read(text, Options{Language: "en"})
	if len(figures) != 2 || figures[1].SubsetOf != 0 || !figures[1].Subset {
		t.Errorf("read %+v, want a whole and its part", figures)
	}
}
