package aggregate

import (
	"slices"
	"strings"
)

// A keyring gives each key a place, the first 0.
type keyring struct {
	places map[string]int32
	texts  []string
	pairs  map[[2]int32]int32 // the places of keys joined out of two
}

func (k *keyring) place(text string) int32 {
	place, ok := k.places[text]
	if ok {
		return place
	}
	if k.places == nil {
		k.places = map[string]int32{}
	}
	place, text = int32(len(k.texts)), strings.Clone(text) // the text may be part of a row of the book
	k.places[text] = place
	k.texts = append(k.texts, text)
	return place
}

// joined is the place of two keys joined into one.
func (k *keyring) joined(outer, inner int32) int32 {
	place, ok := k.pairs[[2]int32{outer, inner}]
	if ok {
		return place
	}
	if k.pairs == nil {
		k.pairs = map[[2]int32]int32{}
	}
	place = k.place(joinKeys(k.texts[outer], k.texts[inner]))
	k.pairs[[2]int32{outer, inner}] = place
	return place
}

// parts are the keys that each key is joined of.
func (k *keyring) parts() [][]string {
	parts := make([][]string, len(k.texts))
	for i, text := range k.texts {
		parts[i] = keysIn(text)
	}
	return parts
}

// words are the keys as a reader sees them.
func (k *keyring) words() []string {
	words := make([]string, len(k.texts))
	for i, text := range k.texts {
		words[i] = keyWords(text)
	}
	return words
}

// inOrder are the places of the keys in the order of tables.
func (k *keyring) inOrder() []int32 {
	parts := k.parts()
	return ordered(len(parts), func(a, b int32) int { return slices.CompareFunc(parts[a], parts[b], compareKeys) })
}

// ordered are the places of n things in an order.
func ordered(n int, compare func(a, b int32) int) []int32 {
	places := make([]int32, n)
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortFunc(places, compare)
	return places
}

// keySeparator stands between the keys of a cell; no name holds it.
const keySeparator = "\x00"

func joinKeys(outer, inner string) string {
	if outer == "" || inner == "" {
		return outer + inner
	}
	return outer + keySeparator + inner
}

// keysIn are the keys that a key is joined of; none for that of all figures.
func keysIn(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, keySeparator)
}

// keyWords are the keys as a reader sees them.
func keyWords(text string) string { return strings.ReplaceAll(text, keySeparator, " / ") }
