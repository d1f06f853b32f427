package phrase

import (
	"bytes"

	"tollbook/casualty"
)

// spanish holds the words of Spanish. The noun stands before its adjectives and
// a subject may follow its verb.
var spanish = &language{
	code: "es", adverb: "mente", headFirst: true, verbFirst: true, tensAnd: true,
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
	{tag{does: vague, word: "hundreds"}, "cientos | centenares | cientos de | centenares de"}, {tag{does: vague, word: "thousands"}, "miles | miles de | varios miles de"},
	{tag{does: vague, word: "several"}, "varios | varias"}, {tag{does: vague, word: "many"}, "muchos | muchas | numerosos | numerosas | gran numero de"}, {tag{does: vague, word: "some"}, "algunos | algunas | algunos de"}, {tag{does: vague, word: unknownNumber}, "un numero indeterminado de | un numero no determinado de"},
	{tag{does: vague, word: "several hundred"}, "varios centenares de | varias centenas de | varios cientos de | unos cientos de | unos cuantos cientos de"}, {tag{does: vague, word: "hundreds"}, "centenares de | cientos de | centenares | cientos | un centenar largo de"}, {tag{does: vague, word: "tens of thousands"}, "decenas de miles de | varias decenas de miles de"}, {tag{does: vague, word: "hundreds of thousands"}, "cientos de miles de | centenares de miles de"}, {tag{does: vague, word: "thousands"}, "varios miles de | miles de"},
	{tag{does: vague, word: "tens"}, "varias decenas de | decenas de | unas decenas de"}, {tag{does: vague, word: "dozens"}, "docenas de | varias docenas de"}, {tag{does: vague, word: "many"}, "numeros{os,as} | muchos | muchas | un gran numero de | gran cantidad de | multiples"}, {tag{does: vague, word: "few"}, "unos pocos | unas pocas | unos cuantos | unas cuantas | un punado de"},
	around(10, "una decena de | una decena"), around(15, "una quincena de"), around(20, "una veintena de | una veintena"), around(30, "una treintena de"), around(40, "una cuarentena de"), around(50, "una cincuentena de | medio centenar de"), around(100, "un centenar de | casi un centenar de"), around(1000, "un millar de"), {tag{does: times, n: 1_000_000, word: "million"}, "millones de | millon de"}, {tag{does: times, n: 1000, word: "thousand"}, "mil"}, num(12, "una docena de"), num(6, "media docena de"), num(24, "dos docenas de"), num(36, "tres docenas de"),
}

