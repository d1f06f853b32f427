package store

import (
	"cmp"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

type numbered struct{ n, version int }

// Rows after any changes hold what a plain table holds after them, earlier rows stay as
// they were, and a piece is never empty nor much larger than the others.
func TestRowsInPiecesHoldWhatOneTableHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Plain draws are mostly small, and would leave one piece.
		number := rapid.SampledFrom([]int{1, 2, pieceLen - 1, pieceLen, pieceLen + 1, 2 * pieceLen, 2*pieceLen + 1, 3*pieceLen + 7, 4 * pieceLen})
		table := map[int]int{}
		first, size, step := rapid.IntRange(1, 3).Draw(t, "first"), number.Draw(t, "size"), rapid.IntRange(1, 2).Draw(t, "step")
		for n := first; n <= size; n += step {
			table[n] = 1
		}
		rows := RowsOf(listed(table))
		for step := range rapid.IntRange(1, 4).Draw(t, "steps") {
			was, before := rows, rows.list()
			from := number.Draw(t, "from")
			var changed []ref
			many, apart := number.Draw(t, "many"), rapid.IntRange(1, 3).Draw(t, "apart")
			for n := from; n < from+many; n += apart {
				changed = append(changed, ref{'c', uint64(n)})
				if table[n] = step + 2; rapid.IntRange(0, 2).Draw(t, "goes") == 0 {
					delete(table, n)
				}
			}
			var err error
			if rows, err = rows.with(changed, orderOf, func(piece []numbered, mine []ref) ([]numbered, error) { return merge(piece, mine, table), nil }); err != nil {
				t.Fatal(err)
			}
			hold(t, rows, table)
			if !reflect.DeepEqual(was.list(), before) {
				t.Fatal("the earlier rows changed")
			}
		}
	})
}

func hold(t *rapid.T, rows Rows[numbered], table map[int]int) {
	want := listed(table)
	if got := rows.list(); !slices.Equal(got, want) || rows.Len() != len(want) || len(slices.Collect(rows.All())) != len(want) {
		t.Fatalf("the rows are\n%v, want\n%v", got, want)
	}
	for n := range 8 * pieceLen {
		found := rows.Find(func(x *numbered) int { return cmp.Compare(x.n, n) })
		if version, is := table[n]; is != (found != nil) || is && found.version != version {
			t.Fatalf("%d is %v, want version %d", n, found, version)
		}
	}
	for _, piece := range rows.pieces {
		if len(piece) == 0 || len(piece) > 2*pieceLen {
			t.Fatalf("a piece of %d", len(piece))
		}
	}
}

func listed(table map[int]int) (list []numbered) {
	for n, version := range table {
		list = append(list, numbered{n, version})
	}
	slices.SortFunc(list, func(a, b numbered) int { return cmp.Compare(a.n, b.n) })
	return list
}

func orderOf(x *numbered, r ref) int { return cmp.Compare(x.n, int(r.number)) }

// merge replaces what changed in a piece by what the table says.
func merge(piece []numbered, mine []ref, table map[int]int) []numbered {
	is := map[int]int{}
	for _, x := range piece {
		is[x.n] = x.version
	}
	for _, r := range mine {
		if delete(is, int(r.number)); table[int(r.number)] != 0 {
			is[int(r.number)] = table[int(r.number)]
		}
	}
	return listed(is)
}
