package phrase

import (
	"bytes"

	"tollbook/casualty"
)

// spanish holds the words of Spanish. The noun stands before its adjectives and
// a subject may follow its verb.
var spanish = &language{
	code: "es", headFirst: true, verbFirst: true, tensAnd: true,
	fold:  foldLatin,
	shape: shapeSpanish,
	short: "sr sra dr dra gral cnel tte av ee uu art num no",
	rows:  slicesOf(numbersSpanish, hedgesSpanish, peopleSpanish, thingsSpanish, harmsSpanish, grammarSpanish, contextSpanish),
}

func shapeSpanish(key []byte) (plural, verbal bool) {
	for _, ending := range []string{"aron", "ieron", "aban", "ando", "iendo"} {
		if bytes.HasSuffix(key, []byte(ending)) {
			return false, true
		}
	}
	return len(key) > 3 && bytes.HasSuffix(key, []byte("s")), false
}

var numbersSpanish = []row{
	num(1, "un solo | una sola | uno | una | un"), num(2, "dos"), num(3, "tres"), num(4, "cuatro"), num(5, "cinco"), num(6, "seis | media docena de"), num(7, "siete"), num(8, "ocho"), num(9, "nueve"), num(10, "diez"),
	num(11, "once"), num(12, "doce"), num(13, "trece"), num(14, "catorce"), num(15, "quince"), num(16, "dieciseis"), num(17, "diecisiete"), num(18, "dieciocho"), num(19, "diecinueve"), num(20, "veinte"),
	num(21, "veintiun{,o,a}"), num(22, "veintidos"), num(23, "veintitres"), num(24, "veinticuatro"), num(25, "veinticinco"), num(26, "veintiseis"), num(27, "veintisiete"), num(28, "veintiocho"), num(29, "veintinueve"),
	num(30, "treinta"), num(40, "cuarenta"), num(50, "cincuenta"), num(60, "sesenta"), num(70, "setenta"), num(80, "ochenta"), num(90, "noventa"),
	num(100, "cien | ciento"), num(200, "doscient{os,as}"), num(300, "trescient{os,as}"), num(400, "cuatrocient{os,as}"), num(500, "quinient{os,as}"), num(600, "seiscient{os,as}"), num(700, "setecient{os,as}"), num(800, "ochocient{os,as}"), num(900, "novecient{os,as}"),
	{tag{does: times, n: 1000, word: "thousand"}, "mil"}, {tag{does: times, n: 1_000_000, word: "million"}, "mill{on,ones} {,de}"},
	num(12, "una docena de"), {tag{does: vague, word: "dozens"}, "docenas | docenas de | varias docenas de"}, {tag{does: vague, word: "tens"}, "decenas | decenas de | varias decenas de"}, around(10, "una decena de"), around(20, "una veintena de"), around(30, "una treintena de"), around(50, "medio centenar de"), around(100, "un centenar de"), around(1000, "un millar de"),
	{tag{does: vague, word: "hundreds"}, "cientos | centenares | cientos de | centenares de | varios cientos de"}, {tag{does: vague, word: "thousands"}, "miles | miles de | varios miles de"},
	{tag{does: vague, word: "several"}, "varios | varias"}, {tag{does: vague, word: "many"}, "muchos | muchas | numerosos | numerosas | gran numero de"}, {tag{does: vague, word: "some"}, "algunos | algunas | algunos de"}, {tag{does: vague, word: unknownNumber}, "un numero indeterminado de | un numero no determinado de"},
}

var hedgesSpanish = []row{
	{tag{does: before | after, hedge: casualty.AtLeastN}, "al menos | por lo menos | no menos de | como minimo | cuando menos | un minimo de"},
	{tag{does: before, hedge: casualty.MoreThan}, "mas de | por encima de"}, {tag{does: before, hedge: casualty.UpTo}, "hasta | no mas de | como maximo"},
	{tag{does: before, hedge: casualty.UpTo, word: fewer}, "menos de"},
	{tag{does: before, hedge: casualty.About}, "unos | unas | cerca de | alrededor de | aproximadamente | casi | en torno a"},
	{tag{does: before, hedge: casualty.Exact}, "un total de | en total | solo | exactamente"}, {tag{does: after, hedge: casualty.AtLeastN}, "o mas"},
	{tag{does: joins | and}, "o | u | a"}, {tag{does: between}, "entre"},
}

