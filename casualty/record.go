package casualty

import "slices"

// Ids name a record within one book: a letter for the kind and a number, such as
// "c12" for a claim. They are given once and never used again.
type (
	// DocumentID names a document: "d1".
	DocumentID string
	// SourceID names a source: "s1".
	SourceID string
	// OriginID names an origin: "o1".
	OriginID string
	// ReportID names a report: "r1".
	ReportID string
	// ClaimID names a claim: "c1".
	ClaimID string
	// IncidentID names an incident: "i1".
	IncidentID string
	// VictimID names an identified victim, by a pseudonym: "v1".
	VictimID string
	// DecisionID names a decision: "j1".
	DecisionID string
	// ReleaseID names a release: "e1".
	ReleaseID string
)

// A Document is one published item exactly as received, never changed. Its bytes
// lie beside it in the book.
type Document struct {
	ID          DocumentID  `json:"id"`
	Name        string      `json:"name"`              // file name as given, without a folder
	Address     string      `json:"address,omitempty"` // where it was published
	MediaType   string      `json:"media_type"`        // "text/plain"
	Charset     string      `json:"charset,omitempty"`
	Size        int         `json:"size"`   // bytes as received
	SHA256      string      `json:"sha256"` // of the bytes as received, hex
	Retrieved   Moment      `json:"retrieved"`
	Published   Moment      `json:"published,omitempty"`
	Author      string      `json:"author,omitempty"` // who wrote it, as the document says; a person: in no output
	Source      SourceID    `json:"source"`
	Language    string      `json:"language,omitempty"` // ISO 639-1
	Sensitivity Sensitivity `json:"sensitivity,omitempty"`
	Consent     Consent     `json:"consent,omitempty"`
	// Text is what was made of bytes that are no text themselves; nil: the bytes
	// are the text. The places of quotes count in it.
	Text    *Text    `json:"text,omitempty"`
	Fetched *Fetched `json:"fetched,omitempty"` // how it came over the network; nil: a person brought it
	Erased  string   `json:"erased,omitempty"`  // the reason of the erasure; the bytes are gone
}

// A Text is what a reader made of a document in another charset or format. It is
// kept beside the bytes as received.
type Text struct {
	Reader string `json:"reader"` // which, and its version: "docx/1", "pdftotext 22.12.0"
	Size   int    `json:"size"`   // bytes of UTF-8
	SHA256 string `json:"sha256"` // of them, hex
}

// Fetched is what the network said when a document was fetched.
type Fetched struct {
	Address string   `json:"address"`           // that answered, after all redirects
	Through []string `json:"through,omitempty"` // the addresses that redirected, in order, the first as asked
	At      Moment   `json:"at"`                // when the answer was whole
	Status  int      `json:"status"`            // of HTTP: 200
	Headers []string `json:"headers"`           // of the answer, "Name: value", by name
}

// A Source is who publishes: an outlet, a ministry, a monitor.
type Source struct {
	ID          SourceID    `json:"id"`
	Name        string      `json:"name"`
	Type        SourceType  `json:"type,omitempty"`
	Reliability Reliability `json:"reliability,omitempty"` // Admiralty code; empty counts as F
	// Party marks a fighting side or who speaks for it, not a civil authority
	// that reports its own victims.
	Party       bool        `json:"party,omitempty"`
	Address     string      `json:"address,omitempty"`
	Sensitivity Sensitivity `json:"sensitivity,omitempty"`
	Consent     Consent     `json:"consent,omitempty"`
	Erased      string      `json:"erased,omitempty"`
}

// An Origin is who a figure comes from, apart from who printed it. Many outlets
// that quote one origin are one voice.
type Origin struct {
	ID      OriginID `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"` // other spellings, confirmed by a person
	Party   bool     `json:"party,omitempty"`   // as for a source
	Erased  string   `json:"erased,omitempty"`
}

// A Report is what one document says: its claims, in the order in which they
// stand there, and who read it.
type Report struct {
	ID       ReportID   `json:"id"`
	Document DocumentID `json:"document"`
	Reader   string     `json:"reader"` // the program's reader and version, or a person
	Title    string     `json:"title,omitempty"`
	Claims   []ClaimID  `json:"claims"`
	Erased   string     `json:"erased,omitempty"`
}

// A Quote is the words that carry a claim, and their place: byte offsets into
// the document's text, half-open. The words are exactly those bytes.
type Quote struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Cell is the place in a table, where bytes have no meaning to a reader:
	// "Sheet1!C14", "Sheet1!C14;D14" for a figure of two cells. Start and End are 0.
	Cell string `json:"cell,omitempty"`
	// Original is the place in the document as received, as a person finds it there:
	// "page 3", "paragraph 12"; in bytes where Start and End count in another charset.
	Original string `json:"original,omitempty"`
	// Released: a person released the quote for public output.
	Released bool `json:"released,omitempty"`
	// Masked are words within Text that a public output hides.
	Masked      []string    `json:"masked,omitempty"`
	Sensitivity Sensitivity `json:"sensitivity,omitempty"`
	Consent     Consent     `json:"consent,omitempty"`
}

