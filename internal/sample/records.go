package sample

import "tollbook/casualty"

// Four is the record that every other tool gets wrong: four incidents with 5, at
// least 12, 3 to 7 and 10 killed. They make at least 30, with no upper bound.
func Four() casualty.Record {
	m := New()
	s := m.Source("Vareno Courier")
	for i, count := range []casualty.Count{Exactly(5), AtLeast(12), Between(3, 7), Exactly(10)} {
		m.Incident([]string{"Market", "Bridge", "School road", "Harbour"}[i], casualty.Day([]string{"2031-07-02", "2031-07", "2031-08-01/2031-08-03", "2031"}[i]))
		m.Claim(s, casualty.Killed, count)
	}
	return m.Record
}

// Disputed is a record in which sources disagree in every way that a figure
// tells apart: words, later words, repetitions, denials, silence, doubt, parts.
func Disputed() casualty.Record {
	m := New()
	courier, agency, radio := m.Source("Vareno Courier"), m.Source("Lowland News Agency"), m.Source("Radio Ostrel")
	governor, hospital := m.Origin("Governor of Vareno", "The governor"), m.Origin("Ostrel district hospital")
	by := func(o casualty.OriginID) func(*casualty.Claim) {
		return func(c *casualty.Claim) { c.Origin, c.Claimant = o, "the speaker, as written" }
	}

	m.Incident("Station square", "2031-08-19")
	m.Claim(courier, casualty.Killed, None(casualty.NotReported))
	m.Claim(courier, casualty.Injured, Exactly(35), by(governor))
	m.Claim(agency, casualty.Injured, Exactly(45), by(governor))
	m.Claim(radio, casualty.Injured, AtLeast(40), by(hospital))
	m.Claim(radio, casualty.Killed, Word("dozens"))
	m.Claim(agency, casualty.Killed, Between(3, 7), by(hospital))
	m.Claim(agency, casualty.Killed, Exactly(2), by(hospital), func(c *casualty.Claim) { c.Group, c.Subset, c.SubsetOf = casualty.Children, true, "c6" })

	m.Incident("Water works", "2031-08")
	m.Claim(courier, casualty.Killed, None(casualty.Denied))
	m.Claim(agency, casualty.Injured, UpTo(20))
	m.Claim(radio, casualty.Missing, Deaths())

	m.Incident("Road to Lenz", "")
	m.Claim(courier, casualty.Killed, None(casualty.NotReported))
	m.Claim(agency, casualty.Killed, Exactly(1250), func(c *casualty.Claim) { c.Scope = casualty.Cumulative })

	m.Incident("Depot", "2031-07-30")
	m.Claim(courier, casualty.Casualties, Exactly(30))
	m.Claim(agency, casualty.Killed, Exactly(4), func(c *casualty.Claim) { c.Population = casualty.Civilians })
	m.Claim(radio, casualty.Killed, Exactly(9), func(c *casualty.Claim) { c.Contested = true })
	m.Claim(radio, casualty.Killed, Exactly(3), func(c *casualty.Claim) { c.Besides = true })
	m.Claim(radio, casualty.Killed, Exactly(12), func(c *casualty.Claim) { c.Status = casualty.Suggested })
	m.Claim(agency, casualty.Killed, Exactly(6), func(c *casualty.Claim) { c.Incident = "" })
	return m.Record
}
