package store

import (
	"encoding/json"

	"tollbook/casualty"
)

// erasedRows remembers, by a digest alone, the rows of imported tables whose
// records were erased: the same table brought again must not bring them back.
const erasedRows Drawer[bool] = "erased rows"

// rowMark is what is kept of an erased row. The copy's id salts it, so that marks
// of two books cannot be compared.
func (c *Change) rowMark(from casualty.Imported) string {
	return hashOf([]byte(c.book.id + "\x00" + from.Set + "\x00" + from.Key))
}

// ErasedRow tells whether the record that a row of a table made was lawfully erased.
func (c *Change) ErasedRow(from casualty.Imported) (bool, error) {
	erased, _, err := erasedRows.Get(c, c.rowMark(from))
	return erased, err
}

// rememberRow notes the row that an erased version came from, if it came from one.
func (c *Change) rememberRow(text []byte) error {
	var made struct {
		Imported *casualty.Imported `json:"imported"`
	}
	if err := json.Unmarshal(text, &made); err != nil || made.Imported == nil {
		return err
	}
	return erasedRows.Put(c, c.rowMark(*made.Imported), true)
}
