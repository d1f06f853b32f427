package near

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var anyWords = rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the town market people were killed injured said governor on Tuesday strike near old bridge hospital Погибли трое человек قتل ثلاثة أشخاص 12 30")), 0, 60)

// text draws words that hardly repeat a run of another text.
func text(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(20_000))
	}
	return strings.Join(words, " ")
}

// The promise: whoever shares Certain words in a row is compared, unless the
// passage is next to nothing of both.
func TestASharedPassageIsFoundWhereverItStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		passage := text(r, rapid.IntRange(Certain, 80).Draw(t, "words"))
		around := func(name string) string {
			return text(r, rapid.IntRange(0, 40).Draw(t, name+" before")) + " " + passage + ". " + text(r, rapid.IntRange(0, 40).Draw(t, name+" after"))
		}
		a, b := around("a"), around("b")
		if chosen := both(a, b); chosen == 0 {
			t.Fatalf("no fingerprint in common, although %d words in a row are", len(strings.Fields(passage)))
		}
		o := Shared(a, b)
		if len(o.Passages) == 0 || o.Words < len(strings.Fields(passage)) {
			t.Fatalf("passages %+v, want the one of %d words", o.Passages, len(strings.Fields(passage)))
		}
	})
}

func both(a, b string) (n int) {
	of := winnow(hashes(wordsOf(a)))
	for _, h := range winnow(hashes(wordsOf(b))) {
		if slices.Contains(of, h) {
			n++
		}
	}
	return n
}

func TestPassagesAreTheSameWordsInBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := strings.Join(anyWords.Draw(t, "a"), ", "), strings.Join(anyWords.Draw(t, "b"), " ")
		o := Shared(a, b)
		for _, p := range o.Passages {
			if !slices.Equal(plain(a[p.AStart:p.AEnd]), plain(b[p.BStart:p.BEnd])) || p.Words < least {
				t.Fatalf("%q is not %q", a[p.AStart:p.AEnd], b[p.BStart:p.BEnd])
			}
		}
		if o.Share < 0 || o.Share > 1 {
			t.Fatalf("share %v", o.Share)
		}
		if again := Shared(a, a); len(plain(a)) >= least && again.Share != 1 {
			t.Fatalf("a text shares %v of itself", again.Share)
		}
	})
}

func plain(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ',' || r == ' ' })
}

func TestOneStoryInManyOutletsHangsTogetherAndOthersStayApart(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var x Index
	story := text(r, 200)
	const outlets, others = 120, 400
	for range outlets {
		x.Add(text(r, 30) + " " + story + " " + text(r, 30))
	}
	for range others {
		x.Add(text(r, 260))
	}
	pairs := x.Pairs()
	group := make([]int, outlets+others)
	for i := range group {
		group[i] = i
	}
	for _, p := range pairs {
		if p.B >= outlets {
			t.Fatalf("%+v: another text is paired", p)
		}
		group[p.B] = group[p.A]
	}
	for i := range outlets {
		if group[i] != 0 {
			t.Errorf("outlet %d does not hang together with the first", i)
		}
	}
	if len(pairs) > outlets*4 {
		t.Errorf("%d pairs of %d texts: want few, not every one with every other", len(pairs), outlets)
	}
}

func TestCaseMarksAndVowelSignsDoNotPartAStory(t *testing.T) {
	o := Shared("«Nine people were KILLED in the market», said the governor of the region", "nine people were killed in the market - said the Governor of the region.")
	if o.Share != 1 || len(o.Passages) != 1 {
		t.Errorf("%+v, want one passage", o)
	}
	if o := Shared("قُتِلَ ثلاثة أشخاص وأصيب سبعة آخرون بجروح في قصف", "قتل ثلاثة أشخاص وأصيب سبعة آخرون بجروح في قصف"); o.Share != 1 {
		t.Errorf("%+v, want vowel signs passed over", o)
	}
}

func TestHostileTextsTakeLinearTime(t *testing.T) {
	for _, text := range []string{strings.Repeat("a ", 200_000), strings.Repeat("a b c d e f g h ", 30_000), strings.Repeat("x", 1<<20)} {
		Shared(text, text+"b")
		var x Index
		x.Add(text)
		x.Add(text)
		if len(x.prints) > 100 {
			t.Errorf("%d fingerprints of a text that says one thing", len(x.prints))
		}
	}
}

func FuzzShared(f *testing.F) {
	f.Add("Nine people were killed in the market today.", "nine people were killed in the market today")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, p := range Shared(a, b).Passages {
			if len(wordsOf(a[p.AStart:p.AEnd])) != p.Words || len(wordsOf(b[p.BStart:p.BEnd])) != p.Words {
				t.Errorf("%+v of %q and %q", p, a, b)
			}
		}
	})
}

// BenchmarkABookOf100000 finds 2,000 stories that five outlets print, among
// 100,000 texts of 300 words; a phrase of the trade stands in every one.
func BenchmarkABookOf100000(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = text(r, 280) + " all the news of the day and of the region from our own correspondents every hour"
	}
	for i := 0; i < 10_000; i += 5 {
		story := text(r, 250)
		for j := range 5 {
			texts[i+j] = text(r, 50) + " " + story
		}
	}
	b.ResetTimer()
	for b.Loop() {
		var x Index
		bytes := 0
		for _, t := range texts {
			x.Add(t)
			bytes += len(t)
		}
		pairs := x.Pairs()
		found := 0
		for _, p := range pairs {
			if Shared(texts[p.A], texts[p.B]).Share > 0.5 {
				found++
			}
		}
		if found != 2_000*10 {
			b.Fatalf("%d pairs of the stories, want %d", found, 2_000*10)
		}
		b.SetBytes(int64(bytes))
		b.ReportMetric(float64(len(pairs)), "pairs")
	}
}
