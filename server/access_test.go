package server

import (
	"net/http"
	"strings"
	"testing"

	"tollbook/example"
	"tollbook/server/people"
)

// mayDo is who may do what, said a second time: a change of the table in package
// people has to be made here too.
var mayDo = map[people.Action]string{
	people.Own:        "data_viewer viewer researcher reviewer administrator",
	people.SeeFigures: "data_viewer viewer researcher reviewer administrator",
	people.SeeSources: "viewer researcher reviewer administrator",
	people.Record:     "researcher reviewer administrator",
	people.Decide:     "researcher reviewer administrator",
	people.SignOff:    "reviewer administrator",
	people.Release:    "reviewer administrator",
	people.Manage:     "administrator",
}

func TestEveryRouteIsOpenToItsRolesAndToNoOther(t *testing.T) {
	h := newHouse(t, example.Load)
	browsers := map[people.Role]*browser{"": h.as("")}
	for _, role := range people.Roles {
		browsers[role] = h.as(string(role))
	}
	for _, route := range Routes() {
		if route.Path == "/sign-out" {
			continue // it would end the sessions of this test
		}
		for role, b := range browsers {
			allowed := route.May == people.Anyone || role != "" && strings.Contains(" "+mayDo[route.May]+" ", " "+string(role)+" ")
			refused := refuses(b, route)
			if allowed == refused {
				t.Errorf("%s %s (%s) as %q: refused %v", route.Method, route.Path, route.May, role, refused)
			}
		}
	}
}

// refuses tells whether a route turns a browser away. Ids of nothing and bodies
// without sense come to an error of their own where it does not.
func refuses(b *browser, route Route) bool {
	path := strings.NewReplacer(":id", "c999", ":name", "x", ":n", "999", ":token", "x", ":file", "x", ":job", "x", ":task", "x").Replace(route.Path)
	contentType := "application/x-www-form-urlencoded"
	if strings.HasPrefix(path, interfacePath) {
		contentType = "application/json"
	}
	body := ""
	if route.Method == http.MethodPost && contentType == "application/json" {
		body = "{"
	}
	g := b.send(route.Method, path, contentType, body)
	switch {
	case g.status == http.StatusSeeOther && strings.HasPrefix(g.header.Get("Location"), "/sign-in?"):
		return true
	case g.status == http.StatusForbidden && strings.Contains(g.body, "role"):
		return true
	case g.status == http.StatusUnauthorized:
		return route.Path != "/sign-in" && route.Path != "/invitation" && route.Path != "/setup" // what they are for
	}
	return false
}

func TestARouteThatNobodyGaveARuleIsRefused(t *testing.T) {
	if people.Administrator.May("something new") {
		t.Error("an action without a row in the table is allowed")
	}
	for _, route := range Routes() {
		if route.May == "" || route.May != people.Anyone && mayDo[route.May] == "" {
			t.Errorf("%s %s has no rule", route.Method, route.Path)
		}
	}
}
