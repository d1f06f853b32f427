package store

import (
	"bytes"
	"encoding/json"
	"fmt"

	"tollbook/casualty"
)

// canonical is the one JSON form of a value: the fields in the order of their
// struct, no space, no line end, no escape that JSON does not need.
func canonical(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return nil, err
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if replaced(text) {
		return nil, &casualty.Problem{Want: "text in UTF-8: some bytes of it are none, and would not be kept as they are"}
	}
	return text, nil
}

// replaced tells whether the encoder met bytes that are not UTF-8. It writes
// them as the escape \ufffd, while a replacement character that was in the text
// stands there as itself, and a backslash of the text is doubled.
func replaced(text []byte) bool {
	for rest := text; ; {
		i := bytes.Index(rest, []byte(`\ufffd`))
		if i < 0 {
			return false
		}
		before := rest[:i]
		if (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 0 {
			return true
		}
		rest = rest[i+1:]
	}
}

// decode reads what canonical wrote.
func decode[T any](r ref, text []byte) (value T, err error) {
	if err := json.Unmarshal(text, &value); err != nil {
		return value, fmt.Errorf("%s: its text in the book cannot be read: %w", r, err)
	}
	return value, nil
}
