package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// Columns loads the columns of this view. Those of the present lie in the book;
// those of the past are made from the versions.
func (v *View) Columns() (Columns, error) {
	c := Columns{Head: v.head}
	rows, err := v.rows()
	if err != nil {
		return c, err
	}
	for _, row := range rows {
		if err := c.add(row.key, row.row); err != nil {
			return c, err
		}
	}
	return c, nil
}

type columnRow struct{ key, row []byte }

func (v *View) rows() (rows []columnRow, err error) {
	if !v.current {
		return rowsOf(v.state())
	}
	if setting(v.tx, "columns") != columnsMark(v.head) {
		return nil, fmt.Errorf("%w: the columns belong to another head; close the book and open it again", errDamaged)
	}
	for k, row := range v.tx.Scan(columnsBucket, nil, nil) {
		rows = append(rows, columnRow{k, row})
	}
	return rows, nil
}

// rowsOf makes the rows of a state from its claims, in order.
func rowsOf(s state) (rows []columnRow, err error) {
	for r, text := range s.all(Claims.letter) {
		d, err := Claims.derive(r, text)
		if err != nil {
			return nil, err
		}
		if d.rowKey != nil {
			rows = append(rows, columnRow{d.rowKey, d.row})
		}
	}
	slices.SortFunc(rows, func(a, b columnRow) int { return bytes.Compare(a.key, b.key) })
	return rows, nil
}

func (c *Columns) add(key, row []byte) error {
	if len(key) != 16 || len(row) != rowSize {
		return fmt.Errorf("%w: a row of the columns has %d and %d bytes", errDamaged, len(key), len(row))
	}
	c.Incident = append(c.Incident, binary.BigEndian.Uint64(key))
	c.Claim = append(c.Claim, binary.BigEndian.Uint64(key[8:]))
	c.Source = append(c.Source, binary.BigEndian.Uint64(row))
	c.Origin = append(c.Origin, binary.BigEndian.Uint64(row[8:]))
	c.N = append(c.N, binary.BigEndian.Uint32(row[16:]))
	c.N2 = append(c.N2, binary.BigEndian.Uint32(row[20:]))
	c.Identified = append(c.Identified, binary.BigEndian.Uint32(row[24:]))
	c.Flags = append(c.Flags, ColumnFlags(binary.BigEndian.Uint16(row[28:])))
	for i, codes := range []*[]uint8{&c.Harm, &c.Qualifier, &c.Status, &c.Scope, &c.Population, &c.Group, &c.Severity, &c.Unit, &c.State} {
		*codes = append(*codes, row[30+i])
	}
	return nil
}

// rebuildColumns makes the columns anew from the records.
func rebuildColumns(tx writer) error {
	for k := range tx.Scan(columnsBucket, nil, nil) {
		if err := tx.Delete(columnsBucket, k); err != nil {
			return err
		}
	}
	head, err := headOf(tx)
	if err != nil {
		return err
	}
	rows, err := rowsOf(state{tx: tx, current: true})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := tx.Put(columnsBucket, row.key, row.row); err != nil {
			return err
		}
	}
	return tx.Put(bookBucket, []byte("columns"), []byte(columnsMark(head)))
}
