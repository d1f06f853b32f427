package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func (a *app) similarCommand() *cobra.Command {
	var format, origin, reason string
	var repeats bool
	cmd := &cobra.Command{
		Use:   "similar [DOCUMENT [DOCUMENT]]",
		Short: "Find documents that share passages, and say that they are one voice",
		Long: `Find documents that share passages, and say that they are one voice.

Without an id: all pairs of the book that share much, with the longest passage.
With one: those that share with it. With two: every passage that the two share.

They are proposals; nothing changes until a person says so with two ids:
--repeats: the later published repeats the earlier, so each of its claims that
stands in a shared passage repeats the same claim there, and is no second voice.
--origin: the claims in the shared passages of both come from this origin.`,
		Example: `  tollbook similar
  tollbook similar d4 d9 --repeats --reason "the same agency report"`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if !repeats && origin == "" {
				return a.withBook(func(book *store.Book) error { return a.similar(book, args, format) })
			}
			if len(args) != 2 || repeats && origin != "" {
				return &casualty.Problem{Where: "similar", Want: "two documents, and either --repeats or --origin"}
			}
			return a.withBook(func(book *store.Book) error { return a.oneVoice(book, args, origin, reason) })
		},
	}
	formatFlag(cmd, &format)
	cmd.Flags().BoolVar(&repeats, "repeats", false, "say that the later of the two repeats the earlier")
	cmd.Flags().StringVar(&origin, "origin", "", "say that what the two share comes from this origin, such as o3")
	cmd.Flags().StringVar(&reason, "reason", "", "why, for the journal")
	return cmd
}

// likenessJSON is the JSON form of two documents that share passages.
type likenessJSON struct {
	First    casualty.DocumentID `json:"first"`
	Second   casualty.DocumentID `json:"second"`
	Share    float64             `json:"share"` // of the shorter text's words
	Words    int                 `json:"words"`
	Told     bool                `json:"told"` // a person has said that the second repeats the first
	Passages []passageJSON       `json:"passages"`
}

type passageJSON struct {
	Text        string `json:"text"` // as in the first
	FirstStart  int    `json:"first_start"`
	FirstEnd    int    `json:"first_end"`
	SecondStart int    `json:"second_start"`
	SecondEnd   int    `json:"second_end"`
	Words       int    `json:"words"`
}

func (a *app) similar(book *store.Book, ids []string, format string) error {
	var found []curate.Likeness
	err := book.Read(store.At{}, func(v *store.View) (err error) {
		if len(ids) == 2 {
			l, err := twoDocuments(v, ids)
			found = []curate.Likeness{l}
			return err
		}
		found, err = curate.Similar(v, casualty.DocumentID(strings.Join(ids, "")))
		return err
	})
	if err != nil {
		return err
	}
	l := listing{head: []string{"first", "published", "second", "published", "shared", "words", "told", "passage"}}
	data := []likenessJSON{}
	for _, f := range found {
		data = append(data, asLikeness(f))
		for i, p := range asLikeness(f).Passages {
			if i > 0 && len(ids) < 2 {
				break
			}
			l.rows = append(l.rows, []string{
				string(f.First.ID), string(f.First.Published), string(f.Second.ID), string(f.Second.Published),
				fmt.Sprintf("%.0f %%", 100*f.Share), fmt.Sprint(p.Words), yes(f.Told), casualty.Shorten(p.Text, shownPassage(len(ids))),
			})
		}
	}
	l.data = map[string]any{"similar": data}
	l.foot = plural(len(found), "pair shares passages", "pairs share passages") + ". Proposals: tollbook similar FIRST SECOND shows all they share; --repeats or --origin says that they are one voice."
	return a.show(format, l)
}

// shownPassage is how many characters of a passage are shown: all of it where a
// person asks about two documents.
func shownPassage(ids int) int {
	if ids == 2 {
		return 2_000
	}
	return 70
}

func twoDocuments(v *store.View, ids []string) (l curate.Likeness, err error) {
	var two [2]casualty.Document
	for i, id := range ids {
		if two[i], err = store.Documents.Get(v, casualty.DocumentID(id)); err != nil {
			return l, err
		}
	}
	return curate.Compare(v, two[0], two[1])
}

func asLikeness(l curate.Likeness) likenessJSON {
	j := likenessJSON{First: l.First.ID, Second: l.Second.ID, Share: l.Share, Words: l.Words, Told: l.Told, Passages: []passageJSON{}}
	for _, p := range l.Passages {
		j.Passages = append(j.Passages, passageJSON{
			strings.Join(strings.Fields(printable(l.FirstText[p.AStart:p.AEnd])), " "), p.AStart, p.AEnd, p.BStart, p.BEnd, p.Words,
		})
	}
	return j
}

// oneVoice does what a person has said of two documents, in one act.
func (a *app) oneVoice(book *store.Book, ids []string, origin, reason string) error {
	var l curate.Likeness
	err := book.Read(store.At{}, func(v *store.View) (err error) { l, err = twoDocuments(v, ids); return err })
	if err != nil {
		return err
	}
	var set []casualty.ClaimID
	_, err = book.Do(a.act("one voice", orElse(reason, fmt.Sprintf("%s and %s share %d words", l.First.ID, l.Second.ID, l.Words))), func(c *store.Change) (err error) {
		if origin != "" {
			set, err = curate.OneOrigin(c, l, casualty.OriginID(origin))
		} else {
			set, err = curate.Repeat(c, l)
		}
		if err == nil && len(set) == 0 {
			err = fmt.Errorf("nothing to say: no claim of %s stands in a passage that it shares with the same claim of %s, or all is said already", l.Second.ID, l.First.ID)
		}
		return err
	})
	if err != nil {
		return err
	}
	a.printf("%s: %s\n", plural(len(set), "claim", "claims"), strings.Trim(fmt.Sprint(set), "[]"))
	return nil
}