var hedgesSpanish = []row{
	{tag{does: before | after, hedge: casualty.AtLeastN}, "al menos | por lo menos | no menos de | como minimo | cuando menos | un minimo de"},
	{tag{does: before, hedge: casualty.MoreThan}, "mas de | por encima de"}, {tag{does: before, hedge: casualty.UpTo}, "hasta | no mas de | como maximo"},
	{tag{does: before, hedge: casualty.UpTo, word: fewer}, "menos de"},
	{tag{does: before, hedge: casualty.About}, "unos | unas | cerca de | alrededor de | aproximadamente | casi | en torno a"},
	{tag{does: before, hedge: casualty.Exact}, "un total de | en total | solo | exactamente"}, {tag{does: after, hedge: casualty.AtLeastN}, "o mas"},
	{tag{does: joins | and}, "o | u | a"}, {tag{does: between}, "entre"},
	{tag{does: before, hedge: casualty.MoreThan}, "bastante mas de | mucho mas de | por encima de los | superior a"}, {tag{does: before, hedge: casualty.UpTo}, "a lo sumo | no mas de | un maximo de"}, {tag{does: before | after, hedge: casualty.AtLeastN}, "a lo menos | no menos de | minimo"}, {tag{does: before, hedge: casualty.About}, "aproximadamente | alrededor de | poco menos de | cerca de | un estimado de | practicamente"}, {tag{does: after, hedge: casualty.About}, "aproximadamente"}, {tag{does: after, hedge: casualty.AtLeastN}, "o mas"},
	{tag{does: before, hedge: casualty.Exact}, "un total de | un saldo de | solamente | apenas"},
	{tag{does: before, hedge: casualty.AtLeastN}, "{al,por lo} menos a"},
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
	{tag{does: person}, "companeros | companeras | colegas | amigos | primos | allegados | desplazados internos | retornados | dirigentes | activistas | defensores | defensoras | abogados | jueces | fiscales | sacerdotes | religiosos | religiosas | pastores evangelicos | monjas | feligreses | peregrinos | jugadores | futbolistas | musicos | cantantes | artistas | aficionados | hinchas | banistas | excursionistas | montanistas | alpinistas | buzos | tripulantes | ocupantes | operarios | jornaleros | recolectores | ganaderos | comerciantes | vendedores | vendedoras | taxistas | camioneros | transportistas | mototaxistas | motociclistas | motorizados | conductores | vigilantes | guardas | custodios | guardaparques | excombatientes | exguerrilleros | firmantes de paz | firmantes | civiles armados | pandilleros | mareros | delincuentes | asaltantes | ladrones | sospechosos | presuntos delincuentes | criminales | extranjeros | opositores | militantes | votantes | candidatos | concejales | alcaldes | afganos | iraquies | iranies | turcos | kurdos | yemenies | libaneses | sudaneses | haitianos | venezolanos | ecuatorianos | peruanos | chilenos | bolivianos | guatemaltecos | hondurenos | salvadorenos | nicaraguenses | cubanos | espanoles | estadounidenses | franceses | chinos | filipinos | indios | senegaleses | marroquies | argelinos | internos | privados de libertad | personas privadas de la libertad | lugarenos | afrodescendientes | ninos y ninas | usuarios | invitados | comensales | huespedes | electricistas | tecnicos | ingenieros | mecanicos | albaniles | panaderos | cazadores | cosechadores | policias y militares | efectivos | elementos | oficiales | hombres y mujeres"},
	{tag{does: person | single}, "companero | companera | colega | amigo | amiga | primo | prima | dirigente | activista | defensor | defensora | abogado | abogada | juez | jueza | fiscal | sacerdote | religioso | monja | feligres | peregrino | jugador | futbolista | musico | cantante | artista | aficionado | hincha | montanista | buzo | tripulante | ocupante | operario | jornalero | ganadero | vendedor | vendedora | camionero | transportista | mototaxista | motorizado | vigilante | guarda | guardaparques | excombatiente | firmante de paz | firmante | pandillero | delincuente | asaltante | ladron | sospechoso | criminal | extranjero | opositor | militante | candidato | candidata | concejal | palestino | palestina | israeli | ucraniano | ruso | sirio | colombiano | colombiana | venezolano | venezolana | haitiano | mexicano | espanol | estadounidense | frances | interno | indigena | electricista | tecnico | ingeniero | mecanico | albanil | panadero | cazador | efectivo | oficial | elemento"},
	{tag{does: person | single, group: casualty.Women}, "tia | sobrina | ama de casa | joven mujer | mujer embarazada | mujer de la tercera edad | abuela | nuera | suegra | viuda"}, {tag{does: person, group: casualty.Women}, "hermanas | abuelas | esposas | amas de casa | senoras | muchachas | jovenes mujeres"}, {tag{does: person | single, group: casualty.Men}, "tio | sobrino | esposo | marido | yerno | suegro | cunado | muchacho"}, {tag{does: person, group: casualty.Men}, "tios | esposos | muchachos | senores | abuelos"},
	{tag{does: person, group: casualty.Children}, "infantes | lactantes | ninos, ninas y adolescentes | menores edad | estudiantes menores"}, {tag{does: person | single, group: casualty.Children}, "infante | lactante | recien nacido"}, {tag{does: person, group: casualty.Boys}, "ninos varones"},
	{tag{does: person, group: casualty.AidWorkers}, "trabajadores de ayuda | trabajadores de la ONU | empleados de la ONU | personal humanitario | voluntarios de la Cruz Roja"}, {tag{does: person | single, group: casualty.AidWorkers}, "trabajadora humanitaria | empleado de la ONU | trabajador de la ONU"},
	{tag{does: person, group: casualty.HealthWorkers}, "trabajadores de la salud | personal medico | personal sanitario | trabajadores sanitarios | doctores"}, {tag{does: person | single, group: casualty.HealthWorkers}, "trabajador de la salud | trabajador sanitario | doctor | doctora"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "marinos | soldados profesionales | infantes | reservistas | paracaidistas"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "marino | soldado profesional | infante de marina | reservista | subteniente | suboficial"},
	{tag{does: person, pop: casualty.Combatants}, "yihadistas | islamistas | subversivos | hombres armados | pistoleros | sicarios"}, {tag{does: person | single, pop: casualty.Combatants}, "yihadista | islamista | subversivo | hombre armado | pistolero | paramilitar | insurgente"},
	{tag{does: person, group: casualty.Police}, "agentes policiales | efectivos policiales | uniformados de la policia"}, {tag{does: person | single, group: casualty.Police}, "agente policial | agente de policia | efectivo policial | uniformado de la policia | mujer policia"},
	{tag{does: person | pair}, "pareja | matrimonio"},
	{tag{does: person, group: casualty.Educators}, "maestras | profesoras | educadoras"}, {tag{does: person | single, group: casualty.Educators}, "maestra | profesora | educadora"},
}

