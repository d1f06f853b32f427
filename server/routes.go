package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (s *server) routes(e *gin.Engine) {
	e.GET("/", s.show(s.figuresPage))
	e.GET("/tollbook.css", style)
	e.NoRoute(s.show(func(*gin.Context) (page, error) { return nil, errNoPage }))
}

// A page is one struct with what its template shows.
type page interface{ template() string }

// show renders a page, or the sentence for its error.
func (s *server) show(make func(*gin.Context) (page, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		status := http.StatusOK
		p, err := make(c)
		if err != nil {
			p, status = s.errorPage(err)
		}
		c.Header("Content-Type", "text/html; charset=utf-8")
		c.Status(status)
		if err := pages.ExecuteTemplate(c.Writer, p.template(), p); err != nil {
			_ = c.Error(err)
		}
	}
}

func style(c *gin.Context) {
	css, err := web.ReadFile("web/tollbook.css")
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, "text/css; charset=utf-8", css)
}
