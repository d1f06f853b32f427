package curate

import (
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/store"
)

// ReleaseQuote says whether a public output may carry a claim's quote, and which
// words of it are hidden there. Words that do not stand in the quote are refused.
func ReleaseQuote(c *store.Change, id casualty.ClaimID, release bool, mask []string) error {
	return amend(c, id, func(claim *casualty.Claim) error {
		var words []string
		for _, word := range mask {
			word = strings.TrimSpace(word)
			switch {
			case word == "" || slices.Contains(words, word):
			case !strings.Contains(claim.Quote.Text, word):
				return &casualty.Problem{Where: "mask", Found: word, Want: "words as they stand in the quote"}
			default:
				words = append(words, word)
			}
		}
		claim.Quote.Released, claim.Quote.Masked = release, words
		return nil
	})
}

// Values lists fields to set in the order of their names, so that what is wrong
// with them is said in one order.
func Values(set map[string]string) []Value { return inOrder(set) }