var thingsSpanish = []row{
	{tag{does: thing}, "an{o,os} | mes{,es} | semana{,s} | dia{,s} | hora{,s} | minuto{,s} | segundo{,s} | kilometro{,s} | km | metro{,s} | hectarea{,s} | tonelada{,s} | kilo{,s} | kilogramo{,s} | kg | por ciento | euro{,s} | dolar{,es} | peso{,s} | a m | p m | veces | grados"},
	{tag{does: thing}, "dron{,es} | misil{,es} | cohete{,s} | proyectil{,es} | bomba{,s} | mina{,s} | artefacto{,s} | cilindro{,s} | explosivo{,s} | bala{,s} | disparo{,s} | avion{,es} | helicoptero{,s} | objetivo{,s} | explosion{,es} | ataque{,s} | atentado{,s} | bombardeo{,s} | incidente{,s} | granada{,s}"},
	{tag{does: thing}, "casa{,s} | vivienda{,s} | edificio{,s} | escuela{,s} | hospital{,es} | iglesia{,s} | mezquita{,s} | pueblo{,s} | ciudad{,es} | barrio{,s} | region{,es} | provincia{,s} | municipio{,s} | departamento{,s} | pais{,es} | lugar{,es} | puente{,s} | carretera{,s} | carro{,s} | vehiculo{,s} | auto{,s} | camion{,es} | bus{,es} | autobus{,es} | moto{,s} | motocicleta{,s} | barco{,s} | lancha{,s} | tren{,es} | tanque{,s} | hogar{,es} | animal{,es} | vaca{,s} | res{,es} | caballo{,s} | perro{,s} | caso{,s} | grupo{,s} | equipo{,s} | empresa{,s} | tienda{,s} | local{,es} | punto{,s} | estacion{,es} | pisos | plantas | carros bomba | carro bomba"},
	{tag{does: thing, word: familyOf}, "familia"}, {tag{does: thing}, "familias | hogares | cilindros bomba | drones explosivos | municiones | fusiles | armas | cartuchos | panfletos | tiendas | cultivos | cabezas | semovientes | reses | ovejas | burros | gallinas | comunidades | veredas | corregimientos | localidades | aldeas | parroquias | cantones | colegios | hospitales | comercios | negocios | puestos | camas | carpas | albergues | horas despues | dias despues | anos atras | buses | tractomulas | lanchas | pateras | cayucos | embarcaciones | naves | aeronaves | avionetas | retenes | patrullas | operativos | allanamientos | denuncias | eventos | hechos | casos | masacres | emboscadas | enfrentamientos | protestas | manifestaciones | bloqueos"},
	{tag{does: thing}, "cordero{,s} | cabra{,s} | chivo{,s} | cerdo{,s} | mula{,s} | toro{,s} | terneros | becerros | bovinos | bueyes | pollos | aves | llamas | alpacas | gatos | peces | ballenas | delfines | elefantes"},
}