var peopleSpanish = []row{
	{tag{does: person}, "personas | individuos | habitantes | vecinos | pobladores | residentes | lugarenos | aldeanos | pasajeros | transeuntes | viajeros | turistas | trabajadores | obreros | empleados | mineros | campesinos | agricultores | pastores | pescadores | marineros | conductores | choferes | manifestantes | fieles | migrantes | refugiados | prisioneros | presos | reclusos | detenidos | rehenes | agentes | guardias | rescatistas | bomberos | socorristas | miembros | integrantes | familiares | parientes | adultos | ciudadanos | estudiantes | asistentes | clientes | comerciantes | peatones | ciclistas | voluntarios | lideres | indigenas | comuneros | uniformados | palestinos | israelies | ucranianos | rusos | sirios | colombianos | mexicanos | funcionarios | escoltas | motoristas"},
	{tag{does: person, pop: casualty.Civilians}, "civiles"}, {tag{does: person | single, pop: casualty.Civilians}, "civil"},
	{tag{does: person | single}, "persona | individuo | habitante | vecino | vecina | poblador | pasajero | pasajera | transeunte | viajero | turista | trabajador | trabajadora | obrero | empleado | empleada | minero | campesino | campesina | agricultor | pastor | pescador | conductor | chofer | manifestante | migrante | preso | recluso | agente | guardia | rescatista | bombero | socorrista | miembro | integrante | familiar | adulto | estudiante | comerciante | peaton | ciclista | motociclista | voluntario | lider | indigena | comunero | uniformado | funcionario | taxista | escolta"},
	{tag{does: person, group: casualty.Women}, "hijas | mujeres | madres | ancianas | mujeres embarazadas"}, {tag{does: person | single, group: casualty.Women}, "hija | mujer | madre | hermana | abuela | anciana | esposa | joven mujer | embarazada | senora"},
	{tag{does: person, group: casualty.Men}, "hombres | varones | padres | hermanos"}, {tag{does: person | single, group: casualty.Men}, "hombre | varon | padre | hermano | abuelo | senor | hijo"},
	{tag{does: person, group: casualty.Children}, "ninos | menores | menores de edad | bebes | adolescentes | escolares | alumnos | hijos"}, {tag{does: person | single, group: casualty.Children}, "menor | menor de edad | bebe | adolescente | escolar | alumno"},
	{tag{does: person | single, group: casualty.Boys}, "nino"}, {tag{does: person, group: casualty.Girls}, "ninas"}, {tag{does: person | single, group: casualty.Girls}, "nina"},
	{tag{does: person}, "jovenes"}, {tag{does: person | single}, "joven"},
	{tag{does: person, group: casualty.Elderly}, "ancianos | adultos mayores"}, {tag{does: person | single, group: casualty.Elderly}, "anciano | adulto mayor"},
	{tag{does: person, group: casualty.Journalists}, "periodistas | reporteros | fotografos | comunicadores"}, {tag{does: person | single, group: casualty.Journalists}, "periodista | reportero | reportera | fotografo | comunicador"},
	{tag{does: person, group: casualty.AidWorkers}, "trabajadores humanitarios | cooperantes"}, {tag{does: person | single, group: casualty.AidWorkers}, "trabajador humanitario | cooperante"},
	{tag{does: person, group: casualty.HealthWorkers}, "medicos | enfermeros | enfermeras | paramedicos | sanitarios"}, {tag{does: person | single, group: casualty.HealthWorkers}, "medico | enfermero | enfermera | paramedico"},
	{tag{does: person, group: casualty.Police}, "policias | agentes de policia | patrulleros | policias municipales"}, {tag{does: person | single, group: casualty.Police}, "policia | patrullero | patrullera"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "soldados | militares | infantes de marina"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "soldado | militar"},
	{tag{does: person, pop: casualty.Combatants}, "combatientes | guerrilleros | milicianos | insurgentes | rebeldes | terroristas | paramilitares | sicarios | disidentes"}, {tag{does: person | single, pop: casualty.Combatants}, "combatiente | guerrillero | guerrillera | miliciano | rebelde | terrorista | disidente"},
	{tag{does: person, group: casualty.Educators}, "docentes | maestros | profesores"}, {tag{does: person | single, group: casualty.Educators}, "docente | maestro | maestra | profesor | profesora"},
	{tag{does: other}, "otros | otras | mas | adicionales | demas"}, {tag{does: other | article}, "otro | otra"},
}

