package exports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/internal/sample"
)

// digest is the SHA-256 of the workbook of a record.
func digest(r casualty.Record) (string, error) {
	var b bytes.Buffer
	err := Workbook(&b, r, Options{Methods: aggregate.Methods})
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:]), err
}

// TestMain prints a digest and ends, where the test runs itself in a process of
// another time zone, core count and folder.
func TestMain(m *testing.M) {
	if os.Getenv("TOLLBOOK_EXPORTS_DIGEST") == "" {
		os.Exit(m.Run())
	}
	sum, err := digest(sample.Disputed())
	fmt.Print(sum, err)
	os.Exit(0)
}

func TestTheSameRecordGivesTheSameBytesAnywhere(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	first, err := digest(sample.Disputed())
	if err != nil {
		t.Fatal(err)
	}
	for i, env := range [][]string{
		{"TZ=UTC", "GOMAXPROCS=1"}, {"TZ=Asia/Kathmandu", "GOMAXPROCS=2"}, {"TZ=America/St_Johns", "GOMAXPROCS=8", "LANG=ar_EG.UTF-8"}, {"TZ=Pacific/Kiritimati", "HOME=/", "USER=somebody"},
	} {
		cmd := exec.Command(self)
		cmd.Dir = t.TempDir()
		cmd.Env = append(append(os.Environ(), "TOLLBOOK_EXPORTS_DIGEST=1"), env...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if string(out) != first+"<nil>" {
			t.Errorf("run %d (%v) gives %s, the first %s", i, env, out, first)
		}
	}
	t.Run("another record gives other bytes", func(t *testing.T) {
		other := sample.Disputed()
		other.Claims[1].Count.N++
		if sum, err := digest(other); err != nil || sum == first {
			t.Errorf("a changed number went unseen: %v", err)
		}
	})
}