var harmsSpanish = []row{
	{tag{does: harmful | passive, harm: casualty.Killed}, "murio | murieron | muere | mueren | morir | muriendo | fallecio | fallecieron | fallece | fallecen | perecieron | perecio | {perdio,perdieron,pierde,pierden} la vida | {ha,han} {muerto,fallecido} | ahogad{o,a,os,as}"},
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
	{tag{does: harmful | event, harm: casualty.Displaced}, "desplazamiento | desplazamientos | el desplazamiento forzado | desplazamiento forzado"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "{hallad,encontrad}{o,a,os,as} {muert,sin vid}{o,a,os,as} | {hallad,encontrad,localizad}{o,a,os,as} sin vida | {ha,han} {perdido la vida,muerto,fallecido,perecido} | {fallecer,perecer,perder la vida} | perecen | perece | sucumbi{o,eron} | calcinad{o,a,os,as} | decapitad{o,a,os,as} | ahorcad{o,a,os,as} | baleado{s} mortalmente | {quitaron,quito} la vida | dado{s,} por muerto{s,} | {resulta,resultan,resulto,resultaron} muert{o,a,os,as} | {cayo,cayeron} muert{o,a,os,as} | fusilad{o,a,os,as} | degollad{o,a,os,as} | linchad{o,a,os,as} | ultimad{o,a,os,as} | muriera{n,} | falleciera{n,}"},
	{tag{does: harmful | active, harm: casualty.Killed}, "{mataron,mato,mata,matan,matando,matar} {,a} | {provoc,caus,ocasion}{o,aron,a,an,ando} la muerte {de,a} | {dio,dieron} muerte a | {dio,dieron} de baja a | {quito,quitaron} la vida a | {cobr}{o,aron,a,an} la vida {de,a} | cegar la vida de | cego la vida de | ultimaron a | ultimo a | fusilaron a | ejecuta{n,ron,ndo} {,a} | ejecuto a | masacraron a | masacran a | asesina{n,ron,ndo} {,a} | linchan a | lincharon a | cost{o,aron} la vida a | ultiman a | {deja,dejan,dejo,dejaron,dejando} sin vida a"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "victimas mortales | muertes | fallecimientos | personas muertas | personas fallecidas"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "baleado{,s} | baleada{,s} | quemad{o,a,os,as} | intoxicad{o,a,os,as} | golpead{o,a,os,as} | contus{o,os} | atendid{o,a,os,as} {en,por} {,un,el,los} {hospital,hospitales,centro medico,paramedicos,centro asistencial} | internad{o,a,os,as} | ingresad{o,a,os,as} en {el,un} hospital | {permanece,permanecen,continua,continuan,sigue,siguen} {hospitalizad,ingresad,internad}{o,a,os,as} | {trasladad,llevad,remitid,evacuad}{o,a,os,as} {a,hacia,hasta} {,un,una,el,los,varios,centros,diferentes} {hospital,hospitales,clinica,clinicas,asistenciales,centro de salud,centros medicos,centros hospitalarios} | {resulta,resultan} {herid,lesionad}{o,a,os,as} | {sufre,sufren} {heridas,lesiones,quemaduras} | {sufrio,sufrieron} {diversas,graves,multiples,distintas} {heridas,lesiones,quemaduras}"},
	{tag{does: harmful | active, harm: casualty.Injured}, "hier{e,en} a | {dejo,dejaron,deja,dejan,dejando} {herid,lesionad}{o,a,os,as} a | causando heridas a | heridas a | lesiono a | lesionaron a | causo heridas a | causaron heridas a"},
	{tag{does: harmful | event, harm: casualty.Injured}, "lesiones a"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "{permanece,permanecen,continua,continuan,sigue,siguen} {desaparecid,atrapad,sepultad,soterrad}{o,a,os,as} | atrapad{o,a,os,as} | sepultad{o,a,os,as} | soterrad{o,a,os,as} | no {ha,han} sido {hallad,localizad,encontrad}{o,a,os,as} | dad{o,a,os,as} por desaparecid{o,a,os,as}"}, {tag{does: harmful | event, harm: casualty.Missing}, "desaparicion de | desapariciones | desaparicion forzada de"},
	{tag{does: harmful | active, harm: casualty.Detained}, "detuv{o,ieron} {,a} | detiene{,n} {,a} | arrest{o,aron,a,an} {,a} | captur{aron,an,a} {,a} | apres{o,aron} {,a} | encarcel{o,aron} {,a}"}, {tag{does: harmful | event, harm: casualty.Detained}, "captura | detencion | arresto"}, {tag{does: harmful | passive, harm: casualty.Detained}, "aprehendid{o,a,os,as} | bajo custodia | privad{o,a,os,as} de {,la,su} libertad | puest{o,a,os,as} a disposicion | retenid{o,a,os,as} | aprisionad{o,os}"},
	{tag{does: harmful | active, harm: casualty.Abducted}, "secuestr{o,aron,a,an,ando} {,a} | rapt{o,aron} {,a} | se llev{o,aron} {,a} | toma{ron,n} como rehenes a"}, {tag{does: harmful | passive, harm: casualty.Abducted}, "raptad{o,a,os,as} | plagiad{o,a,os,as} | {tomad,retenid}{o,a,os,as} como rehen{,es} | llevad{o,a,os,as} por la fuerza"},
	{tag{does: harmful | active, harm: casualty.Displaced}, "desplaz{o,aron,a,an,ando} {,a} | {oblig,forz}{o,aron,a,an,ando} a {huir,desplazarse,abandonar sus hogares,abandonar sus casas} a | {oblig,forz}{o,aron,ando} a"}, {tag{does: harmful | passive, harm: casualty.Displaced}, "hu{yo,yeron,ye,yen} de {su,sus,la,el} {casas,hogares,casa,hogar,viviendas,zona,violencia,combates,pueblo} | {abandonaron,abandono,abandonar,dejaron} {su,sus} {casas,hogares,casa,hogar,viviendas,tierras,comunidades} | {tuvieron que,debieron,debio,tuvo que} {huir,abandonar sus casas,abandonar sus hogares,desplazarse,dejar sus casas,salir} | sin {techo,vivienda,hogar} | {quedaron,quedo} {sin techo,sin hogar,damnificados} | se desplaz{aron,o} | {buscaron,han buscado} refugio | {han,ha} huido | huyeron | desplazarse"},
	{tag{does: harmful | event, harm: casualty.Abducted}, "secuestro | secuestros | rapto"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "se ahog{o,aron} | murieron ahogados | murio ahogad{o,a}"}, {tag{does: harmful | active, harm: casualty.Killed, word: peopleOnly}, "perdi{o,eron} {,a} | {ha,han} perdido {,a}"}, {tag{does: harmful | active, harm: casualty.Killed}, "{mato,mataron,mata,matan,matando,matar} a {tiros,golpes,cuchilladas,machetazos,punaladas,balazos} {,a}"},
	{tag{does: harmful | active, harm: casualty.Killed}, "{ha,han,habia,habian} {matado,asesinado,ejecutado,masacrado,abatido} {,a} | {ha,han} {causado,provocado} la muerte {de,a} | {ha,han} {costado,quitado} la vida a | {ha,han} cobrado la vida {de,a}"}, {tag{does: harmful | active, harm: casualty.Injured}, "{ha,han,habia,habian} {herido,lesionado} {,a}"}, {tag{does: harmful | active, harm: casualty.Abducted}, "{ha,han} secuestrado {,a}"}, {tag{does: harmful | active, harm: casualty.Detained}, "{ha,han} {detenido,arrestado,capturado} {,a}"}, {tag{does: thereIs}, "{ha,han} {dejado,causado,provocado}"},
}

