package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"tollbook/store"
)

// mediaTypes are those of the files under web/static.
var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

// static answers with one of our own files.
func static(c *gin.Context) {
	name := c.Param("name")
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 || mediaTypes[name[dot:]] == "" {
		c.Status(http.StatusNotFound)
		return
	}
	content, err := web.ReadFile("web/static/" + name)
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, mediaTypes[name[dot:]], content)
}

// ready tells whether the book can be read.
func (s *site) ready(c *gin.Context) {
	if err := s.Book.Read(store.At{}, func(*store.View) error { return nil }); err != nil {
		c.String(http.StatusServiceUnavailable, "the book cannot be read\n")
		return
	}
	c.String(http.StatusOK, "ready\n")
}

// chooseLanguage keeps the language in a cookie and goes back to where it was chosen.
func chooseLanguage(c *gin.Context) {
	if chosen := c.Query("to"); slices.Contains(Languages, chosen) {
		http.SetCookie(c.Writer, &http.Cookie{
			Name: languageCookie, Value: chosen, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
	}
	c.Redirect(http.StatusSeeOther, here(c.Query("back")))
}

// here is an address of this site, or its first page: nobody is led elsewhere.
func here(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.ContainsAny(address, "\\\r\n") {
		return "/"
	}
	return address
}
