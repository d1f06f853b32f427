package aggregate

import "tollbook/casualty"

// adultFrom is the age, in completed years, from which a person is no child
// (Convention on the Rights of the Child, article 1).
const adultFrom = 18

// Identified counts the victims of an incident that a question asks for. A person
// is counted once, in the last station: who was injured and then died is among
// the killed and no longer among the injured. A person of no stated status is a
// civilian; one of no stated age or sex is in no group.
func Identified(victims []casualty.Victim, incident casualty.IncidentID, q Question) int {
	n := 0
	for _, v := range victims {
		if v.Erased == "" && len(v.Moves) > 0 && q.Severity == "" {
			last := v.Moves[len(v.Moves)-1]
			n += count(last.Incident == incident && last.Harm == q.Harm && ofPopulation(v, q.Population) && ofGroup(v, q.Group))
		}
	}
	return n
}

func ofPopulation(v casualty.Victim, asked casualty.Population) bool {
	switch asked {
	case "":
		return true
	case casualty.Civilians:
		return v.Population == "" || v.Population == casualty.Civilians
	}
	return v.Population == asked
}

// groups tell who belongs to a group by sex and age; groups by role are not told
// from a person's record.
var groups = map[casualty.Group]func(sex string, child bool) bool{
	casualty.Women:    func(sex string, child bool) bool { return sex == "f" && !child },
	casualty.Men:      func(sex string, child bool) bool { return sex == "m" && !child },
	casualty.Girls:    func(sex string, child bool) bool { return sex == "f" && child },
	casualty.Boys:     func(sex string, child bool) bool { return sex == "m" && child },
	casualty.Children: func(_ string, child bool) bool { return child },
}

func ofGroup(v casualty.Victim, asked casualty.Group) bool {
	if asked == "" {
		return true
	}
	belongs, known := groups[asked]
	return known && v.Age != nil && belongs(v.Sex, *v.Age < adultFrom)
}
