package server

import (
	"errors"
	"strings"

	"net/url"

	"tollbook/casualty"
	"tollbook/server/people"
)

func peoplePages() []pageRoute {
	return []pageRoute{{"/people", people.Manage, peoplePageOf}}
}

func peopleDeeds() []deed {
	r := func(path, name, summary string) deedRoute {
		return deedRoute{path: path, name: name, summary: summary, may: people.Manage, page: peoplePageOf}
	}
	return []deed{
		doing[inviteInput, inviteOut]{r("/people/invite", "invite-person", "Invite a person; the answer holds the address that they open, this once"), invite},
		doing[nothing, inviteOut]{r("/people/:name/invite", "invite-person-again", "A new invitation for who has not come yet or lost the password"), inviteAgain},
		doing[roleInput, nothing]{r("/people/:name/role", "set-role", "Give a person another role; their sessions end"), setRole},
		doing[switchInput, nothing]{r("/people/:name/switch", "switch-person", "Keep a person from signing in, or let them again; the name stays in the journal"), switchPerson},
		doing[endInput, nothing]{r("/people/:name/sessions/end", "end-sessions", "End a session of a person, or all of them"), endSessionsOf},
	}
}

func peopleReadings() []reading {
	return []reading{
		asking[PageOfList, listOut[personOut]]{readRoute{"/people", "list-people", "The accounts, without anything secret", people.Manage}, func(v *visit, in *PageOfList) (listOut[personOut], string, error) {
			all, err := v.accounts()
			out := make([]personOut, len(all))
			for i, a := range all {
				out[i] = personOut{a.Name, a.Role, a.Off, a.Made, a.Until, a.Code}
			}
			return listed(out, func(a personOut) string { return a.Name }, in), "", err
		}},
		asking[PageOfList, listOut[people.Session]]{readRoute{"/people/sessions", "list-sessions", "Who is signed in, from where, since when", people.Manage}, func(v *visit, in *PageOfList) (out listOut[people.Session], _ string, err error) {
			if v.Keeper == nil {
				return out, "", errForbidden
			}
			all, err := v.Keeper.Sessions("")
			return listed(all, func(s people.Session) string { return s.ID }, in), "", err
		}},
		asking[PageOfList, listOut[people.Note]]{readRoute{"/people/log", "list-account-log", "What was done to accounts, newest first", people.Manage}, func(v *visit, in *PageOfList) (out listOut[people.Note], _ string, err error) {
			if v.Keeper == nil {
				return out, "", errForbidden
			}
			all, err := v.Keeper.Notes()
			return listed(all, func(n people.Note) string { return string(n.At) + n.By + n.What + n.Whom }, in), "", err
		}},
	}
}

// personOut is an account as a program sees it.
type personOut struct {
	Name    string          `json:"name"`
	Role    people.Role     `json:"role"`
	Off     bool            `json:"off" doc:"May not sign in"`
	Made    casualty.Moment `json:"made"`
	Invited casualty.Moment `json:"invited_until,omitempty" doc:"Of an invitation that nobody has taken up yet"`
	Codes   bool            `json:"codes" doc:"One-time codes are asked for"`
}

func (v *visit) accounts() ([]people.Account, error) {
	if v.Keeper == nil {
		return nil, errForbidden
	}
	return v.Keeper.Accounts()
}

// A peoplePage lists accounts, sessions and what was done to accounts.
type peoplePage struct {
	basePage
	Accounts []people.Account
	Sessions []people.Session
	Notes    []people.Note
	Roles    []people.Role
	Shown    *secret
}

func (peoplePage) template() string { return "people" }

// Fails tells whether the form on this person is shown again.
func (p peoplePage) Fails(name string) bool {
	return p.Failed.Sentence != "" && p.visit.param("name") == name
}

// notesShown is how many lines of the log of accounts the page shows.
const notesShown = 100

