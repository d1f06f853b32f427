package exports

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"tollbook/internal/sample"
)

// forms are the digests of the sheets and columns of each form of the workbook that
// was ever called by its number. A new form gets a new line; no line is changed.
var forms = map[string]string{
	"2": "1b6963722cf31d5cf804412a019846f849ca14633b0dbf943988a6ffd740b934",
	"3": "1f3330aa76114e38666c11ab78272c491a8150255be9ea3b422aeda94e6595bc",
	"4": "48488552d2e93a0e85855d43004dd2d1f7d567e8fccc64dbafeb27208e978766",
}

func TestTheFormOfTheWorkbookHasANumberOfItsOwn(t *testing.T) {
	earlier := sample.Four()
	o, err := Options{Methods: methods(t, "envelope", "gtd"), Since: &earlier}.defaults()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.New()
	for _, table := range gather(sample.Disputed(), o).tablesWanted()[1:] {
		fmt.Fprintln(sum, table.name)
		for _, c := range table.columns {
			fmt.Fprintln(sum, "", c.heading)
		}
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != forms[formVersion] {
		t.Errorf("the sheets and columns have the digest %s, those of form %s have %s: give the form another number", got, formVersion, forms[formVersion])
	}
}
