package exports

import (
	"strings"
	"testing"

	"tollbook/internal/sample"
)

func TestATableThatIsNotWhatWasReleasedIsNamed(t *testing.T) {
	o := Options{Methods: methods(t, "envelope", "gtd")}
	frozen, err := Freeze(sample.Disputed(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := Thawed(sample.Disputed(), o, frozen); err != nil {
		t.Errorf("the same record: %v", err)
	}
	changed := sample.Disputed()
	changed.Sources[1].Name = "Lowland News"
	if err := Thawed(changed, o, frozen); err == nil || !strings.Contains(err.Error(), "table claims") {
		t.Errorf("another name of a source gives %v", err)
	}
	frozen[0].Columns = append(frozen[0].Columns, "gone")
	if err := Thawed(sample.Disputed(), o, frozen); err == nil || !strings.Contains(err.Error(), "the column gone") {
		t.Errorf("a column that is gone gives %v", err)
	}
}
