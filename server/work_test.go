package server

import (
	"fmt"
	"reflect"
	"testing"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// The queues that are carried over an act are those of the whole record, when a record
// enters one and when it leaves it.
func TestWhatWaitsComesAndGoesWithItsRecord(t *testing.T) {
	for _, tt := range []struct {
		name    string
		change  func(r *casualty.Record)
		changed string
		queue   string // which is another one after it
	}{
		{"a claim is linked", func(r *casualty.Record) { r.Claims[2].Incident = "i1" }, "c3", "unlinked"},
		{"an unlinked claim goes", func(r *casualty.Record) { r.Claims = r.Claims[:2] }, "c3", "unlinked"},
		{"a claim that waits goes from its document", func(r *casualty.Record) { r.Claims = r.Claims[:2] }, "c3", "reports"},
		{"a claim moves to another document", func(r *casualty.Record) { r.Claims[0].Document = "d2" }, "c1", "reports"},
		{"a source has another name", func(r *casualty.Record) { r.Sources[0].Name = "Herald" }, "s1", "reports"},
		{"a document has another day", func(r *casualty.Record) { r.Documents[0].Published = "2025-07-09" }, "d1", "reports"},
		{"a claim covers two incidents", func(r *casualty.Record) { r.Claims[0].Over = []casualty.IncidentID{"i1", "i2"} }, "c1", "over"},
		{"a claim names another", func(r *casualty.Record) { r.Claims[0].Repeats = "c2" }, "c1", "naming"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after := waiting(), waiting()
			tt.change(&after)
			for range 2 { // there, and back again
				was := newShowing(store.Hold(before))
				queues(was) // what nobody asked for is not carried over
				got, want := queues(was.renewed(store.Hold(after), []string{tt.changed})), queues(newShowing(store.Hold(after)))
				if !reflect.DeepEqual(got, want) {
					t.Errorf("carried over\n%v, the whole record gives\n%v", got, want)
				}
				if want[tt.queue] == queues(was)[tt.queue] {
					t.Errorf("%s stays %v", tt.queue, want[tt.queue])
				}
				before, after = after, before
			}
		})
	}
}

// waiting is a record with two documents, in which a claim waits for its incident.
func waiting() casualty.Record {
	r := doubtless()
	r.Documents = append(r.Documents, casualty.Document{ID: "d2", Source: "s1", Published: "2025-07-04"})
	return r
}

func queues(s *showing) map[string]string {
	var reports []reportRow
	for _, row := range s.reports.get() {
		reports = append(reports, *row)
	}
	return map[string]string{"unlinked": fmt.Sprint(s.unlinked.get()), "over": fmt.Sprint(s.over.get()), "naming": fmt.Sprint(s.naming.get()), "reports": fmt.Sprintf("%+v", reports)}
}

func TestANumberThatIsReplacedNoMoreLeavesTheQueue(t *testing.T) {
	before, after := replaced(7), replaced(5)
	for range 2 { // there, and back again
		was, is := newShowing(store.Hold(before)), newShowing(store.Hold(after))
		table := newTable(was, aggregate.Methods[0], aggregate.Settings{})
		old := latest(table.once.get().replaced.get())
		next := table.next(is, map[casualty.IncidentID]bool{"i1": true})
		if next.base == nil {
			t.Fatal("the table is made anew, not carried over")
		}
		got := latest(next.once.get().replaced.get())
		want := latest(newTable(is, aggregate.Methods[0], aggregate.Settings{}).once.get().replaced.get())
		if !reflect.DeepEqual(got, want) || len(got)+len(old) != 1 {
			t.Errorf("carried over %+v, the whole record gives %+v, before it were %+v", got, want, old)
		}
		before, after = after, before
	}
}

// replaced is a record of some incidents, in one of which an origin said n after it had
// said 5.
func replaced(n int) casualty.Record {
	r := doubtless()
	for i := range 4 {
		r.Incidents = append(r.Incidents, casualty.Incident{ID: casualty.IncidentID(fmt.Sprint("i", 3+i))})
	}
	later := r.Claims[0]
	later.ID, later.Said, later.Count.N = "c4", "2025-07-03", n
	r.Claims = append(r.Claims, later)
	return r
}