var grammarSpanish = []row{
	{tag{does: article | number, n: 1}, "un | una"}, {tag{does: and}, "y | e | ademas de | asi como"},
	{tag{does: the}, "el | la | los | las | lo | estos | estas | ese | esos"}, {tag{does: the, word: possessive}, "su | sus"},
	{tag{does: of}, "de | del"}, {tag{does: ofThem}, "de ellos | de ellas | de los cuales | de las cuales | de estos"},
	{tag{does: including}, "incluid{o,a,os,as} | incluyendo | entre ellos | entre ellas | entre los que | entre los cuales | entre quienes | de ellos | de los cuales"},
	{tag{does: among}, "entre"},
	{tag{does: no}, "no hubo | no hay | ningun | ninguna | no dejo | no causo | sin que hubiera | ni"}, {tag{does: nobody}, "nadie | ninguno"}, {tag{does: without}, "sin | sin causar | sin dejar"},
	{tag{does: not}, "no | y no | en lugar de"}, {tag{does: relative}, "que | quien | quienes | cual | cuales"},
	{tag{does: preposition, word: inside}, "en | cerca de | en las afueras de"},
	{tag{does: preposition}, "en | con | sobre | bajo | tras | despues de | antes de | durante | cerca | contra | por | hacia | desde | para | a | al"},
	{tag{does: clause}, "cuando | mientras | donde | pero | aunque | porque | como | si | luego"},
	{tag{does: auxiliary | skip | needsAux}, "fue | fueron | sido | ser | es | son | estan | esta | estaban | resulto | resultaron | quedo | quedaron | resultar | era | eran | siendo | result{a,an}"},
	{tag{does: auxiliary | skip}, "figuran | figura | se encuentran | se cuentan | hay | ha | han | habia | habian | haber | habria | habrian | pudo | podrian"},
	{tag{does: skip}, "tambien | ya | aun | ademas | todavia | alli | presuntos | presunto | supuestos | levemente | mortalmente | inmediatamente | joven | posteriormente | se"},
	{tag{does: serious | skip}, "gravemente | grave | graves | de gravedad | de extrema gravedad | en estado critico | en estado grave | seriamente | en estado de gravedad"},
	{tag{does: reported | skip}, "reporta{do,dos,ron,n} | registra{do,dos,ron} | se reportan | se reportaron | informado"},
	{tag{does: verb}, "rescatad{o,a,os,as} | evacuad{o,a,os,as} | liberad{o,a,os,as} | sobrevivi{o,eron} | viven | vivian | trabajan | trabajaban | destruid{o,a,os,as} | danad{o,a,os,as} | destruyo | desplegados | ilesos | ileso"},
	{tag{does: verb | say}, "dijo | informo | aseguro | confirmo | anuncio | declaro | senalo | indico | preciso | afirmo | manifesto | reporto | agrego | explico | informaron | dijeron | confirmaron | anadio | detallo | comento | apunto | subrayo | sostuvo"},
	{tag{does: accordingTo}, "segun | de acuerdo con"}, {tag{does: accordingTo | pronoun}, "segun {el mismo,ella}"}, {tag{does: pronoun}, "el mismo | ella"},
	{tag{does: age}, "de edades entre"}, {tag{does: clause, word: bringing}, "{elevando,lo que eleva,eleva} {a,el,la}"},
	{tag{does: office}, "ministerio | ejercito | policia | autoridades | gobierno | agencia | fiscalia | gobernacion | alcaldia | fuentes"},
	{tag{does: preposition, word: toPerson}, "al"},
	{tag{does: office, word: oneSpeaker}, "gobernador | gobernadora | alcalde | alcaldesa | ministro | ministra | presidente | vocero | portavoz | comandante | fiscal | secretario | director | jefe"},
	{tag{does: thereIs}, "hubo | hay | habia | se reportan | se reportaron | reporto"},
	{tag{does: month}, "enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre"},
	{tag{does: weekday}, "lunes | martes | miercoles | jueves | viernes | sabado | domingo"},
	{tag{does: rank}, "teniente | coronel | general | capitan | sargento | mayor | cabo"},
	{tag{does: no | reported}, "no se {reportan,registran,reportaron,registraron,reporto,registro,informo de,informaron,conocen,conocieron} | no {hay,hubo} {reportes,informes,informacion,reporte,noticia,noticias} {de,sobre} | sin {reportes,reporte,informes} de | no se {han,ha} {reportado,registrado,informado de} | no reportaron | no reporto | no informo de | tampoco se {reportaron,registraron,reportan} | hasta el momento no se {reportan,registran,conocen}"},
	{tag{does: no}, "no {deja,dejaron,dejo,causo,causaron,provoco,provocaron,ocasiono} | no produjo | tampoco hubo | no se produjeron | no se lamentan | sin que se {registraran,produjeran,lamentaran} | no hay que lamentar | no se lamentaron"}, {tag{does: without}, "sin dejar | sin causar | sin provocar | sin que hubiera | sin ocasionar"},
	{tag{does: thereIs}, "dejo | dejaron | dejando | deja | dejan | causo | causaron | hubo | habria | se produjeron | provoco | provocaron | se registraron | se reportaron"},
	{tag{does: number | ofThem, n: 1}, "uno de ellos | una de ellas | uno de los cuales | una de las cuales"}, {tag{does: ofThem}, "de quienes | de ellos | de esos | de esas | de entre ellos"}, {tag{does: including}, "entre ellos | entre ellas | entre los cuales | entre las que | entre las cuales | entre los que se encuentran | entre ellos se encuentran | entre los que figuran | contando"},
	{tag{does: serious | skip}, "en estado {delicado,muy grave,reservado,de gravedad} | con pronostico {reservado,grave} | en {,la} unidad de cuidados intensivos | en cuidados intensivos | en terapia intensiva | en condicion critica | en situacion critica | muy grave | muy graves | criticos | con heridas graves | con heridas de gravedad"},
	{tag{does: skip}, "sin embargo | actualmente | recientemente | hasta ahora | por ahora | hasta el momento | respectivamente | solo | todavia | menos"},
	{tag{does: say, word: disputed}, "{nego,negaron,desmintio,desmintieron,rechazo,rechazaron} {,las informaciones,los reportes,la version,las acusaciones,haber,que} {,de,de que,sobre}"}, {tag{does: verb, word: disputing}, "nego | desmintio | rechazo | contradijo"},
	{tag{does: skip, word: relativeDay, n: today}, "hoy"}, {tag{does: skip, word: relativeDay, n: yesterday}, "ayer"}, {tag{does: skip, word: relativeDay, n: dayBefore}, "anteayer"}, {tag{does: skip, word: relativeDay, n: overnight}, "anoche | esta madrugada | durante la noche"},
	{tag{does: modal}, "podria | podrian | puede | pueden | podra | podran"},
	{tag{does: verb | say}, "escribio | escribieron | escribe"},
	{tag{does: auxiliary | skip | needsAux}, "resultado"}, {tag{does: thing, word: yearNoun}, "el ano"},
	{tag{does: modal, word: fears}, "tem{e,en,ia,ian} | preve{,n} | pronostica{,n}"}, {tag{does: auxiliary | skip}, "haya{,n} | hubiera{,n}"},
	{tag{does: modal}, "{{acusad,buscad,procesad,condenad,juzgad,imputad,investigad}{o,a,os,as},{acus,busc,proces,conden,juzg,imput}{a,an,aron}} {de,por} {,el,la,haber} | {sospechoso,sospechosos,culpable,culpables} {de,del} {,el,la,haber}"},
}

