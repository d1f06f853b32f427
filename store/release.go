package store

import (
	"encoding/binary"
	"fmt"

	"tollbook/casualty"
)

// KeepRelease keeps a release with its files and gives it its id, and each file
// its size and digest. contents are in the order of release.Files.
func (c *Change) KeepRelease(release casualty.Release, contents [][]byte) (casualty.Release, error) {
	if len(contents) == 0 || len(contents) != len(release.Files) {
		return release, &casualty.Problem{Where: "release", Found: fmt.Sprint(len(contents), " files"), Want: "the content of each file, and at least one"}
	}
	for i, content := range contents {
		release.Files[i].Size, release.Files[i].SHA256 = len(content), hashOf(content)
	}
	release, err := Releases.Add(c, release)
	if err != nil {
		return release, err
	}
	r, err := parseRef(string(release.ID))
	if err != nil {
		return release, err
	}
	for i, content := range contents {
		if err := c.putFile(fileKey(r, i), content); err != nil {
			return release, err
		}
	}
	return release, nil
}

func (c *Change) putFile(key, content []byte) error {
	for n := 0; n*chunkSize < len(content); n++ {
		chunk := content[n*chunkSize : min(len(content), (n+1)*chunkSize)]
		if err := c.tx.Put(filesBucket, binary.BigEndian.AppendUint32(key[:len(key):len(key)], uint32(n)), chunk); err != nil {
			return err
		}
	}
	return nil
}

// fileKey begins the keys of a release's file: its place in the list.
func fileKey(r ref, file int) []byte {
	return binary.BigEndian.AppendUint32(number(nil, r.number), uint32(file))
}

// File returns a file of a release as it was kept. The error wraps
// [casualty.ErrNotFound] or [casualty.ErrErased].
func (v *View) File(id casualty.ReleaseID, name string) ([]byte, error) {
	release, err := Releases.Get(v, id)
	switch {
	case err != nil:
		return nil, err
	case release.Erased != "":
		return nil, fmt.Errorf("release %s: %w: %s", id, casualty.ErrErased, release.Erased)
	}
	for i, f := range release.Files {
		if f.Name == name {
			return fileOf(v, release, i)
		}
	}
	return nil, fmt.Errorf("release %s: file %s: %w", id, name, casualty.ErrNotFound)
}

func fileOf(from Reader, release casualty.Release, i int) ([]byte, error) {
	r, err := parseRef(string(release.ID))
	if err != nil {
		return nil, err
	}
	f := release.Files[i]
	content := make([]byte, 0, min(max(f.Size, 0), 1<<30))
	for _, chunk := range from.state().tx.Scan(filesBucket, fileKey(r, i), nil) {
		content = append(content, chunk...)
	}
	if len(content) != f.Size || hashOf(content) != f.SHA256 {
		return nil, fmt.Errorf("release %s: %s: %w: its bytes do not have the digest that was taken when it was made", release.ID, f.Name, errDamaged)
	}
	return content, nil
}

// dropFiles takes the files of a release out of the book.
func (c *Change) dropFiles(r ref) error {
	for key := range c.tx.Scan(filesBucket, number(nil, r.number), nil) {
		if err := c.tx.Delete(filesBucket, key); err != nil {
			return err
		}
	}
	return nil
}

// releases compares the files of releases with their digests. A withdrawn release
// keeps its files; an erased one has none.
func (c *checker) releases() {
	for k := range c.tx.Scan(filesBucket, nil, nil) {
		r := ref{Releases.letter, numberOf(k)}
		if numberOf(k) > c.last[Releases.letter] || c.erased[r] {
			c.find(r.String(), "has files and should have none")
		}
	}
	for release, err := range Releases.All(c) {
		if err != nil || release.Erased != "" {
			continue // said by records; erased
		}
		for i := range release.Files {
			if _, err := fileOf(c, release, i); err != nil {
				c.find(string(release.ID), "%v", err)
			}
		}
	}
}
