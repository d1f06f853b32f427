package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/server/people"
)

// A task is long work that goes on while its page tells how far it is. It lives in
// memory: what it has not finished when the server stops has not happened.
type task struct {
	by   string
	stop context.CancelFunc

	mu    sync.Mutex
	done  int
	of    int
	words string
	ended bool
	err   error
	next  string // the page that shows what came of it
	news  chan struct{}
}

// tasks are those of one server, one running at a time: each may need much memory.
type tasks struct {
	mu   sync.Mutex
	all  map[string]*task
	turn sync.Mutex
}

const (
	patience  = 2 * time.Second // how long a request waits for its task before it shows how far it is
	keptTasks = 200
)

func taskPages() []pageRoute { return []pageRoute{{"/tasks/:task", people.Own, taskPageOf}} }

func taskDeeds() []deed {
	return []deed{
		doing[nothing, taskOut]{deedRoute{path: "/tasks/:task/stop", name: "stop-task", summary: "Stop long work; nothing of it has happened", may: people.Own}, stopTask},
	}
}

func taskReadings() []reading {
	return []reading{
		asking[struct{}, taskOut]{readRoute{"/tasks/:task", "get-task", "How far long work is", people.Own}, func(v *visit, _ *struct{}) (taskOut, string, error) {
			t, err := v.task()
			if err != nil {
				return taskOut{}, "", err
			}
			return t.told(v.param("task")), "", nil
		}},
	}
}

// A taskOut tells how far long work is.
type taskOut struct {
	Task  string `json:"task"`
	Done  int    `json:"done" doc:"How much is done, in rows or whatever is counted"`
	Of    int    `json:"of" doc:"Of how much; 0 where nobody knows"`
	Words string `json:"words"`
	Ended bool   `json:"ended"`
	Next  string `json:"next,omitempty" doc:"Where the result is, once it ended well"`
	Wrong string `json:"wrong,omitempty" doc:"Why it failed"`
}

func (t *task) told(id string) taskOut {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := taskOut{Task: id, Done: t.done, Of: t.of, Words: t.words, Ended: t.ended, Next: t.next}
	if t.err != nil {
		_, _, out.Wrong, _ = answerTo(t.err)
		for _, p := range problemsOf(t.err) {
			out.Wrong += " " + p.Where + ": " + p.Want + "."
		}
	}
	return out
}

// start begins long work and waits a moment for it: what is quick is answered at
// once. The work must not use the request that began it.
func (v *visit) start(words string, of int, work func(ctx context.Context, told func(done int, words string)) (next string, err error)) (out taskOut, next string, err error) {
	ctx, stop := context.WithCancel(context.Background())
	t := &task{by: v.who.Name, stop: stop, of: of, words: words, news: make(chan struct{}, 1)}
	id := people.Secret()[:16]
	v.tasks.keep(id, t)
	go func() {
		v.tasks.turn.Lock()
		defer v.tasks.turn.Unlock()
		next, err := work(ctx, t.tell)
		t.end(next, err)
	}()
	deadline := time.After(patience)
	for {
		select {
		case <-t.news:
			if out := t.told(id); out.Ended {
				return out, out.Next, t.failure()
			}
		case <-deadline:
			return t.told(id), "/tasks/" + id, nil
		}
	}
}

func (s *tasks) keep(id string, t *task) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil {
		s.all = map[string]*task{}
	}
	if len(s.all) >= keptTasks {
		for old, t := range s.all {
			if t.told(old).Ended {
				delete(s.all, old)
			}
		}
	}
	s.all[id] = t
}

func (t *task) tell(done int, words string) {
	t.mu.Lock()
	t.done = done
	if words != "" {
		t.words = words
	}
	t.mu.Unlock()
	t.poke()
}

func (t *task) end(next string, err error) {
	t.mu.Lock()
	t.ended, t.next, t.err = true, next, err
	if err == nil {
		t.done = t.of
	}
	t.mu.Unlock()
	t.stop()
	t.poke()
}

func (t *task) failure() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

func (t *task) poke() {
	select {
	case t.news <- struct{}{}:
	default:
	}
}

// task is the one of the path, if it is the visitor's own.
func (v *visit) task() (*task, error) {
	v.tasks.mu.Lock()
	defer v.tasks.mu.Unlock()
	t := v.tasks.all[v.param("task")]
	if t == nil || t.by != v.who.Name {
		return nil, casualty.ErrNotFound
	}
	return t, nil
}

// A taskPage tells how far long work is.
type taskPage struct {
	basePage
	Task taskOut
}

func (taskPage) template() string { return "task" }

func taskPageOf(v *visit) (page, error) {
	t, err := v.task()
	if err != nil {
		return nil, err
	}
	return taskPage{v.base("In progress"), t.told(v.param("task"))}, nil
}

func stopTask(v *visit, _ nothing) (taskOut, string, error) {
	t, err := v.task()
	if err != nil {
		return taskOut{}, "", err
	}
	t.stop()
	return t.told(v.param("task")), "/tasks/" + v.param("task"), nil
}

// taskEvents sends how far a task is, as it goes on, until it ends or the reader
// leaves.
func (s *site) taskEvents(c *gin.Context) {
	v := visitOf(c.Request.Context())
	t, err := v.task()
	if err != nil {
		s.refuse(c, v, err)
		return
	}
	c.Header("Content-Type", "text/event-stream")
	_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Time{}) // without deadlines there is none to lift
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for {
		out := t.told(c.Param("task"))
		text, _ := json.Marshal(out) // plain values
		kind := "progress"
		if out.Ended {
			kind = "end"
		}
		if _, err := fmt.Fprintf(c.Writer, "event: %s\ndata: %s\n\n", kind, text); err != nil || out.Ended {
			c.Writer.Flush()
			return
		}
		c.Writer.Flush()
		select {
		case <-c.Request.Context().Done():
			return
		case <-tick.C:
		}
	}
}