var thingsSpanish = []row{
	{tag{does: thing}, "an{o,os} | mes{,es} | semana{,s} | dia{,s} | hora{,s} | minuto{,s} | segundo{,s} | kilometro{,s} | km | metro{,s} | hectarea{,s} | tonelada{,s} | kilo{,s} | kilogramo{,s} | kg | por ciento | euro{,s} | dolar{,es} | peso{,s} | a m | p m | veces | grados"},
	{tag{does: thing}, "dron{,es} | misil{,es} | cohete{,s} | proyectil{,es} | bomba{,s} | mina{,s} | artefacto{,s} | cilindro{,s} | explosivo{,s} | bala{,s} | disparo{,s} | avion{,es} | helicoptero{,s} | objetivo{,s} | explosion{,es} | ataque{,s} | atentado{,s} | bombardeo{,s} | incidente{,s} | granada{,s}"},
	{tag{does: thing}, "casa{,s} | vivienda{,s} | edificio{,s} | escuela{,s} | hospital{,es} | iglesia{,s} | mezquita{,s} | pueblo{,s} | ciudad{,es} | barrio{,s} | region{,es} | provincia{,s} | municipio{,s} | departamento{,s} | pais{,es} | lugar{,es} | puente{,s} | carretera{,s} | carro{,s} | vehiculo{,s} | auto{,s} | camion{,es} | bus{,es} | autobus{,es} | moto{,s} | motocicleta{,s} | barco{,s} | lancha{,s} | tren{,es} | tanque{,s} | familia{,s} | hogar{,es} | animal{,es} | vaca{,s} | res{,es} | caballo{,s} | perro{,s} | caso{,s} | grupo{,s} | equipo{,s} | empresa{,s} | tienda{,s} | local{,es} | punto{,s} | estacion{,es} | pisos | plantas | carros bomba | carro bomba"},
}

