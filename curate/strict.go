package curate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"tollbook/casualty"
)

// decodeStrict reads one JSON value and nothing after it. It refuses fields that
// it does not know and keys written twice: a slip of the pen must not be a
// decision that silently did not happen, or happened to another claim. Errors
// name the line.
func decodeStrict(data []byte, into any) error {
	if err := oneKeyEach(data); err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return inLine(data, dec.InputOffset(), err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return &casualty.Problem{Where: line(data, dec.InputOffset()), Found: "text after the end of the file's JSON", Want: "one JSON value and nothing after it"}
	}
	return nil
}

// oneKeyEach refuses an object that has a key twice, and JSON that is none.
func oneKeyEach(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	var objects []map[string]bool // one for each open object, nil for each open list
	key := false                  // a key is next in the innermost object
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) && len(objects) == 0 {
			return nil
		}
		if err != nil {
			return inLine(data, dec.InputOffset(), err)
		}
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{':
				objects, key = append(objects, map[string]bool{}), true
				continue
			case '[':
				objects, key = append(objects, nil), false
				continue
			}
			objects = objects[:len(objects)-1]
		case string:
			if key {
				if keys := objects[len(objects)-1]; keys[t] {
					return &casualty.Problem{Where: line(data, dec.InputOffset()), Found: t, Want: "each key once in an object: which of the two is meant?"}
				}
				objects[len(objects)-1][t], key = true, false
				continue
			}
		}
		key = len(objects) > 0 && objects[len(objects)-1] != nil
	}
}

// inLine says a JSON error for a person, with its line.
func inLine(data []byte, offset int64, err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return &casualty.Problem{Where: line(data, syntax.Offset), Want: "JSON: " + syntax.Error()}
	case errors.As(err, &wrong):
		return &casualty.Problem{Where: line(data, wrong.Offset), Found: "a " + wrong.Value, Want: fmt.Sprintf("for %q what docs/format.md shows", wrong.Field)}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &casualty.Problem{Where: line(data, int64(len(data))), Want: "more: the file ends in the middle"}
	}
	return casualty.At(line(data, offset), err)
}

func line(data []byte, offset int64) string {
	return fmt.Sprintf("line %d", 1+bytes.Count(data[:min(int(offset), len(data))], []byte("\n")))
}