var contextSpanish = []row{
	{tag{does: reported | skip | say, word: recording}, "registro | registraron | documento | documentaron | verifico | verificaron | contabilizo | {ha,han} {registrado,documentado,verificado,contabilizado}"},
	{tag{does: toll, harm: casualty.Killed}, "numero de muertos | numero de fallecidos | cifra de muertos | saldo mortal | {el,este} balance"}, {tag{does: toll}, "numero de | cifra de | saldo de | balance de"},
	{tag{does: reaches}, "a | asciende a | ascendio a | llego a | subio a | es de | fue de | se elevo a | alcanzo"}, {tag{does: reaches | withdrawn}, "pasaron de | paso de | subio de | aumento de | aumentaron de"},
	{tag{does: withdrawn}, "y no | en lugar de | frente a los"}, {tag{does: formerly}, "anteriormente | antes | previamente | inicialmente | en un principio"},
	{tag{does: cumulative}, "este ano | en lo que va de ano | en lo que va del ano | en el ultimo {ano,mes}"}, {tag{does: since}, "desde"}, {tag{does: began}, "inicio | comienzo | guerra | conflicto | invasion | comenzo | empezo"},
	{tag{does: superlative}, "peor | mas mortifero | mas sangriento | primer | primera | mas grave"}, {tag{does: year}, "en | durante | en todo"},
	{tag{does: elsewhere}, "el ano pasado | el mes pasado | la semana pasada | hace {un,dos,tres} {ano,anos,meses,semanas,mes} | {anos,meses,semanas} atras | en otro {ataque,atentado,hecho}"},
	{tag{does: pluperfect}, "habia | habian"}, {tag{does: aside}, "lea tambien | lea ademas | le puede interesar | relacionado"}, {tag{does: every}, "todos | todas"},
	{tag{does: formerly, word: superseded}, "{balance,cifra,reporte,recuento,saldo,conteo} {anterior,previo,previa,preliminar anterior,inicial} | {anterior,previo} {balance,recuento,reporte}"},
	{tag{does: toll, harm: casualty.Killed}, "numero de victimas mortales | numero de muertes | numero de victimas fatales | cifra de fallecidos | cifra de victimas mortales | balance de muertos | balance de fallecidos | saldo de muertos | total de muertos | total de fallecidos | numero total de muertos"}, {tag{does: toll, harm: casualty.Injured}, "numero de heridos | cifra de heridos | numero de lesionados | total de heridos"}, {tag{does: toll, harm: casualty.Missing}, "numero de desaparecidos | cifra de desaparecidos"}, {tag{does: toll}, "el balance | balance provisional | balance"},
	{tag{does: reaches}, "se eleva a | se eleva ya a | se elevo a | sube a | subio a | aumento a | aumenta a | asciende ya a | ascendia a | llega a | llego a | ha subido a | ha aumentado a | ha llegado a | alcanza | alcanzo los | supera | supero | es ya de | ya es de | pasa a | paso a | ya suma | suma | suman"}, {tag{does: reaches | withdrawn}, "paso de | subio de | aumento de | sube de | pasa de | bajo de"},
	{tag{does: cumulative}, "en lo que va {de,del} {ano,mes} | en lo corrido del ano | en lo corrido de {2020,2021,2022,2023,2024,2025} | durante el ultimo {ano,mes} | en los ultimos {dos,tres,seis,doce} {anos,meses} | a lo largo del ano | desde enero"},
	{tag{does: elsewhere}, "hace {un,una,dos,tres,cuatro,cinco,diez} {dias,dia,semana} | en represalia | en un hecho aparte | en un hecho separado | en otro incidente | {dias,semanas,meses,anos} antes | la semana anterior | el mes anterior | el ano anterior"},
	{tag{does: reaches}, "sube a | suben a | ascienden a | asciende a | suman | suma | llegan a | se elevan a | aumentan a | ya son | son ya | son | eleva a"}, {tag{does: reaches | before, hedge: casualty.MoreThan}, "supera los | superan los | superaron los | supero los | supera | supero | superan"},
	{tag{does: compared, word: beyond}, "{mas,menos} {que,de los que,de las que}"},
	{tag{does: reaches | withdrawn}, "{subio,paso,aumento,crecio,bajo,ascendio} de | {ha,habia} {subido,pasado,aumentado} de"},
	{tag{does: compared}, "{aumento,subio,crecio,ha aumentado,ha subido,se incremento,disminuyo,bajo} en"}, {tag{does: verb, word: untrue}, "{es,son,era,eran,fue} {falso,falsa,falsas,falsos,erronea,erroneo,incorrecta}"},
	{tag{does: of, word: ofEach}, "de cada"}, {tag{does: elsewhere, word: remembrance}, "{a,en} {,la} memoria de | aniversario {de,del} | {monumento,monolito,placa,estatua,memorial,homenaje,tributo} {a,al,dedicado a,dedicada a,en recuerdo de} | recuerda{,n} a | conmemor{a,an,ando,ar} {,a} | minuto de silencio {,por}"},
	{tag{does: reaches}, "hasta llegar a | hasta alcanzar | llegar a | alcanzar"},
	{tag{does: clause, word: when}, "cuando"},
	{tag{does: reaches | before, hedge: casualty.About}, "{estim,calcul,cifr}{a,an,o,aron} en | {estimado,calculado,cifrado} en"}, {tag{does: verb, word: raises}, "{elev,aument,actualiz,corrig,revis,rebaj}{o,io,aron} | {ha,han} {elevado,aumentado,corregido,revisado}"},
	{tag{does: clause, word: where}, "donde"},
}
