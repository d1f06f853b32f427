package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/server/people"
	"tollbook/store"
)

// A visit is one request: who makes it, in which language, of which state of the
// book, and what its route needs.
type visit struct {
	*site
	request *http.Request
	param   func(name string) string // of the path
	needs   people.Action
	who     people.Account // no name: nobody signed in
	session people.Session // none for a token
	scopes  []people.Action
	byToken bool
	lang    string
	at      store.At
	version int          // of the record that the person saw; 0: not said
	key     string       // of a request that may come twice
	entry   int          // of the journal, of the act that was done
	about   about        // what the page shows of the request
	failed  failure      // of a form that is shown again
	clash   *conflict    // with what somebody else did, where a deed knows better than the versions of a record
	cookie  *http.Cookie // to be set; nil for none
	shows   *edition     // of the book; nil: not read yet
	unkept  bool         // the answer carries a secret: no copy of it is kept for a request that comes twice
}

// about is what a page's frame shows of the request.
type about struct {
	asOf string
}

type visitKey struct{}

// visitOf is the visit that the middleware put into the request.
func visitOf(ctx context.Context) *visit {
	v, _ := ctx.Value(visitKey{}).(*visit)
	return v
}

// receive begins the visit of every route, and refuses it where the table of
// roles does. A route that is not listed is refused to everybody.
func (s *site) receive(c *gin.Context) {
	route := s.rules[c.Request.Method+" "+c.FullPath()]
	if c.FullPath() == "" {
		route.May = people.Anyone // answered with "nothing here"
	}
	params := map[string]string{} // a visit may go on after its request, and gin uses its context again
	for _, p := range c.Params {
		params[p.Key] = p.Value
	}
	v := &visit{site: s, param: func(name string) string { return params[name] }, needs: route.May, lang: languageOf(c)}
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), visitKey{}, v))
	v.request = c.Request
	if err := v.begin(c); err != nil {
		c.Abort()
		s.refuse(c, v, err)
		return
	}
	if forPrograms(c.Request) {
		s.answeredOnce(c)
	}
}

// refuse answers a request that came to no route's own code.
func (s *site) refuse(c *gin.Context, v *visit, err error) {
	switch {
	case forPrograms(c.Request):
		writeProblem(c.Writer, c.Request, err)
	case errors.Is(err, errSignIn) && c.Request.Method == http.MethodGet:
		c.Redirect(http.StatusSeeOther, s.entrance(c.Request))
	default:
		s.render(c, v, v.errorPage(err), statusOf(err))
	}
}

func (v *visit) begin(c *gin.Context) error {
	if err := v.identify(); err != nil {
		return err
	}
	if err := v.may(v.needs); err != nil {
		return err
	}
	v.key, v.version = c.GetHeader("Idempotency-Key"), versionIn(c.GetHeader("If-Match"))
	var err error
	v.about.asOf = c.Query("as_of")
	v.at, err = store.ParseAt(v.about.asOf)
	return err
}

// identify finds who makes the request: a token goes before a session.
func (v *visit) identify() error {
	if v.Open {
		v.who = people.Account{Role: people.Viewer}
		return nil
	}
	if token, ok := strings.CutPrefix(v.request.Header.Get("Authorization"), "Bearer "); ok {
		a, t, err := v.Keeper.Token(token)
		if err != nil {
			return err
		}
		v.who, v.scopes, v.byToken = a, t.Scopes, true
		return nil
	}
	if cookie, err := v.request.Cookie(v.cookieName()); err == nil {
		if a, session, err := v.Keeper.Session(cookie.Value); err == nil {
			v.who, v.session = a, session
		}
	}
	return nil
}

// may tells whether this visitor may do an action: by role, and by a token's scopes.
func (v *visit) may(a people.Action) error {
	switch {
	case a == people.Anyone:
		return nil
	case v.who.Role == "":
		return errSignIn
	case !v.who.Role.May(a), v.byToken && !slices.Contains(v.scopes, a):
		return errForbidden
	case v.Open && a != people.SeeFigures && a != people.SeeSources:
		return errForbidden
	}
	return nil
}

// May is may for a template.
func (v *visit) May(a string) bool { return v.may(people.Action(a)) == nil }

// edition is the book in the state that is asked for; one for the whole page.
func (v *visit) edition() (*edition, error) {
	if v.shows != nil {
		return v.shows, nil
	}
	e, err := v.records.at(v.at)
	v.shows = e
	return e, err
}

// showing is the record in the state that is asked for, as this visitor may see
// it: without quotes, names and places for one who may see figures only. Figures
// are made of the whole record all the same.
func (v *visit) showing() (*showing, error) {
	e, err := v.edition()
	switch {
	case err != nil:
		return nil, err
	case v.may(people.SeeSources) != nil:
		return e.reduced(), nil
	}
	return e.whole, nil
}

// act is the act of this visitor. Its guard asks, within the act's own
// transaction, whether the account may still do what the route needs, whether the
// record is as the person saw it, and whether this very request was done before.
func (v *visit) act(what, reason string) store.Act {
	return store.Act{
		Author: v.who.Name, Authenticated: true, What: what, Reason: reason,
		Guard: func(c *store.Change) error {
			if err := v.allowed(c); err != nil {
				return err
			}
			return v.once(c)
		},
	}
}

// do is the one way in which a visit changes the record.
func (v *visit) do(what, reason string, fn func(*store.Change) error) error {
	entry, err := v.Book.Do(v.act(what, reason), fn)
	if err == nil {
		v.entry, v.shows = entry.Number, nil
	}
	return err
}

// shelve is do for what lies beside the record, such as a proposal: no entry of the
// journal is made.
func (v *visit) shelve(fn func(*store.Shelf) error) error {
	return v.Book.Shelve(func(s *store.Shelf) error {
		if err := v.holds(s); err != nil {
			return err
		}
		if err := v.once(s); err != nil {
			return err
		}
		return fn(s)
	})
}

// undo takes an entry of the journal back. What is in the way is told with its
// entries and ids, which name nobody.
func (v *visit) undo(entry int, reason string) error {
	undone, err := v.Book.Undo(v.act("undo", reason), entry)
	if errors.Is(err, store.ErrUndo) {
		return errors.Join(store.ErrUndo, &casualty.Problem{Where: "entry " + strconv.Itoa(entry), Want: "an entry that nothing stands on: " + err.Error()})
	}
	if err == nil {
		v.entry = undone.Number
	}
	return err
}

// allowed asks the table again, for the account as it is now, and whether the
// record is as the person saw it.
func (v *visit) allowed(c *store.Change) error {
	if err := v.holds(c); err != nil {
		return err
	}
	id := v.param("id")
	if v.version == 0 || id == "" {
		return nil
	}
	if n, err := store.VersionOf(c, id); err != nil || n != v.version {
		return cmpErr(err, errChanged)
	}
	return nil
}

// holds asks whether the account may still do what the route needs.
func (v *visit) holds(c store.ShelfReader) error {
	if v.needs == people.Anyone || v.needs == people.SeeFigures || v.needs == people.SeeSources {
		return errForbidden // a reading route does not write
	}
	if v.Keeper == nil {
		return errForbidden
	}
	now, ok, err := v.Keeper.Now(c, v.who.Name)
	switch {
	case err != nil:
		return err
	case !ok || now.Off || !now.Role.May(v.needs):
		return errForbidden
	case v.at != store.At{}:
		return errPast
	}
	return nil
}

func cmpErr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
