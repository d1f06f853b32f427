package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// The table of the benchmark: 24 columns as a sheet of claims has them.
const speedColumns = 24

// speedRow fills values with row i: eight short texts, two long ones that are
// unique, ten whole numbers, two dates, two decimals.
func speedRow(i int, values []any) {
	word := func(k, of int) string { return "word" + strconv.Itoa((i*2654435761+k*40503)%of) }
	for k := range 8 {
		values[k] = word(k, 5+k*140)
	}
	for k := 8; k < 10; k++ {
		values[k] = strconv.Itoa(i) + " people were reported killed by " + strings.Repeat(word(k, 997)+" & ", 12)
	}
	for k := 10; k < 20; k++ {
		values[k] = (i*7919 + k*31) % 500
	}
	values[20], values[21] = 45_000+i%3_000, 45_000+i%2_900
	values[22], values[23] = float64(i%18_000)/100, float64(i%9_000)/100
}

func writeOurs(w io.Writer, n int) error {
	book, err := New(Properties{Title: "Speed", Created: "1980-01-01T00:00:00Z"}, "Claims")
	if err != nil {
		return err
	}
	defer book.Close()
	table := &Table{Name: "Claims", Rows: n}
	for k := range speedColumns {
		table.Columns = append(table.Columns, Column{Heading: fmt.Sprintf("Column %d", k), Width: 12, Look: []Look{Code, Number}[min(k/10, 1)]})
	}
	s, err := book.Open(Layout{Name: "Claims", Title: "Claims", Table: table})
	if err != nil {
		return err
	}
	values := make([]any, speedColumns)
	for i := range n {
		speedRow(i, values)
		if err := s.Row(values...); err != nil {
			return err
		}
	}
	if err := s.Close(); err != nil {
		return err
	}
	return book.Write(w)
}

// writePeer writes the same rows with the library's own writer, as it is.
func writePeer(w io.Writer, n int) error {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 3})
	if err != nil {
		return err
	}
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	row, values := make([]any, speedColumns), make([]any, speedColumns)
	for i := range n {
		speedRow(i, values)
		for k, v := range values {
			row[k] = excelize.Cell{StyleID: style, Value: v}
		}
		if err := sw.SetRow("A"+strconv.Itoa(i+1), row); err != nil {
			return err
		}
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

var cellText = regexp.MustCompile(`<c r="[A-Z]+\d+"[^>]*>(?:<is><t[^>]*>([^<]*)</t></is>|<v>([^<]*)</v>)</c>`)

// valuesOf are the values of the rows of numbers and texts of the first sheet.
func valuesOf(t testing.TB, file []byte, skip int) (values []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part) // the reader compares the checksum
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range strings.Split(string(text), "<row ")[1+skip:] {
		for _, m := range cellText.FindAllStringSubmatch(row, -1) {
			values = append(values, m[1]+m[2])
		}
	}
	return values
}

func TestRowsOfManyChunksAreTheLibrarysRows(t *testing.T) {
	if testing.Short() {
		t.Skip("The short run leaves large records out.")
	}
	const n = 20_000 // some 20 chunks
	var ours, peers bytes.Buffer
	if err := writeOurs(&ours, n); err != nil {
		t.Fatal(err)
	}
	if err := writePeer(&peers, n); err != nil {
		t.Fatal(err)
	}
	got, want := valuesOf(t, ours.Bytes(), 2), valuesOf(t, peers.Bytes(), 0)
	if len(want) != n*speedColumns || !slices.Equal(got, want) {
		t.Errorf("%d values, the library writes %d, or others", len(got), len(want))
	}
	t.Run("on any number of processors, in the same bytes", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		var again bytes.Buffer
		if err := writeOurs(&again, n); err != nil || !bytes.Equal(again.Bytes(), ours.Bytes()) {
			t.Errorf("other bytes: %v", err)
		}
	})
}

// BenchmarkClaimsSheetAgainstTheLibrary writes 100,000 rows of 24 columns in turn
// with the library's own writer and gives the median of the ratios of five pairs.
// Both are read back and compared at 20,000 rows by the test above.
func BenchmarkClaimsSheetAgainstTheLibrary(b *testing.B) {
	const n = 100_000
	for b.Loop() {
		var wall []float64
		for range 5 {
			ours := took(b, func(w io.Writer) error { return writeOurs(w, n) })
			wall = append(wall, ours.Seconds()/took(b, func(w io.Writer) error { return writePeer(w, n) }).Seconds())
		}
		slices.Sort(wall)
		b.ReportMetric(wall[2], "wall/library")
	}
}

// BenchmarkPeakMemory gives the largest heap while 100,000 and 1,000,000 rows are
// written to a file.
func BenchmarkPeakMemory(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				var peak uint64
				took(b, func(w io.Writer) error {
					done, most := make(chan struct{}), make(chan uint64)
					go watchHeap(done, most)
					err := writeOurs(w, n)
					close(done)
					peak = <-most
					return err
				})
				b.ReportMetric(float64(peak)/(1<<20), "MiB")
			}
		})
	}
}

func watchHeap(done chan struct{}, most chan uint64) {
	var peak uint64
	var m runtime.MemStats
	for {
		select {
		case <-done:
			most <- peak
			return
		case <-time.After(20 * time.Millisecond):
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse+m.StackInuse)
		}
	}
}

func took(b *testing.B, write func(io.Writer) error) time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "speed.xlsx"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	runtime.GC()
	start := time.Now()
	if err := write(f); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