func peoplePageOf(v *visit) (page, error) {
	p := peoplePage{basePage: v.base("People"), Roles: people.Roles, Shown: v.shown()}
	var err error
	if p.Accounts, err = v.accounts(); err != nil {
		return nil, err
	}
	if p.Sessions, err = v.Keeper.Sessions(""); err != nil {
		return nil, err
	}
	p.Notes, err = v.Keeper.Notes()
	p.Notes = p.Notes[:min(len(p.Notes), notesShown)]
	return p, err
}

type inviteInput struct {
	Name string      `json:"name" doc:"It stands in the journal for ever; it can be a pseudonym"`
	Role people.Role `json:"role" enum:"data_viewer,viewer,researcher,reviewer,administrator"`
}

type inviteOut struct {
	Address string `json:"address" doc:"For this person alone; it is shown this once and counts for a week"`
}

func invite(v *visit, in inviteInput) (inviteOut, string, error) {
	if err := v.firstTime(); err != nil {
		return inviteOut{}, "", err
	}
	token, err := v.Keeper.Invite(v.who.Name, in.Name, in.Role)
	return v.invitation(in.Name, token, err)
}

func inviteAgain(v *visit, _ nothing) (inviteOut, string, error) {
	name := v.param("name")
	token, err := v.Keeper.InviteAgain(v.who.Name, name)
	return v.invitation(name, token, err)
}

func (v *visit) invitation(name, token string, err error) (inviteOut, string, error) {
	if err != nil {
		return inviteOut{}, "", err
	}
	scheme := "http"
	if v.TLS {
		scheme = "https"
	}
	address := url.URL{Scheme: scheme, Host: v.request.Host, Path: "/invitation", RawQuery: url.Values{"token": {token}}.Encode()}
	return inviteOut{address.String()}, v.showOnce("/people", secret{"invitation", name, address.String()}), nil
}

type roleInput struct {
	Role people.Role `json:"role" enum:"data_viewer,viewer,researcher,reviewer,administrator"`
	Was  people.Role `json:"was,omitempty" doc:"The role that you saw; refused with 412 where it is another one by now"`
}

func setRole(v *visit, in roleInput) (nothing, string, error) {
	name := v.param("name")
	err := v.Keeper.ChangeRole(v.who.Name, name, in.Was, in.Role)
	if errors.Is(err, people.ErrMeanwhile) {
		v.clash = v.roleClash(name, in)
	}
	return nothing{}, "/people", err
}

// roleClash is what two administrators made of one role.
func (v *visit) roleClash(name string, in roleInput) *conflict {
	c := &conflict{ID: name, To: "/people"}
	all, err := v.accounts()
	notes, err2 := v.Keeper.Notes()
	if errors.Join(err, err2) != nil {
		return c
	}
	for _, a := range all {
		if a.Name == name {
			c.Rows = []conflictRow{{"role", string(in.Was), string(a.Role), string(in.Role), true}}
		}
	}
	for _, n := range notes {
		if n.Whom == name && strings.HasPrefix(n.What, "role ") { // the newest comes first
			c.By = n.By
			break
		}
	}
	return c
}

type switchInput struct {
	Off string `json:"off" enum:"yes,no" doc:"yes: may not sign in any more"`
}

func switchPerson(v *visit, in switchInput) (nothing, string, error) {
	return nothing{}, "/people", v.Keeper.SwitchOff(v.who.Name, v.param("name"), in.Off == "yes")
}

type endInput struct {
	Session string `json:"session,omitempty" doc:"Its id"`
	All     string `json:"all,omitempty" doc:"yes: all of them"`
}

// end ends what was asked for; nothing asked for ends nothing.
func (in endInput) end(v *visit, name string) error {
	if in.Session == "" && in.All != "yes" {
		return &casualty.Problem{Where: "session", Want: "the id of a session, or all: yes"}
	}
	return v.Keeper.EndSession(name, in.Session)
}

func endSessionsOf(v *visit, in endInput) (nothing, string, error) {
	return nothing{}, "/people", in.end(v, v.param("name"))
}
