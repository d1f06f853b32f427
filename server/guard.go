package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// headers keep the pages to themselves: no script, nothing from elsewhere, no
// copy left in a cache, and no site that a reader goes on to learns of the book.
var headers = map[string]string{
	"Content-Security-Policy":      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Cache-Control":                "no-store",
}

// guard answers only to the host that the program listens as, so that a foreign
// site whose name points here gets nothing.
func guard(host string) gin.HandlerFunc {
	return func(c *gin.Context) {
		for name, value := range headers {
			c.Header(name, value)
		}
		if c.Request.Host != host {
			c.AbortWithStatus(http.StatusMisdirectedRequest)
		}
	}
}

// recovered answers a fault without detail; nothing of the record goes to a log.
func recovered(c *gin.Context, _ any) { c.AbortWithStatus(http.StatusInternalServerError) }
