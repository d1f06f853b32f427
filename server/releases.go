package server

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/server/people"
	"tollbook/store"
)

func releasePages() []pageRoute {
	return []pageRoute{
		{"/releases", people.SeeFigures, releasesPageOf},
		{"/releases/new", people.Release, newReleasePageOf},
		{"/releases/:id", people.SeeFigures, releasePageOf},
	}
}

func releaseDeeds() []deed {
	return []deed{
		doing[releaseInput, taskOut]{deedRoute{path: "/releases", name: "make-release", summary: "Freeze an export in the book: the files, what was asked for, digests of files and tables", may: people.Release, page: newReleasePageOf}, makeRelease},
	}
}

func releaseReadings() []reading {
	return []reading{
		asking[PageOfList, listOut[casualty.Release]]{readRoute{"/releases", "list-releases", "The releases, with the digests of their files and tables", people.SeeFigures}, func(v *visit, in *PageOfList) (listOut[casualty.Release], string, error) {
			e, err := v.edition()
			if err != nil {
				return listOut[casualty.Release]{}, "", err
			}
			return listed(e.Releases, func(x casualty.Release) string { return string(x.ID) }, in), "", nil
		}},
		asking[struct{}, casualty.Release]{readRoute{"/releases/:id", "get-release", "One release", people.SeeFigures}, one(store.Releases)},
		asking[struct{}, previewOut]{readRoute{"/releases/preview", "preview-release", "The tables that a release of now would hold; takes the fields of a release as its query", people.Release}, func(v *visit, _ *struct{}) (previewOut, string, error) {
			out, err := v.preview(releaseOf(v.request.URL.Query()))
			return out, "", err
		}},
	}
}

// releaseInput is what is asked of a release.
type releaseInput struct {
	Title       string   `json:"title"`
	Publisher   string   `json:"publisher,omitempty"`
	Contact     string   `json:"contact,omitempty"`
	Licence     string   `json:"licence,omitempty"`
	Sensitivity string   `json:"sensitivity,omitempty"`
	Profile     string   `json:"profile,omitempty" doc:"public, partner or internal, which is what is made where nothing is said"`
	Preset      string   `json:"preset,omitempty" doc:"evidence, data or report"`
	Language    string   `json:"language,omitempty"`
	Since       string   `json:"since,omitempty" doc:"Adds what changed since: a release, a date, or an entry of the journal"`
	SmallCounts string   `json:"small_counts,omitempty" doc:"Numbers below this one are coarsened"`
	Methods     []string `json:"methods,omitempty" doc:"The first is the headline"`
	From        string   `json:"from,omitempty"`
	To          string   `json:"to,omitempty"`
	Formats     []string `json:"formats,omitempty" doc:"Which files: xlsx, package, hxl, json, geojson, html"`
}

// releaseOf reads what is asked from an address.
func releaseOf(q map[string][]string) releaseInput {
	first := func(name string) string {
		if len(q[name]) == 0 {
			return ""
		}
		return q[name][0]
	}
	return releaseInput{
		Title: first("title"), Publisher: first("publisher"), Contact: first("contact"), Licence: first("licence"), Sensitivity: first("sensitivity"),
		Profile: first("profile"), Preset: first("preset"), Language: first("language"), Since: first("since"), SmallCounts: first("small_counts"),
		Methods: q["methods"], From: first("from"), To: first("to"), Formats: q["formats"],
	}
}

// order is the input as commands and releases know it.
func (in releaseInput) order() (o asked.Order, err error) {
	o = asked.Order{
		Title: in.Title, Publisher: in.Publisher, Contact: in.Contact, Licence: in.Licence, Sensitivity: in.Sensitivity,
		Profile: in.Profile, Preset: in.Preset, Language: in.Language, Since: in.Since,
		Settling: asked.Settling{From: in.From, To: in.To},
	}
	if in.SmallCounts != "" {
		if o.SmallCounts, err = strconv.Atoi(in.SmallCounts); err != nil {
			return o, &casualty.Problem{Where: "small_counts", Found: in.SmallCounts, Want: "a whole number such as 5, or nothing"}
		}
	}
	for _, m := range slices.Compact(in.Methods) {
		if o.Methods != "" {
			o.Methods += ","
		}
		o.Methods += m
	}
	if o.Methods == "" {
		o.Methods = "envelope"
	}
	return o, nil
}

func (in releaseInput) formats() ([]string, error) {
	wanted := in.Formats
	if len(wanted) == 0 {
		wanted = []string{"xlsx", "package"}
	}
	for _, f := range wanted {
		if asked.ReleaseFiles[f] == "" {
			return nil, &casualty.Problem{Where: "formats", Found: f, Want: "one or more of xlsx, package, hxl, json, geojson, html"}
		}
	}
	return wanted, nil
}

// previewOut are the tables that a release would hold.
type previewOut struct {
	Incidents int               `json:"incidents"`
	Claims    int               `json:"claims"`
	Tables    []casualty.Frozen `json:"tables"`
}

