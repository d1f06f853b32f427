package exports

import (
	"fmt"
	"strings"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
)

// Beyond these sizes a workbook carries less that is alive: Excel and LibreOffice
// recalculate every formula when a cell changes.
const (
	// liveClaims is up to how many rows of claims figures and totals are formulas.
	liveClaims = 20_000
	// sortableClaims is up to how many rows of claims each formula looks through
	// all of them, so that the table can be sorted. Beyond it a formula looks at
	// its own block of rows, and shows #N/A if the block was sorted apart.
	sortableClaims = 2_000
)

// A rule is a method that a formula can express. The empty rule is a value.
type rule string

const (
	rangeRule    rule = "range"    // smallest low, largest number, open above the closed numbers
	smallestRule rule = "smallest" // the smallest number
)

// rules names the methods that a formula can express at all; whether it does for
// one figure, ruleFor proves on its claims.
var rules = map[string]rule{"envelope": rangeRule, "ibc": rangeRule, "lowest": smallestRule}

// ruleFor is the rule that yields exactly this figure from the counted claims as
// the formula sees them. Where the formula would come to anything else (people
// added besides, a part taken off) the figure stays a value.
func ruleFor(f *figure) rule {
	name, _, _ := strings.Cut(f.Figure.Method, "/") // a decision may have made the figure
	r, known := rules[name]
	if !known || !f.Figure.Settled() || lowBasis(f.Figure) == "method_zero" || model(r, f.uses) != f.Figure.Shown() {
		return ""
	}
	return r
}

// model computes what the formula of a rule comes to.
func model(r rule, uses []use) casualty.Range {
	var all, closed, lows, caps []int
	var floor int
	for tier := 1; tier <= 3 && len(lows) == 0; tier++ {
		lows = lowsOf(uses, tier)
	}
	for i := range uses {
		u := &uses[i]
		top, coded := u.coded.Highest()
		switch {
		case !u.counted() || !coded:
			continue
		case u.coded.Open():
			floor = max(floor, top)
		default:
			closed = append(closed, top)
			if weight(u.claim) == 1 {
				caps = append(caps, top)
			}
		}
		all = append(all, top)
	}
	if len(all) == 0 {
		return casualty.Range{}
	}
	low, high := 0, largest(all)
	if len(lows) > 0 {
		low = smallest(append(lows, caps...))
	}
	if r == smallestRule {
		low = smallest(all)
		return openIf(floor > 0 && floor == low && !contains(closed, low), low, low)
	}
	return openIf(floor > largest(closed), low, high)
}

func lowsOf(uses []use, tier int) []int {
	var lows []int
	for i := range uses {
		u := &uses[i]
		if low, stated := u.coded.Low(); u.counted() && stated && weight(u.claim) == tier {
			lows = append(lows, low)
		}
	}
	return lows
}

func openIf(open bool, low, high int) casualty.Range {
	if open {
		return casualty.AtLeastUpTo(low, high)
	}
	return casualty.Between(low, high)
}

func smallest(n []int) int {
	least := n[0]
	for _, x := range n {
		least = min(least, x)
	}
	return least
}

func largest(n []int) int {
	most := 0
	for _, x := range n {
		most = max(most, x)
	}
	return most
}

func contains(n []int, x int) bool {
	for _, y := range n {
		if x == y {
			return true
		}
	}
	return false
}

// weight ranks a claim's words for the low: 1 a number, 2 a vague word, 3 harm
// stated without a number. 0: the claim sets no low, because it is in doubt.
func weight(c *casualty.Claim) int {
	switch {
	case c.Contested || c.Besides || c.Population == casualty.Contested:
		return 0
	case c.Count.Qualifier == casualty.Vague:
		return 2
	case c.Count.Qualifier == casualty.Unspecified:
		return 3
	}
	return 1
}

// formulas writes the formulas of one figure over the sheet Claims.
type formulas struct {
	own, mine, low, open, high, words string // ranges and the figure's own cell
	guard                             string // what must hold for the ranges to be the figure's; may be empty
}

// formulas is false where this workbook or this figure has values only.
func (c *content) formulas(f *figure) (formulas, bool) {
	claims, ok := c.at[claimsSheet]
	if !ok || len(c.claims) > liveClaims || len(f.uses) == 0 {
		return formulas{}, false
	}
	from, to := 0, len(c.claims)-1
	own := sheet.Literal(f.id)
	guard := ""
	if len(c.claims) > sortableClaims {
		from, to = f.first, f.first+len(f.uses)-1
		guard = fmt.Sprintf("COUNTIF(%s,%s)<>%d", claims.Range("Figure", from, to), own, len(f.uses))
	}
	at := func(heading string) string { return claims.Range(heading, from, to) }
	return formulas{
		own: own, guard: guard,
		mine: fmt.Sprintf("(%s=%s)*(%s=%s)", at("Figure"), own, at("Counted"), sheet.Literal("yes")),
		low:  at("Coded low"), high: at("Coded highest"), open: at("Coded open"), words: at("Weight of words"),
	}, true
}

// guarded shows #N/A where the rows were sorted apart.
func (f formulas) guarded(formula string) string {
	if f.guard == "" {
		return formula
	}
	return fmt.Sprintf("IF(%s,NA(),%s)", f.guard, formula)
}

// Excel and LibreOffice both compute SUMPRODUCT over arrays in every version;
// newer functions are missing in some. The smallest is found as the largest
// distance from a number above every count.
const above = "1E10"

func (f formulas) largest(column string, among ...string) string {
	return fmt.Sprintf("SUMPRODUCT(MAX(%s*%s))", strings.Join(append([]string{f.mine}, among...), "*"), column)
}

func (f formulas) smallest(column string, among ...string) string {
	return fmt.Sprintf("(%s-SUMPRODUCT(MAX(%s*(%s-%s))))", above, strings.Join(append([]string{f.mine}, among...), "*"), above, column)
}

func (f formulas) count(among ...string) string {
	return fmt.Sprintf("SUMPRODUCT(%s)", strings.Join(append([]string{f.mine}, among...), "*"))
}

func is(column, value string) string { return "(" + column + "=" + value + ")" }

func stated(column string) string { return "(" + column + "<>\"\")" }

// lowest is the low of the range rule: the smallest low that a number states,
// failing that a vague word, failing that "there were deaths"; never above the
// smallest closed number; an empty text where nobody states one.
func (f formulas) lowest() string {
	caps := f.smallest(f.high, is(f.words, "1"), is(f.open, sheet.Literal("no")))
	formula := "\"\""
	for tier := 3; tier >= 1; tier-- {
		low := f.smallest(f.low, is(f.words, fmt.Sprint(tier)), stated(f.low))
		formula = fmt.Sprintf("IF(%s<%s,MIN(%s,%s),%s)", low, above, low, caps, formula)
	}
	return formula
}

// isOpen is "yes" where the largest floor is larger than every closed number.
func (f formulas) isOpen() string {
	return fmt.Sprintf("IF(%s>%s,\"yes\",\"no\")", f.largest(f.high, is(f.open, sheet.Literal("yes"))), f.largest(f.high, is(f.open, sheet.Literal("no"))))
}

// anything is true where a counted claim has a number.
func (f formulas) anything() string { return f.count(stated(f.high)) + ">0" }

// orBlank is the formula where anything is counted, and an empty text where not.
func (f formulas) orBlank(formula string) string {
	return f.guarded(fmt.Sprintf("IF(%s,%s,\"\")", f.anything(), formula))
}
