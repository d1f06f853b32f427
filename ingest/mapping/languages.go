package mapping

import "maps"

// What people head columns with in the other languages that texts are read in. A
// word that can mean two things (niños: boys, or children) is not here: a person
// says which.
var foreignHeadings = map[string][]string{
	idField:    {"identifiant", "code incident", "código", "идентификатор", "ідентифікатор", "المعرف"},
	dateField:  {"date de l'incident", "date de l'événement", "date de l'évènement", "fecha", "fecha del incidente", "fecha del hecho", "дата", "дата события", "дата происшествия", "дата події", "التاريخ", "تاريخ", "تاريخ الحادث"},
	saidField:  {"date du rapport", "fecha del informe", "дата сообщения", "дата публикации", "дата повідомлення", "تاريخ التقرير"},
	place:      {"lieu", "localité", "ville", "lugar", "localidad", "ciudad", "место", "населенный пункт", "населённый пункт", "город", "місце", "населений пункт", "місто", "المكان", "الموقع", "البلدة", "القرية", "المدينة"},
	admin1:     {"région", "gouvernorat", "provincia", "departamento", "область", "регион", "المحافظة"},
	admin2:     {"département", "territoire", "cercle", "municipio", "distrito", "район", "القضاء"},
	country:    {"pays", "país", "страна", "країна", "الدولة", "البلد"},
	latField:   {"latitud", "широта", "خط العرض"},
	lonField:   {"longitud", "долгота", "довгота", "خط الطول"},
	cause:      {"type d'arme", "arme", "causa", "arma", "тип оружия", "оружие", "причина", "зброя", "السبب", "نوع السلاح"},
	perp:       {"auteur", "auteurs", "auteur présumé", "autor", "presunto autor", "responsable", "виновник", "винуватець", "الفاعل", "الجهة المسؤولة"},
	notes:      {"remarques", "observations", "commentaires", "observaciones", "comentarios", "примечание", "примечания", "комментарий", "примітка", "примітки", "коментар", "ملاحظات"},
	source:     {"fuente", "fuentes", "источник", "источники", "джерело", "джерела", "المصدر", "المصادر"},
	claimant:   {"selon", "según", "по данным", "за даними", "بحسب"},
	harmField:  {"type de dommage", "вид вреда"},
	groupField: {"groupe", "grupo", "группа", "група"},
}

var foreignFigureWords = map[string]string{
	"tués": "killed", "tues": "killed", "morts": "killed", "décès": "killed", "deces": "killed", "blessés": "injured", "blesses": "injured", "disparus": "missing",
	"détenus": "detained", "arrêtés": "detained", "enlevés": "abducted", "déplacés": "displaced", "civils": "civilians", "combattants": "combatants",
	"femmes": "women", "hommes": "men", "filles": "girls", "garçons": "boys", "enfants": "children",
	"muertos": "killed", "fallecidos": "killed", "asesinados": "killed", "heridos": "injured", "lesionados": "injured", "desaparecidos": "missing", "detenidos": "detained",
	"secuestrados": "abducted", "desplazados": "displaced", "civiles": "civilians", "combatientes": "combatants", "mujeres": "women", "hombres": "men", "niñas": "girls",
	"погибло": "killed", "погибшие": "killed", "погибших": "killed", "убито": "killed", "убитые": "killed", "убитых": "killed", "ранено": "injured", "раненые": "injured", "раненых": "injured",
	"пропавшие": "missing", "пропавших": "missing", "задержано": "detained", "задержанные": "detained", "похищено": "abducted", "похищенные": "abducted", "гражданские": "civilians", "гражданских": "civilians",
	"женщины": "women", "женщин": "women", "мужчины": "men", "мужчин": "men", "девочки": "girls", "девочек": "girls", "мальчики": "boys", "мальчиков": "boys", "дети": "children", "детей": "children",
	"загинуло": "killed", "загиблі": "killed", "загиблих": "killed", "вбито": "killed", "вбиті": "killed", "поранено": "injured", "поранені": "injured", "поранених": "injured",
	"зниклі": "missing", "зниклих": "missing", "затримано": "detained", "затримані": "detained", "викрадено": "abducted", "викрадені": "abducted", "цивільні": "civilians", "цивільних": "civilians",
	"жінки": "women", "жінок": "women", "чоловіки": "men", "чоловіків": "men", "дівчата": "girls", "дівчат": "girls", "хлопці": "boys", "хлопців": "boys", "діти": "children", "дітей": "children",
	"القتلى": "killed", "قتلى": "killed", "الشهداء": "killed", "شهداء": "killed", "الجرحى": "injured", "جرحى": "injured", "المصابين": "injured", "المصابون": "injured",
	"المفقودين": "missing", "المفقودون": "missing", "مفقودين": "missing", "المعتقلين": "detained", "المعتقلون": "detained", "المخطوفين": "abducted", "المخطوفون": "abducted", "النازحين": "displaced", "النازحون": "displaced",
	"المدنيين": "civilians", "المدنيون": "civilians", "مدنيين": "civilians", "النساء": "women", "نساء": "women", "الرجال": "men", "رجال": "men", "الأطفال": "children", "أطفال": "children",
	"mín": "low", "minimo": "low", "mínimo": "low", "máx": "high", "maximo": "high", "máximo": "high", "минимум": "low", "максимум": "high", "мінімум": "low",
}

// "без вести" belongs to those who are missing, and says no more.
var foreignPlainWords = []string{"nombre", "de", "des", "personnes", "número", "numero", "personas", "количество", "число", "всего", "людей", "человек", "без", "вести", "вісти", "безвісти", "кількість", "усього", "осіб", "عدد", "مجموع", "إجمالي"}

func init() {
	for field, names := range foreignHeadings {
		headings[field] = append(headings[field], names...)
	}
	maps.Copy(figureWords, foreignFigureWords)
	plainWords = append(plainWords, foreignPlainWords...)
}