// A Claim is one number in a report, as its source worded it.
type Claim struct {
	ID       ClaimID    `json:"id"`
	Report   ReportID   `json:"report"`
	Document DocumentID `json:"document"`
	Source   SourceID   `json:"source"`
	Status   Status     `json:"status"`
	Incident IncidentID `json:"incident,omitempty"` // empty: not linked to an incident

	Harm       Harm       `json:"harm"`
	Count      Count      `json:"count"`
	Population Population `json:"population,omitempty"`
	Group      Group      `json:"group,omitempty"`
	Severity   Severity   `json:"severity,omitempty"`
	// Subset: the people are part of another figure ("including three
	// children"); SubsetOf names that claim where a person or the reader knows it.
	Subset   bool    `json:"subset,omitempty"`
	SubsetOf ClaimID `json:"subset_of,omitempty"`
	Scope    Scope   `json:"scope"`
	// Negated: the text itself withdraws the number ("34, not 48": 48).
	Negated bool `json:"negated,omitempty"`

	Quote    Quote    `json:"quote"`
	Claimant string   `json:"claimant,omitempty"` // the origin as written, before matching
	Origin   OriginID `json:"origin,omitempty"`   // empty: the source is the origin
	Said     Moment   `json:"said,omitempty"`     // when the origin said it, not when it was printed
	Place    string   `json:"place,omitempty"`    // of the harm, as written; empty: the text does not say
	Day      Day      `json:"day,omitempty"`      // of the harm, as well as the text says
	Days     int      `json:"days,omitempty"`     // days that the number covers; 0: not stated

	// Over are the incidents that the number covers together, two or more, its own
	// among them: it caps the sum of their highs and enters none of their figures.
	Over       []IncidentID `json:"over,omitempty"`
	Contested  bool         `json:"contested,omitempty"`  // may not belong to this incident
	Besides    bool         `json:"besides,omitempty"`    // people on top of the figure whose belonging is in doubt
	Repeats    ClaimID      `json:"repeats,omitempty"`    // a person says that it repeats this claim
	Supersedes ClaimID      `json:"supersedes,omitempty"` // a person says that it replaces this claim
	Identified int          `json:"identified,omitempty"` // how many victims it names
	Final      bool         `json:"final,omitempty"`      // said to be the last count
	Case       string       `json:"case,omitempty"`       // the case that State speaks of
	State      State        `json:"state,omitempty"`
	// RetractedAt is when the publisher withdrew it, for a claim of status Retracted.
	RetractedAt Moment `json:"retracted_at,omitempty"`
	// Known is when the claim entered this book; the book writes it.
	Known    Moment    `json:"known,omitempty"`
	Imported *Imported `json:"imported,omitempty"` // the row of a table that it came from; nil: none
	Erased   string    `json:"erased,omitempty"`
}

// Imported says which row of which table a record came from, so that the same
// row is known again in a later file.
type Imported struct {
	Set    string `json:"set"`    // the series of files
	Key    string `json:"key"`    // what names the row, and for a claim the figure, in every file of the set
	Digest string `json:"digest"` // of what the row said, hex; the record may have been corrected since
}

// Enters tells whether the claim may enter a figure: confirmed by a person, or
// retracted after it was.
func (c Claim) Enters() bool { return c.Status == Confirmed || c.Status == Retracted }

// A Place is where something happened, as precisely as known.
type Place struct {
	Name      string         `json:"name"`                // as a reader should see it
	Country   string         `json:"country,omitempty"`   // ISO 3166-1 alpha-3
	Admin1    string         `json:"admin1,omitempty"`    // name of the first-level unit
	Admin2    string         `json:"admin2,omitempty"`    // name of the second-level unit
	Code      string         `json:"code,omitempty"`      // p-code of the most precise unit
	Precision PlacePrecision `json:"precision,omitempty"` // how well the place is known
	Lat       *float64       `json:"lat,omitempty"`       // degrees north, with Lon or not at all
	Lon       *float64       `json:"lon,omitempty"`       // degrees east
	From      string         `json:"from,omitempty"`      // the gazetteer or list that a person took it from
}

// GeoNames is the gazetteer that is built in, as [Place].From names it; its licence asks
// for the attribution wherever its places are.
const (
	GeoNames            = "GeoNames"
	GeoNamesAttribution = "Places: GeoNames (geonames.org), CC BY 4.0"
)

// OfGeoNames tells whether a place of the incidents comes from the built-in gazetteer.
func OfGeoNames(incidents []Incident) bool {
	return slices.ContainsFunc(incidents, func(i Incident) bool { return i.Place.From == GeoNames })
}

// PlacePrecision tells how well a place is known.
type PlacePrecision string

// PlacePrecisions, from best to worst.
var PlacePrecisions = []PlacePrecision{"exact", "settlement", "admin2", "admin1", "country"}

// A Perpetrator is who is said to have done the harm.
type Perpetrator struct {
	Name  string `json:"name"`
	Known bool   `json:"known,omitempty"` // known; otherwise suspected
	Party bool   `json:"party,omitempty"` // a fighting side
}

