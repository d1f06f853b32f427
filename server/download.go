package server

import (
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"

	"tollbook/server/people"
)

// A downloadRoute is a file that a person can take away, and who may.
type downloadRoute struct {
	path string
	may  people.Action
	give func(*visit) (download, error)
}

// A download is one file.
type download struct {
	name    string
	content []byte
}

// give is the handler of a download. A browser keeps the file and never shows it:
// what others wrote must not run as a page of this site.
func (s *site) give(make func(*visit) (download, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		v := visitOf(c.Request.Context())
		d, err := make(v)
		if err != nil {
			if _, _, _, known := answerTo(err); !known {
				s.logFault(c.Request, "download")
			}
			s.render(c, v, v.errorPage(err), statusOf(err))
			return
		}
		c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": fileName(d.name)}))
		c.Header("Content-Security-Policy", "sandbox; default-src 'none'")
		c.Data(http.StatusOK, "application/octet-stream", d.content)
	}
}

// fileName is a name without folders and without what a system or a header could
// take for something else.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune("\x7f\"<>:|?*\u202a\u202b\u202d\u202e\u2066\u2067\u2068", r) {
			return '_'
		}
		return r
	}, name)
	if name = strings.TrimLeft(name, "."); name == "" || name == "/" {
		return "document"
	}
	return name
}
