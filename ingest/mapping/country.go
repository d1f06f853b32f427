package mapping

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries leads from the English name of a country to its three letters.
var countries = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	english := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.Canonicalize() != region {
				continue
			}
			if name := english.Name(region); name != "" {
				names[strings.ToLower(name)] = region.ISO3()
			}
		}
	}
	return names
})

// countryCode is the code of a country written as three letters or by its name.
func countryCode(text string) (code string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) == 3 && strings.ToUpper(text) == text {
		region, err := language.ParseRegion(text)
		return text, err == nil && region.IsCountry()
	}
	code, ok = countries()[fold(text)]
	return code, ok
}
