package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/store"
)

// A reply is what a request with a key was answered, kept so that the same
// request again gets the same answer and does nothing twice.
type reply struct {
	Request string            `json:"request"` // digest of method, path and body
	At      casualty.Moment   `json:"at"`
	Status  int               `json:"status,omitempty"` // 0: done, and the answer was not kept
	Headers map[string]string `json:"headers,omitempty"`
	Body    []byte            `json:"body,omitempty"`
}

const keptReplies store.Drawer[reply] = "replies"

// repliesLast is how long a key is known.
const repliesLast = 24 * time.Hour

// replies holds which keyed requests are under way.
type replies struct {
	mu  sync.Mutex
	now map[string]bool
}

func (r *replies) begin(key string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now == nil {
		r.now = map[string]bool{}
	}
	if r.now[key] {
		return false
	}
	r.now[key] = true
	return true
}

func (r *replies) end(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.now, key)
}

// drawerKey tells the keys of different people apart.
func (v *visit) drawerKey() string {
	sum := sha256.Sum256([]byte(v.who.Name + "\x00" + v.key))
	return hex.EncodeToString(sum[:])
}

// once refuses, within the act's transaction, a keyed request that was done
// before, and notes that it is done now: an answer may be lost, the act is not
// done twice.
func (v *visit) once(c store.ShelfWriter) error {
	if v.key == "" {
		return nil
	}
	if _, done, err := keptReplies.Get(c, v.drawerKey()); done || err != nil {
		return cmpErr(err, errRepeated)
	}
	return keptReplies.Put(c, v.drawerKey(), reply{At: casualty.MomentOf(v.Now()), Request: v.digest()})
}

// firstTime is once for a form that changes nothing of the record: accounts,
// sessions, tokens. Requests of programs are known again by [site.answeredOnce].
func (v *visit) firstTime() error {
	if forPrograms(v.request) {
		return nil
	}
	return v.Book.Shelve(func(s *store.Shelf) error { return v.once(s) })
}

// digest tells requests apart under one key.
func (v *visit) digest() string {
	sum := sha256.Sum256([]byte(v.request.Method + " " + v.request.URL.Path))
	return hex.EncodeToString(sum[:])
}

// answeredOnce is the middleware of the interface's writes.
func (s *site) answeredOnce(c *gin.Context) {
	v := visitOf(c.Request.Context())
	if v.key == "" || c.Request.Method == http.MethodGet {
		return
	}
	key := v.drawerKey()
	if !s.replies.begin(key) {
		c.Abort()
		writeProblem(c.Writer, c.Request, errRepeated)
		return
	}
	defer s.replies.end(key)
	if s.answerAgain(c, v, key) {
		return
	}
	kept := &keeping{ResponseWriter: c.Writer}
	c.Writer = kept
	c.Next()
	if status := kept.Status(); status < 500 {
		answer := reply{
			Request: v.digest(), At: casualty.MomentOf(v.Now()), Status: status, Body: kept.body.Bytes(),
			Headers: pick(kept.Header(), "Content-Type", "ETag", "Tollbook-Entry"),
		}
		if v.unkept {
			answer.Status, answer.Body, answer.Headers = 0, nil, nil
		}
		_ = s.Book.Shelve(func(shelf *store.Shelf) error { return keptReplies.Put(shelf, key, answer) }) // without it, the same key is answered with a 409
	}
}

// answerAgain gives the answer of an earlier request with this key.
func (s *site) answerAgain(c *gin.Context, v *visit, key string) bool {
	var was reply
	var done bool
	err := s.Book.Read(store.At{}, func(view *store.View) (err error) {
		was, done, err = keptReplies.Get(view, key)
		return err
	})
	switch {
	case err != nil || !done || was.At < casualty.MomentOf(v.Now().Add(-repliesLast)):
		return false
	case was.Request != v.digest():
		c.Abort()
		writeProblem(c.Writer, c.Request, errOtherKey)
	case was.Status == 0:
		c.Abort()
		writeProblem(c.Writer, c.Request, errRepeated)
	default:
		c.Abort()
		for name, value := range was.Headers {
			c.Writer.Header().Set(name, value)
		}
		c.Writer.WriteHeader(was.Status)
		_, _ = c.Writer.Write(was.Body) // the connection is gone: nobody to tell
	}
	return true
}

func pick(h http.Header, names ...string) map[string]string {
	picked := map[string]string{}
	for _, name := range names {
		if value := h.Get(name); value != "" {
			picked[name] = value
		}
	}
	return picked
}

// keeping remembers what is written.
type keeping struct {
	gin.ResponseWriter
	body bytes.Buffer
}

func (k *keeping) Write(p []byte) (int, error) {
	k.body.Write(p)
	return k.ResponseWriter.Write(p)
}

func (k *keeping) WriteString(s string) (int, error) {
	k.body.WriteString(s)
	return k.ResponseWriter.WriteString(s)
}
