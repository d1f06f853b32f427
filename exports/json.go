package exports

import (
	"bufio"
	"encoding/json"
	"io"

	"tollbook/casualty"
)

// JSON writes every table as one object: what the figures are by, what was left
// out, and under "tables" each table as an array of objects, one a row. What is
// not known is null, never 0.
func JSON(w io.Writer, record casualty.Record, o Options) error {
	out, err := newOutlet(record, o, false)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	b.WriteString("{\n") // the writer keeps its first error for Flush
	for _, head := range []struct {
		name  string
		value any
	}{
		{"title", out.options.Title}, {"publisher", out.options.Publisher}, {"licence", out.options.Licence}, {"profile", out.options.Profile},
		{"method", out.table.Method.String()}, {"lexicon", out.table.Method.Lexicon.String()}, {"as_of", string(out.options.Settings.AsOf)},
		{"generated_at", string(out.shown.AsOf)}, {"journal_head", out.shown.Head}, {"program", out.options.Program},
		{"unconfirmed_claims", out.table.Unconfirmed}, {"unlinked_claims", out.table.Unlinked},
		{"on_a_decision", out.table.Decided}, {"on_an_unsigned_decision", out.table.Unsigned}, {"waiting_for_a_signature", out.table.Waiting}, {"rows", out.counts()}, {"attribution", out.attribution()},
	} {
		if head.name == "attribution" && head.value == "" {
			continue
		}
		if err := member(b, head.name, head.value, ","); err != nil {
			return err
		}
	}
	b.WriteString("\"tables\": {\n")
	for i, t := range out.tables {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("\"" + fileName(t.name) + "\": ")
		if err := t.json(b); err != nil {
			return err
		}
	}
	b.WriteString("\n}\n}\n")
	return b.Flush()
}

// counts are the rows of each table.
func (o outlet) counts() map[string]int {
	counts := map[string]int{}
	for _, t := range o.tables {
		counts[fileName(t.name)] = t.rows
	}
	return counts
}

// json writes the rows as objects whose members stand in the order of the columns.
func (t *table) json(b *bufio.Writer) error {
	b.WriteString("[")
	for i := range t.rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n{")
		for j, c := range t.columns {
			after := ","
			if j == len(t.columns)-1 {
				after = ""
			}
			if err := member(b, c.field(), c.jsonValue(i), after); err != nil {
				return err
			}
		}
		b.WriteString("}")
	}
	b.WriteString("]")
	return nil
}

// jsonValue is a cell in JSON: a flag is a boolean there.
func (c column) jsonValue(row int) any {
	value := plain(c.value(row))
	if c.kind == "yes or no" && value != nil {
		return value == "yes"
	}
	return value
}

func member(b *bufio.Writer, name string, value any, after string) error {
	key, err := json.Marshal(name)
	if err != nil {
		return err
	}
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	b.Write(key)
	b.WriteString(": ")
	b.Write(text)
	b.WriteString(after)
	if after != "" {
		b.WriteString("\n")
	}
	return nil
}
