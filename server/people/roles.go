package people

import "slices"

// A Role is what an account is for.
type Role string

// The roles, from the one that may do least.
const (
	DataViewer    Role = "data_viewer"   // figures and totals; no quote, no document, no source's name
	Viewer        Role = "viewer"        // reads everything that is not sealed
	Researcher    Role = "researcher"    // keeps the record and proposes decisions
	Reviewer      Role = "reviewer"      // and signs other people's decisions off
	Administrator Role = "administrator" // and looks after accounts
)

// Roles are all of them.
var Roles = []Role{DataViewer, Viewer, Researcher, Reviewer, Administrator}

// An Action is a kind of thing that a route does.
type Action string

// The actions. Anyone needs no account at all; Own is what everybody may do with
// their own account.
const (
	Anyone     Action = "anyone"
	Own        Action = "own"
	SeeFigures Action = "see_figures"
	SeeSources Action = "see_sources" // documents, quotes, sources, origins, the journal
	Record     Action = "record"      // add, confirm, mend, link, import, correct
	Decide     Action = "decide"      // propose a decision, an erasure
	SignOff    Action = "sign_off"    // of another person's decision, never of one's own
	Release    Action = "release"
	Manage     Action = "manage" // accounts, the example
)

// may is the one table of who may do what.
var may = map[Action][]Role{
	Own:        Roles,
	SeeFigures: Roles,
	SeeSources: {Viewer, Researcher, Reviewer, Administrator},
	Record:     {Researcher, Reviewer, Administrator},
	Decide:     {Researcher, Reviewer, Administrator},
	SignOff:    {Reviewer, Administrator},
	Release:    {Reviewer, Administrator},
	Manage:     {Administrator},
}

// Actions are those that an account can be refused, and a token be limited to.
var Actions = []Action{Own, SeeFigures, SeeSources, Record, Decide, SignOff, Release, Manage}

// May tells whether the role allows the action. What is in no row is refused.
func (r Role) May(a Action) bool { return a == Anyone || slices.Contains(may[a], r) }