var harmsSpanish = []row{
	{tag{does: harmful | passive, harm: casualty.Killed}, "murio | murieron | muere | mueren | morir | muriendo | fallecio | fallecieron | fallece | fallecen | perecieron | perecio | {perdio,perdieron,pierde,pierden} la vida | {haber,ha,han} {muerto,fallecido} | ahogad{o,a,os,as}"},
	{tag{does: harmful | passive | active, harm: casualty.Killed}, "asesinad{o,a,os,as} | ejecutad{o,a,os,as} | abatid{o,a,os,as} | masacrad{os,as} | acribillad{o,a,os,as} | dad{o,os} de baja"},
	{tag{does: harmful | active, harm: casualty.Killed}, "mato | mataron | matar | matando | mata a | matan a | asesino a | asesinaron | asesinaron a | asesinar a | asesinan a | acribillaron a | acribillan a | acribillar a | cobro la vida de | {dejo,dejaron,dejando,deja} {sin vida,muertos} a | {acabo,acabaron} con la vida de | causo la muerte de | mato a | mataron a | matando a | abatieron a | abatio a | abatio"},
	{tag{does: harmful | event, harm: casualty.Killed}, "muerte{,s} de | la muerte de | asesinato de | muertes"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "muert{o,a,os,as} | fallecid{o,a,os,as} | sin vida"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "muertos | muertas | fallecidos | fallecidas | victimas mortales | victimas fatales | cadaveres | cuerpos | cuerpos sin vida | decesos"},
	{tag{does: harmful | harmed | single, harm: casualty.Killed}, "muerto | fallecido | cadaver | cuerpo | victima mortal | cuerpo sin vida"}, {tag{does: harmful | harmed | single, harm: casualty.Killed, group: casualty.Women}, "fallecida | muerta"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "herid{o,a,os,as} | lesionad{o,a,os,as} | hospitalizad{o,a,os,as} | {sufrio,sufrieron,recibio,recibieron,con,sufriendo,presenta,presentan} {heridas,lesiones,quemaduras} | {trasladad,llevad}{o,a,os,as} {a un,al,a} {hospital,centro asistencial,centro medico,hospitales} | {herid,lesionad}{o,a,os,as} de gravedad | {herid}{o,a,os,as} leves"},
	{tag{does: harmful | active, harm: casualty.Injured}, "hirio a | hirieron a | hiriendo a | hirio | hirieron | hiriendo | dejo heridos a | lesionando a"},
	{tag{does: harmful | harmed | toll, harm: casualty.Injured}, "heridos | heridas | lesionados | lesionadas"}, {tag{does: harmful | harmed | single, harm: casualty.Injured}, "herido | lesionado"}, {tag{does: harmful | harmed | single, harm: casualty.Injured, group: casualty.Women}, "herida | lesionada"},
	{tag{does: harmful | event, harm: casualty.Casualties}, "bajas | danos personales | perdidas humanas"},
	{tag{does: person | victim, harm: casualty.Casualties}, "victimas | damnificados"}, {tag{does: harmful | harmed, harm: casualty.Casualties}, "victimas"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "desaparecid{o,a,os,as} | desaparecieron | desaparecio | bajo los escombros | {sigue,siguen} sin aparecer | en paradero desconocido"}, {tag{does: harmful | harmed | toll, harm: casualty.Missing}, "desaparecidos"},
	{tag{does: harmful | passive | active, harm: casualty.Detained}, "detenid{o,a,os,as} | arrestad{o,a,os,as} | capturad{o,a,os,as} | encarcelad{o,a,os,as} | apresad{o,a,os,as}"}, {tag{does: harmful | active, harm: casualty.Detained}, "capturo a | capturo | detuvo a | detuvieron a | capturaron a | arrestaron a"},
	{tag{does: harmful | event, harm: casualty.Detained}, "detenciones | arrestos | capturas"},
	{tag{does: harmful | passive | active, harm: casualty.Abducted}, "secuestrad{o,a,os,as} | plagiad{o,os}"}, {tag{does: harmful | active, harm: casualty.Abducted}, "secuestro a | secuestraron a | se llevaron a"},
	{tag{does: harmful | passive | active, harm: casualty.Displaced}, "desplazad{o,a,os,as} | {obligad,forzad}{os,as} a huir | sin hogar"},
}

