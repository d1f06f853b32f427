package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tollbook/casualty"
)

// openJSON reads records: an array of objects, or an object one of whose fields
// is one, or one object a line. A value within an object is a column named by its
// path, "verified.killed"; a list of plain values is one cell, joined by "; ".
func (f *File) openJSON() error {
	f.Format, f.Charset = JSON, "utf-8"
	text := bytes.TrimPrefix(f.content, []byte("\xef\xbb\xbf"))
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	first, err := dec.Token()
	if err != nil {
		return damagedJSON(dec, err)
	}
	b := &jsonTables{file: f, dec: dec, text: text}
	if first == json.Delim('[') {
		return b.array("records")
	}
	err = b.object()
	if err == nil && len(f.Tables) == 0 || errors.Is(err, errLines) {
		return b.lines()
	}
	return err
}

func damagedJSON(dec *json.Decoder, err error) error {
	return &casualty.Problem{Where: fmt.Sprintf("byte %d", dec.InputOffset()), Found: err.Error(), Want: "JSON records: [{...}, {...}]"}
}

type jsonTables struct {
	file *File
	dec  *json.Decoder
	text []byte
}

var errLines = errors.New("one object a line")

// object looks for arrays of objects among the fields.
func (b *jsonTables) object() error {
	for b.dec.More() {
		key, err := b.dec.Token()
		if err != nil {
			return damagedJSON(b.dec, err)
		}
		name, _ := key.(string)
		var raw json.RawMessage
		if err := b.dec.Decode(&raw); err != nil {
			return damagedJSON(b.dec, err)
		}
		if trimmed := bytes.TrimSpace(raw); len(trimmed) > 1 && trimmed[0] == '[' && firstByte(trimmed[1:]) == '{' {
			inner := &jsonTables{file: b.file, dec: json.NewDecoder(bytes.NewReader(trimmed))}
			inner.dec.UseNumber()
			if _, err := inner.dec.Token(); err != nil {
				return damagedJSON(inner.dec, err)
			}
			if err := inner.array(name); err != nil {
				return err
			}
		}
	}
	if _, err := b.dec.Token(); err != nil {
		return damagedJSON(b.dec, err)
	}
	if b.dec.More() {
		return errLines
	}
	return nil
}

// lines reads one object a line.
func (b *jsonTables) lines() error {
	b.file.Tables = nil
	b.dec = json.NewDecoder(bytes.NewReader(b.text))
	b.dec.UseNumber()
	return b.array("records")
}

// array keeps records as rows: columns in the order in which they first appear.
func (b *jsonTables) array(name string) error {
	t := &Table{Name: name, form: JSON, Hidden: map[int]bool{}}
	columns := map[string]int{}
	var rows []Row
	for b.dec.More() {
		var raw json.RawMessage
		if err := b.dec.Decode(&raw); err != nil {
			return damagedJSON(b.dec, err)
		}
		r := Row{Number: len(rows) + 1}
		err := flatten(raw, "", 0, func(path string, cell Cell) error {
			at, known := columns[path]
			if !known {
				at = len(t.Names)
				if at == MaxColumns {
					return &casualty.Problem{Where: fmt.Sprintf("record %d", r.Number), Found: "more than 16,384 different fields", Want: "records with the same fields"}
				}
				columns[path] = at
				t.Names = append(t.Names, path)
			}
			for len(r.Cells) <= at {
				r.Cells = append(r.Cells, Cell{})
			}
			r.Cells[at] = cell
			return nil
		})
		if err != nil {
			return casualty.At(fmt.Sprintf("%s[%d]", name, len(rows)), err)
		}
		if rows = append(rows, r); len(rows)*max(1, len(t.Names)) > maxRecords*4 {
			return errTooLarge
		}
	}
	t.Count, t.Last, t.Columns = len(rows), len(rows), len(t.Names)
	t.rows = func(yield func(Row, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
	if len(rows) > 0 && len(t.Names) > 0 {
		b.file.Tables = append(b.file.Tables, t)
	}
	return nil
}

// flatten gives each plain value of an object with its path, in the order in
// which they stand there.
func flatten(raw []byte, path string, depth int, cell func(string, Cell) error) error {
	if depth > 20 {
		return &casualty.Problem{Found: "objects within objects, more than 20 deep", Want: "flat records"}
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	if first, err := dec.Token(); err != nil || first != json.Delim('{') {
		return &casualty.Problem{Found: casualty.Shorten(string(raw), 40), Want: "an object such as {\"date\": \"2024-07-08\"}"}
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return damagedJSON(dec, err)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return damagedJSON(dec, err)
		}
		name := path + key.(string)
		if value[0] == '{' {
			err = flatten(value, name+".", depth+1, cell)
		} else {
			err = cell(name, plainValue(value))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// plainValue is one value as a cell. null and "" are blank.
func plainValue(raw []byte) Cell {
	switch raw[0] {
	case 'n':
		return Cell{}
	case 't', 'f':
		return Cell{Text: string(raw), Kind: Truth}
	case '"':
		var text string
		_ = json.Unmarshal(raw, &text)
		if strings.TrimSpace(text) == "" {
			return Cell{}
		}
		return Cell{Text: text, Kind: Text}
	case '[':
		return list(raw)
	}
	if text, _, ok := plainNumber(string(raw)); ok {
		return Cell{Text: text, Kind: Number}
	}
	return Cell{Text: string(raw), Kind: Text}
}

func list(raw []byte) Cell {
	var values []json.RawMessage
	_ = json.Unmarshal(raw, &values)
	var texts []string
	for _, v := range values {
		if c := plainValue(v); v[0] != '{' && c.Kind != Blank {
			texts = append(texts, c.Text)
		} else if v[0] == '{' {
			texts = append(texts, string(v))
		}
	}
	if len(texts) == 0 {
		return Cell{}
	}
	return Cell{Text: strings.Join(texts, "; "), Kind: Text}
}
