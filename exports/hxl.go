package exports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// HXL writes a csv with one row for each incident and a second row of HXL 1.1
// hashtags: the headline figures over all people by harm, the one number first,
// then low and high. Number columns hold whole numbers or nothing. The last columns
// say the same in each row: the method, how many incidents the file holds, how many
// unconfirmed claims entered none of its figures, and how many figures hang on what a
// person decided. A method's own 0, which nothing could mark there, is blank.
func HXL(w io.Writer, record casualty.Record, o Options) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	columns := out.hxlColumns()
	to := csv.NewWriter(w)
	heads, tags := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		heads[i], tags[i] = c.head, c.tag
	}
	if err := to.WriteAll([][]string{heads, tags}); err != nil {
		return err
	}
	row := make([]string, len(columns))
	for _, in := range out.shown.Incidents {
		for i, c := range columns {
			row[i] = oneLine(c.value(in))
		}
		if err := to.Write(row); err != nil {
			return err
		}
	}
	to.Flush()
	return to.Error()
}

type hxlColumn struct {
	head, tag string
	value     func(casualty.Incident) string
}

func (o outlet) hxlColumns() []hxlColumn {
	figures := map[string]aggregate.Figure{}
	for _, f := range o.figures {
		figures[f.id] = f.Figure
	}
	columns := []hxlColumn{
		{"incident_id", "#event+code+id", func(in casualty.Incident) string { return string(in.ID) }},
		{"incident_title", "#event+name", func(in casualty.Incident) string { return in.Title }},
		{"date_start", "#date+occurred+start", func(in casualty.Incident) string { return string(in.Day.First()) }},
		{"date_end", "#date+occurred+end", func(in casualty.Incident) string { return string(in.Day.Last()) }},
		{"date_precision", "#event+date_precision", func(in casualty.Incident) string { return string(in.Day.Precision()) }},
		{"country_iso3", "#country+code+v_iso3", func(in casualty.Incident) string { return in.Place.Country }},
		{"admin1", "#adm1+name", func(in casualty.Incident) string { return in.Place.Admin1 }},
		{"place", "#loc+name", func(in casualty.Incident) string { return in.Place.Name }},
		{"latitude", "#geo+lat", func(in casualty.Incident) string { return plainText(degrees(in.Place.Lat)) }},
		{"longitude", "#geo+lon", func(in casualty.Incident) string { return plainText(degrees(in.Place.Lon)) }},
		{"location_precision", "#geo+precision", func(in casualty.Incident) string { return string(in.Place.Precision) }},
		{"cause", "#cause+name", func(in casualty.Incident) string { return in.Cause }},
		{"grading", "#status+grade", func(in casualty.Incident) string { return string(in.Grade) }},
	}
	for _, h := range casualty.Harms {
		of := func(in casualty.Incident) aggregate.Figure { return figures[string(in.ID)+"."+string(h)] }
		tag := hxlHarm(h)
		columns = append(columns,
			hxlColumn{string(h) + "_best", tag, func(in casualty.Incident) string {
				return plainText(number(aggregate.AsStated(of(in).Best, of(in).NoFloor).Low()))
			}},
			hxlColumn{string(h) + "_low", tag + "+min", func(in casualty.Incident) string {
				return plainText(number(aggregate.AsStated(of(in).Range, of(in).NoFloor).Low()))
			}},
			hxlColumn{string(h) + "_high", tag + "+max", func(in casualty.Incident) string { return plainText(number(of(in).Range.High())) }},
			hxlColumn{string(h) + "_high_is_open", "#meta+" + string(h) + "+open_ended", func(in casualty.Incident) string { return plainText(openWord(of(in))) }},
		)
	}
	same := func(head, tag, value string) hxlColumn {
		return hxlColumn{head, tag, func(casualty.Incident) string { return value }}
	}
	if who := o.attribution(); who != "" {
		columns = append(columns, same("places_attribution", "#meta+attribution", who))
	}
	return append(columns,
		same("method", "#meta+method", o.table.Method.String()),
		same("lexicon", "#meta+lexicon", o.table.Method.Lexicon.String()),
		same("incidents_in_file", "#meta+incidents+count", strconv.Itoa(len(o.shown.Incidents))),
		same("unconfirmed_claims_left_out", "#meta+claims+unconfirmed+count", strconv.Itoa(o.table.Unconfirmed)),
		same("figures_on_a_decision", "#meta+figures+decided+count", strconv.Itoa(o.table.Decided)),
		same("figures_on_an_unsigned_decision", "#meta+figures+unsigned+count", strconv.Itoa(o.table.Unsigned)),
		same("figures_waiting_for_a_signature", "#meta+figures+waiting+count", strconv.Itoa(o.table.Waiting)),
	)
}

// hxlHarm is the hashtag of a harm. The standard has no word for some of ours.
func hxlHarm(h casualty.Harm) string { return fmt.Sprintf("#affected+%s", h) }

// oneLine has no blank at its ends and no two in a row, as the standard asks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