func (v *visit) preview(in releaseInput) (out previewOut, err error) {
	o, err := in.order()
	if err != nil {
		return out, err
	}
	r, to, err := o.Read(v.Book, v.Program)
	if err != nil {
		return out, err
	}
	out.Incidents, out.Claims = len(r.Incidents), len(r.Claims)
	out.Tables, err = exports.Freeze(r, to)
	return out, err
}

func makeRelease(v *visit, in releaseInput) (taskOut, string, error) {
	if in.Title == "" {
		return taskOut{}, "", &casualty.Problem{Where: "title", Want: "a title, for the cover"}
	}
	wanted, err := in.formats()
	if err != nil {
		return taskOut{}, "", err
	}
	o, err := in.order()
	if err != nil {
		return taskOut{}, "", err
	}
	if o, err = asked.Frozen(v.Book, o); err != nil {
		return taskOut{}, "", err
	}
	act := v.act("release", in.Title)
	return v.start(say(v.lang, "Making the release"), 0, func(ctx context.Context, told func(int, string)) (string, error) {
		r, to, err := o.Read(v.Book, v.Program)
		if err != nil {
			return "", err
		}
		to.Progress = func(sheet string, rows int) error {
			told(rows, sheet)
			return ctx.Err()
		}
		release, contents, err := asked.Made(ctx, r, to, wanted)
		if err != nil {
			return "", err
		}
		text, err := json.Marshal(o)
		if err != nil {
			return "", err
		}
		release.Settings = string(text)
		_, err = v.Book.Do(act, func(c *store.Change) error {
			release, err = c.KeepRelease(release, contents)
			return err
		})
		return "/releases/" + string(release.ID), err
	})
}

// A releasesPage lists the releases, the newest first.
type releasesPage struct {
	basePage
	Releases []casualty.Release
}

func (releasesPage) template() string { return "releases" }

func releasesPageOf(v *visit) (page, error) {
	e, err := v.edition()
	if err != nil {
		return nil, err
	}
	list := slices.Clone(e.Releases)
	slices.Reverse(list)
	return releasesPage{v.base("Releases"), list}, nil
}

// A newReleasePage asks what a release is to hold, and shows what it would.
type newReleasePage struct {
	basePage
	In                                    releaseInput
	Methods                               []string
	Languages, Formats, Presets, Profiles []string
	Preview                               *previewOut
}

func (newReleasePage) template() string { return "release-new" }

func newReleasePageOf(v *visit) (page, error) {
	in := releaseOf(v.request.URL.Query())
	if len(v.failed.Form) > 0 {
		in = releaseOf(v.failed.Form)
	}
	p := newReleasePage{
		In: in, Languages: exports.Languages, Formats: slices.Sorted(maps.Keys(asked.ReleaseFiles)),
		Presets: []string{exports.Evidence, exports.Data, exports.Report}, Profiles: []string{exports.Public, exports.Partner, exports.Internal},
		Methods: methodNames(),
	}
	if v.request.URL.Query().Has("profile") && v.failed.Sentence == "" {
		preview, err := v.preview(in)
		switch {
		case err == nil:
			p.Preview = &preview
		case len(problemsOf(err)) > 0:
			v.failed = failure{Sentence: "Something was not understood; nothing was changed.", Problems: problemsOf(err), Form: v.request.URL.Query()}
		default:
			return nil, err
		}
	}
	p.basePage = v.base("Make a release")
	return p, nil
}

// Chosen tells whether a value of a list is chosen; nothing chosen means the usual ones.
func (p newReleasePage) Chosen(field, value string) bool {
	switch field {
	case "methods":
		return slices.Contains(p.In.Methods, value) || len(p.In.Methods) == 0 && value == "envelope"
	case "formats":
		return slices.Contains(p.In.Formats, value) || len(p.In.Formats) == 0 && (value == "xlsx" || value == "package")
	}
	return false
}

// A releasePage is one release: its files to download, its digests, and how it is
// made again.
type releasePage struct {
	basePage
	Release casualty.Release
	Order   asked.Order
}

func (releasePage) template() string { return "release" }

func releasePageOf(v *visit) (page, error) {
	var p releasePage
	err := v.Book.Read(v.at, func(view *store.View) (err error) {
		p.Release, err = store.Releases.Get(view, casualty.ReleaseID(v.param("id")))
		return err
	})
	if err != nil {
		return nil, err
	}
	if p.Release.Erased == "" {
		if p.Order, err = asked.OrderOf(p.Release.Settings); err != nil {
			return nil, err
		}
	}
	p.basePage = v.base("Release %s", p.Release.ID)
	return p, nil
}

// releaseFile hands a kept file out, as it was frozen.
func (s *site) releaseFile(c *gin.Context) {
	v := visitOf(c.Request.Context())
	var content []byte
	err := s.Book.Read(store.At{}, func(view *store.View) (err error) {
		content, err = view.File(casualty.ReleaseID(v.param("id")), v.param("name"))
		return err
	})
	if err != nil {
		s.refuse(c, v, err)
		return
	}
	c.Header("Content-Disposition", attachment(v.param("id")+"-"+v.param("name")))
	c.Data(http.StatusOK, "application/octet-stream", content)
}

func methodNames() []string {
	names := make([]string, len(aggregate.Methods))
	for i, m := range aggregate.Methods {
		names[i] = m.Name
	}
	return names
}
