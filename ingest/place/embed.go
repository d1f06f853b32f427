package place

import (
	_ "embed"
	"sync"

	"tollbook/casualty"
)

// Attribution must be shown wherever places of the embedded gazetteer are.
const Attribution = casualty.GeoNamesAttribution

//go:embed geonames.bin
var packed []byte

// embedded is unpacked once, when the first name is looked up: it takes a tenth of
// a second and some 30 MB.
var embedded = sync.OnceValue(func() []Entry {
	entries, err := unpack(packed)
	if err != nil {
		panic("place: the embedded gazetteer: " + err.Error()) // built in; a test unpacks it
	}
	return entries
})
