package phrase

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestTry(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("TRY"))
	if err != nil {
		t.Skip()
	}
	ok, all := 0, 0
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 2 {
			continue
		}
		all++
		got := said(Read(f[1], Options{Language: f[0]}))
		want := ""
		if len(f) > 2 {
			want = f[2]
		}
		if got == want {
			ok++
			continue
		}
		fmt.Printf("%s %s\n   got  %s\n   want %s\n", f[0], f[1], got, want)
	}
	fmt.Println(ok, "of", all)
}