var grammarSpanish = []row{
	{tag{does: article | number, n: 1}, "un | una"}, {tag{does: and}, "y | e | ademas de | asi como"},
	{tag{does: the}, "el | la | los | las | lo | sus | su | estos | estas | ese | esos"},
	{tag{does: of}, "de | del"}, {tag{does: ofThem}, "de ellos | de ellas | de los cuales | de las cuales | de estos"},
	{tag{does: including}, "incluid{o,a,os,as} | incluyendo | entre ellos | entre ellas | entre los que | entre los cuales | entre quienes | de ellos | de los cuales"},
	{tag{does: among}, "entre"},
	{tag{does: no}, "no se reportan | no se registran | no hubo | no hay | ningun | ninguna | no se reportaron | no se registraron | no dejo | no causo | sin que hubiera | ni"}, {tag{does: nobody}, "nadie | ninguno"}, {tag{does: without}, "sin | sin causar | sin dejar"},
	{tag{does: not}, "no | y no | en lugar de"}, {tag{does: relative}, "que | quien | quienes | cual | cuales"},
	{tag{does: preposition, word: inside}, "en | cerca de"},
	{tag{does: preposition}, "en | con | sobre | bajo | tras | despues de | antes de | durante | cerca | contra | por | hacia | desde | para | a | al"},
	{tag{does: clause}, "cuando | mientras | donde | pero | aunque | porque | como | si | luego"},
	{tag{does: auxiliary | skip | needsAux}, "fue | fueron | sido | ser | es | son | estan | esta | estaban | resulto | resultaron | quedo | quedaron | resultar | era | eran | siendo | result{a,an}"},
	{tag{does: auxiliary | skip}, "figuran | figura | se encuentran | se cuentan | hay | ha | han | habia | habian | haber | habria | habrian | pudo | podrian"},
	{tag{does: skip}, "tambien | ya | aun | ademas | todavia | alli | presuntos | presunto | supuestos | levemente | mortalmente | inmediatamente | joven | posteriormente | se"},
	{tag{does: serious | skip}, "gravemente | grave | graves | de gravedad | de extrema gravedad | en estado critico | en estado grave | seriamente | en estado de gravedad"},
	{tag{does: reported | skip}, "reporta{do,dos,ron,n} | registra{do,dos,ron} | se reportan | se reportaron | informado"},
	{tag{does: verb}, "rescatad{o,a,os,as} | evacuad{o,a,os,as} | liberad{o,a,os,as} | sobrevivi{o,eron} | viven | vivian | trabajan | trabajaban | destruid{o,a,os,as} | danad{o,a,os,as} | destruyo | desplegados | ilesos | ileso"},
	{tag{does: verb | say}, "dijo | informo | aseguro | confirmo | anuncio | declaro | senalo | indico | preciso | afirmo | manifesto | reporto | agrego | explico | informaron | dijeron | confirmaron"},
	{tag{does: accordingTo}, "segun | de acuerdo con"}, {tag{does: pronoun}, "el mismo | ella"},
	{tag{does: age}, "de edades entre"}, {tag{does: clause, word: bringing}, "{elevando,lo que eleva,eleva} {a,el,la}"},
	{tag{does: office}, "ministerio | ejercito | policia | autoridades | gobierno | agencia | fiscalia | gobernacion | alcaldia | fuentes"},
	{tag{does: office, word: oneSpeaker}, "gobernador | gobernadora | alcalde | alcaldesa | ministro | ministra | presidente | vocero | portavoz | comandante | fiscal | secretario | director | jefe"},
	{tag{does: thereIs}, "hubo | hay | habia | se reportan | se reportaron | reporto"},
	{tag{does: month}, "enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre"},
	{tag{does: weekday}, "lunes | martes | miercoles | jueves | viernes | sabado | domingo"},
	{tag{does: rank}, "teniente | coronel | general | capitan | sargento | mayor | cabo"},
}

var contextSpanish = []row{
	{tag{does: toll, harm: casualty.Killed}, "numero de muertos | numero de fallecidos | cifra de muertos | saldo mortal"}, {tag{does: toll}, "numero de | cifra de | saldo de | balance de"},
	{tag{does: reaches}, "a | asciende a | ascendio a | llego a | subio a | es de | fue de | se elevo a | alcanzo"}, {tag{does: reaches | withdrawn}, "pasaron de | paso de | subio de | aumento de | aumentaron de"},
	{tag{does: withdrawn}, "y no | en lugar de | frente a los"}, {tag{does: formerly}, "anteriormente | antes | previamente | inicialmente | en un principio"},
	{tag{does: cumulative}, "este ano | en lo que va de ano | en lo que va del ano | en el ultimo {ano,mes}"}, {tag{does: since}, "desde"}, {tag{does: began}, "inicio | comienzo | guerra | conflicto | invasion | comenzo | empezo"},
	{tag{does: superlative}, "peor | mas mortifero | mas sangriento | primer | primera | mas grave"}, {tag{does: year}, "en | durante | en todo"},
	{tag{does: elsewhere}, "el ano pasado | el mes pasado | la semana pasada | hace {un,dos,tres} {ano,anos,meses,semanas,mes} | {anos,meses,semanas} atras | en otro {ataque,atentado,hecho}"},
	{tag{does: pluperfect}, "habia | habian"}, {tag{does: aside}, "lea tambien | lea ademas | le puede interesar | relacionado"}, {tag{does: every}, "todos | todas"},
}
