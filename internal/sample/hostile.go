package sample

import (
	"fmt"
	"strings"

	"tollbook/casualty"
)

// Hostile is a record full of what breaks spreadsheets: text that looks like a
// formula, control characters, bytes that are no UTF-8, ids that look like
// numbers and dates, and a quote longer than a cell.
func Hostile() casualty.Record {
	m := New()
	s := m.Source(`=HYPERLINK("https://example.org","click")`)
	m.Sources[0].Address = "+1+1"
	m.Documents[0].Name, m.Documents[0].Address = "-2+3|' /C calc'!A0", "@SUM(1+1)\x00"
	m.Incident("=1+1", "2031-07-02")
	m.Incidents[0].Place = casualty.Place{Name: "\tcmd|x", Country: "XVA", Admin1: `Va"reno`, Code: "0071"}
	m.Incidents[0].Notes = "line one\r\nline two\x07 \xff\xfe end _x0041_ </t> & \u200f"
	m.Claim(s, casualty.Killed, Exactly(5), func(c *casualty.Claim) { c.Quote.Text = strings.Repeat("𝔸bc ", 12_000) })
	m.Claim(s, casualty.Killed, Word(`"dozens"=1`), func(c *casualty.Claim) { c.Quote.Text = strings.Repeat("feed\n", 400) })
	m.Claim(s, casualty.Injured, Exactly(7), func(c *casualty.Claim) { c.Quote.Text = "=cmd|'/C calc'!A0"; c.Claimant = "-1" })
	m.Incident("1-2", "1899-12-31")
	m.Claim(s, casualty.Killed, Exactly(0), func(c *casualty.Claim) { c.ID = "c\"4\"" })
	return m.Record
}

// Arabic is a record whose texts are written from right to left.
func Arabic() casualty.Record {
	m := New()
	s := m.Source("صحيفة فارينو")
	m.Incident("السوق المركزي", "2031-07-02")
	m.Incidents[0].Place.Name = "أوسترل"
	m.Claim(s, casualty.Killed, Exactly(5), func(c *casualty.Claim) {
		c.Quote.Text = "قتل خمسة أشخاص في أوسترل"
		c.Count.Language = "ar"
	})
	m.Claim(s, casualty.Injured, AtLeast(12), func(c *casualty.Claim) { c.Quote.Text = "أصيب ما لا يقل عن 12 شخصا" })
	return m.Record
}

// Many is a record of n incidents, each with three claims of two sources.
func Many(n int) casualty.Record {
	m := New()
	courier, agency := m.Source("Vareno Courier"), m.Source("Lowland News Agency")
	for i := range n {
		m.Incident(fmt.Sprintf("Incident %d", i+1), casualty.Day(fmt.Sprintf("20%02d-%02d-%02d", 10+i%20, i%12+1, i%28+1)))
		m.Claim(courier, casualty.Killed, Exactly(i%7))
		m.Claim(agency, casualty.Killed, AtLeast(i%11+1))
		m.Claim(agency, casualty.Injured, Between(i%5, i%5+3))
	}
	return m.Record
}
