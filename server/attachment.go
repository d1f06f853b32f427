package server

import (
	"net/url"
	"strings"
)

// attachment is the header of a download under a name that came from outside: no
// folder, no control character and nothing that ends the header.
func attachment(name string) string {
	safe := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`"\/:*?<>|;`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	if strings.Trim(safe, ". ") == "" {
		safe = "file"
	}
	return "attachment; filename*=UTF-8''" + url.PathEscape(safe)
}