// An Incident is harm at a place and time. The claims that speak of it name it.
type Incident struct {
	ID           IncidentID    `json:"id"`
	Title        string        `json:"title"`
	Day          Day           `json:"day,omitempty"`
	Place        Place         `json:"place"`
	Cause        string        `json:"cause,omitempty"` // "air strike", "shelling", in the book's own list
	Perpetrators []Perpetrator `json:"perpetrators,omitempty"`
	Grade        Grade         `json:"grade,omitempty"`
	Notes        string        `json:"notes,omitempty"`
	Synthetic    bool          `json:"synthetic,omitempty"` // made up, for demonstration
	Imported     *Imported     `json:"imported,omitempty"`  // as for a claim
	Erased       string        `json:"erased,omitempty"`
}

// A Victim is an identified person. The name is sealed: it stands in the record
// and in no output.
type Victim struct {
	ID          VictimID    `json:"id"` // the pseudonym
	SealedName  string      `json:"sealed_name,omitempty"`
	Sex         string      `json:"sex,omitempty"` // "f", "m"; empty: not stated
	Age         *int        `json:"age,omitempty"` // completed years; nil: not stated
	Population  Population  `json:"population,omitempty"`
	Moves       []Move      `json:"moves,omitempty"` // in order of time
	Sensitivity Sensitivity `json:"sensitivity,omitempty"`
	Erased      string      `json:"erased,omitempty"`
}

// A Move is one station of a person: injured, then died; missing, then found. A
// person is counted once, in the last station.
type Move struct {
	Incident IncidentID `json:"incident"`
	Harm     Harm       `json:"harm,omitempty"` // empty: found, or no longer harmed
	Day      Day        `json:"day,omitempty"`
	Claim    ClaimID    `json:"claim,omitempty"` // where it is said
}

// DecisionKind is what a decision decides.
type DecisionKind string

// The kinds of decision.
var DecisionKinds = []DecisionKind{"adopt_figure", "grade_incident", "set_aside", "merge_incidents", "split_incident", "merge_origins"}

// A Decision is a person's judgment, with its reason, its author and a second
// person's sign-off. A sign-off counts only from an authenticated account.
type Decision struct {
	ID       DecisionID   `json:"id"`
	Kind     DecisionKind `json:"kind"`
	Incident IncidentID   `json:"incident,omitempty"`
	Harm     Harm         `json:"harm,omitempty"`
	Figure   Range        `json:"figure"`         // of an adopted figure
	Best     *int         `json:"best,omitempty"` // of an adopted figure, where it has one
	Claims   []ClaimID    `json:"claims,omitempty"`
	Records  []string     `json:"records,omitempty"` // what else it speaks of: ids that were merged
	Grade    Grade        `json:"grade,omitempty"`   // of a graded incident
	// Waits: what it says of other records is done when a second person signs it,
	// and not before.
	Waits    bool     `json:"waits,omitempty"`
	Reason   string   `json:"reason"`
	By       string   `json:"by"`
	At       Moment   `json:"at"`
	SignedBy string   `json:"signed_by,omitempty"`
	SignedAt Moment   `json:"signed_at,omitempty"`
	Dissent  []string `json:"dissent,omitempty"` // kept beside it
	Erased   string   `json:"erased,omitempty"`
}

// A Release is a frozen export: what was asked for, and what came out.
type Release struct {
	ID       ReleaseID `json:"id"`
	Title    string    `json:"title"`
	Profile  string    `json:"profile"`
	Method   string    `json:"method"`
	Lexicon  string    `json:"lexicon"`
	AsOf     Moment    `json:"as_of"`
	Head     string    `json:"head"`     // of the journal, hex
	Entry    int       `json:"entry"`    // of the journal, whose hash is Head
	Program  string    `json:"program"`  // and its version
	Settings string    `json:"settings"` // everything that was asked for, JSON
	Files    []File    `json:"files"`
	Tables   []Frozen  `json:"tables"`
	Erased   string    `json:"erased,omitempty"`
}

// A Frozen is what a release says of one of its tables: whoever makes it again
// finds the same rows in these columns, by whatever later version.
type Frozen struct {
	Name    string   `json:"name"`
	Rows    int      `json:"rows"`
	Columns []string `json:"columns"` // field names
	SHA256  string   `json:"sha256"`  // of the table as csv: these columns, no heading
}

// A File is one file of a release.
type File struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// A Record is a book's content at one head of its journal, as plain values in
// the order of their ids. What makes figures, tables and workbooks takes a
// Record and nothing else.
type Record struct {
	Book      string // the copy's id
	Head      string // hash of the journal's last entry, hex
	Entries   int    // in the journal up to the head
	AsOf      Moment // when the head was recorded; "generated at" is this, never the clock
	Documents []Document
	Sources   []Source
	Origins   []Origin
	Reports   []Report
	Claims    []Claim
	Incidents []Incident
	Victims   []Victim
	Decisions []Decision
	Releases  []Release
}
