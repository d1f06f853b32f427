package exports

import (
	"encoding/json"
	"io"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// GeoJSON writes the incidents as a FeatureCollection (RFC 7946), each with its
// figures by the headline method. An incident without coordinates, or whose
// coordinates the profile withholds, has a null geometry.
func GeoJSON(w io.Writer, record casualty.Record, o Options) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	t := out.table
	collection := featureCollection{
		Type: "FeatureCollection", Method: t.Method.String(), Lexicon: t.Method.Lexicon.String(), Incidents: len(out.shown.Incidents),
		Unconfirmed: t.Unconfirmed, Decided: t.Decided, Unsigned: t.Unsigned, Waiting: t.Waiting, Attribution: out.attribution(), Features: []feature{},
	}
	for _, in := range out.shown.Incidents {
		collection.Features = append(collection.Features, out.feature(in))
	}
	to := json.NewEncoder(w)
	to.SetIndent("", " ")
	return to.Encode(collection)
}

type featureCollection struct {
	Type        string    `json:"type"`
	Method      string    `json:"method"` // of the figures
	Lexicon     string    `json:"lexicon"`
	Incidents   int       `json:"incidents"`               // how many features there are
	Unconfirmed int       `json:"unconfirmed_claims"`      // left out of every figure
	Decided     int       `json:"on_a_decision"`           // figures that rest on one in force
	Unsigned    int       `json:"on_an_unsigned_decision"` // of these
	Waiting     int       `json:"waiting_for_a_signature"` // figures on which a decision waits
	Attribution string    `json:"attribution,omitempty"`   // that a source of its places asks for
	Features    []feature `json:"features"`
}

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *point     `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // east first
}

type properties struct {
	Title          string       `json:"title"`
	Date           casualty.Day `json:"date"`
	Place          string       `json:"place"`
	PlacePrecision string       `json:"place_precision"`
	Cause          string       `json:"cause"`
	Grade          string       `json:"grade"`
	Figures        []geoFigure  `json:"figures"`
}

// A geoFigure is a figure as every machine form shows it: high is null where
// there is no upper bound.
type geoFigure struct {
	Question string         `json:"question"`
	Figure   casualty.Range `json:"figure"`
	InWords  string         `json:"in_words"`
	Status   string         `json:"status"`
	Method   string         `json:"method"`
	Lexicon  string         `json:"lexicon"`
}

func (o outlet) feature(in casualty.Incident) feature {
	f := feature{Type: "Feature", ID: string(in.ID), Properties: properties{
		Title: in.Title, Date: in.Day, Place: in.Place.Name, PlacePrecision: string(in.Place.Precision), Cause: in.Cause, Grade: string(in.Grade), Figures: []geoFigure{},
	}}
	if in.Place.Lat != nil && in.Place.Lon != nil {
		f.Geometry = &point{"Point", [2]float64{degrees(in.Place.Lon).(float64), degrees(in.Place.Lat).(float64)}}
	}
	for _, row := range o.figures {
		if row.Incident.ID == in.ID {
			f.Properties.Figures = append(f.Properties.Figures, geoFigure{
				o.question(row.Figure.Question), aggregate.AsStated(row.Figure.Shown(), row.Figure.NoFloor), figureWords(row.Figure), statusCode(row.Figure.Status), row.Figure.Method, row.Figure.Lexicon,
			})
		}
	}
	return f
}
