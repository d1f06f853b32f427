package phrase

import (
	"bytes"

	"tollbook/casualty"
)

// french holds the words of French. The noun stands before its adjectives.
var french = &language{
	code: "fr", adverb: "ment", headFirst: true,
	fold:  foldLatin,
	shape: shapeFrench,
	short: "m mm mme mmes dr st av env janv fevr avr juil sept oct nov dec no",
	rows:  slicesOf(numbersFrench, hedgesFrench, peopleFrench, thingsFrench, harmsFrench, grammarFrench, contextFrench),
}

func shapeFrench(key []byte) (plural, verbal bool) {
	verbal = len(key) > 5 && (bytes.HasSuffix(key, []byte("aient")) || bytes.HasSuffix(key, []byte("erent")))
	return bytes.HasSuffix(key, []byte("s")) || bytes.HasSuffix(key, []byte("x")), verbal
}

var numbersFrench = []row{
	num(1, "un seul | une seule | un | une"), num(2, "deux"), num(3, "trois"), num(4, "quatre"), num(5, "cinq"), num(6, "six | demi-douzaine"), num(7, "sept"), num(8, "huit"), num(9, "neuf"), num(10, "dix"),
	num(11, "onze"), num(12, "douze"), num(13, "treize"), num(14, "quatorze"), num(15, "quinze"), num(16, "seize"), num(17, "dix-sept"), num(18, "dix-huit"), num(19, "dix-neuf"),
	num(20, "vingt"), num(21, "vingt et un{,e}"), num(30, "trente"), num(31, "trente et un{,e}"), num(40, "quarante"), num(41, "quarante et un{,e}"), num(50, "cinquante"), num(51, "cinquante et un{,e}"), num(60, "soixante"), num(61, "soixante et un{,e}"),
	num(70, "soixante-dix"), num(71, "soixante et onze"), num(72, "soixante-douze"), num(73, "soixante-treize"), num(74, "soixante-quatorze"), num(75, "soixante-quinze"), num(76, "soixante-seize"), num(77, "soixante-dix-sept"), num(78, "soixante-dix-huit"), num(79, "soixante-dix-neuf"),
	num(80, "quatre-vingt{,s}"), num(90, "quatre-vingt-dix"), num(91, "quatre-vingt-onze"), num(92, "quatre-vingt-douze"), num(93, "quatre-vingt-treize"), num(94, "quatre-vingt-quatorze"), num(95, "quatre-vingt-quinze"), num(96, "quatre-vingt-seize"), num(97, "quatre-vingt-dix-sept"), num(98, "quatre-vingt-dix-huit"), num(99, "quatre-vingt-dix-neuf"),
	{tag{does: times, n: 100, word: "hundred"}, "cent | cents"}, {tag{does: times, n: 1000, word: "thousand"}, "mille | milliers"}, {tag{does: times, n: 1_000_000, word: "million"}, "million{,s} de | million{,s}"},
	num(12, "une douzaine de | une douzaine d"),
	{tag{does: vague, word: "tens"}, "des dizaines {de,d} | plusieurs dizaines {de,d} | dizaines {de,d} | quelques dizaines {de,d} | des dizaines | dizaines"},
	{tag{does: vague, word: "dozens"}, "des douzaines {de,d}"}, {tag{does: vague, word: "hundreds"}, "des centaines | des centaines {de,d} | centaines {de,d}"},
	{tag{does: vague, word: "thousands"}, "des milliers | des milliers {de,d} | plusieurs milliers {de,d}"}, {tag{does: vague, word: "several"}, "plusieurs | quelques | divers"},
	{tag{does: vague, word: "many"}, "de nombreu{x,ses} | nombreu{x,ses} | beaucoup {de,d} | un grand nombre {de,d}"}, {tag{does: vague, word: "a number of"}, "un certain nombre {de,d}"}, {tag{does: vague, word: unknownNumber}, "un nombre indetermine {de,d} | un nombre inconnu {de,d}"},
	{tag{does: vague, word: "some"}, "certains | certaines"},
	{tag{does: vague, word: "several hundred"}, "plusieurs centaines {de,d} | plusieurs centaines | quelques centaines {de,d}"}, {tag{does: vague, word: "tens of thousands"}, "des dizaines de milliers {de,d} | dizaines de milliers {de,d} | plusieurs dizaines de milliers {de,d}"}, {tag{does: vague, word: "hundreds of thousands"}, "des centaines de milliers {de,d} | centaines de milliers {de,d}"},
	{tag{does: vague, word: "many"}, "un nombre important {de,d} | une multitude {de,d} | bon nombre {de,d}"}, {tag{does: vague, word: "a few"}, "une poignee {de,d}"}, {tag{does: vague, word: unknownNumber}, "un nombre encore {indetermine,inconnu} {de,d}"},
}

var hedgesFrench = []row{
	{tag{does: before | after, hedge: casualty.AtLeastN}, "au moins | d'au moins | pas moins {de,d} | au minimum"},
	{tag{does: before, hedge: casualty.MoreThan}, "plus {de,d} | de plus {de,d}"},
	{tag{does: before, hedge: casualty.UpTo}, "jusqu'a | au plus | pas plus {de,d} | au maximum"},
	{tag{does: before, hedge: casualty.UpTo, word: fewer}, "moins {de,d}"},
	{tag{does: before, hedge: casualty.About}, "environ | pres {de,d} | autour {de,d} | quelque | a peu pres | presque | aux alentours {de,d} | approximativement"},
	{tag{does: before, hedge: casualty.Exact}, "seulement | au total | un total de | exactement | en tout"},
	{tag{does: after, hedge: casualty.AtLeastN}, "ou plus | voire plus"},
	around(10, "{une,} dizaine {de,d,}"), around(15, "{une,} quinzaine {de,d,}"), around(20, "{une,} vingtaine {de,d,}"), around(30, "{une,} trentaine {de,d,}"), around(40, "{une,} quarantaine {de,d,}"),
	around(50, "{une,} cinquantaine {de,d,}"), around(60, "{une,} soixantaine {de,d,}"), around(100, "{une,} centaine {de,d,}"), around(1000, "{un,} millier {de,d,}"),
	{tag{does: joins | and}, "ou | a"}, {tag{does: between}, "entre"},
	{tag{does: before, hedge: casualty.UpTo}, "au plus | tout au plus | au maximum"}, {tag{does: before | after, hedge: casualty.AtLeastN}, "a tout le moins | un minimum {de,d}"}, {tag{does: before, hedge: casualty.MoreThan}, "bien plus {de,d} | au dela {de,d} | nettement plus {de,d}"}, {tag{does: after, hedge: casualty.About}, "environ"},
	{tag{does: before, hedge: casualty.About}, "un peu moins {de,d} | approchant | de l'ordre de"}, {tag{does: before, hedge: casualty.Exact}, "pas moins que"},
}

var peopleFrench = []row{
	{tag{does: person}, "personnes | individus | habitants | villageois | riverains | residents | gens | passagers | passants | voyageurs | touristes | ouvriers | employes | salaries | mineurs isoles | agriculteurs | paysans | eleveurs | bergers | pecheurs | marins | chauffeurs | conducteurs | manifestants | fideles | migrants | refugies | prisonniers | detenus | otages | agents | gardes | secouristes | pompiers | sauveteurs | sapeurs-pompiers | membres | proches | parents | adultes | ressortissants | citoyens | etudiants | spectateurs | clients | commercants | randonneurs | automobilistes | cyclistes | pietons | benevoles | Palestiniens | Israeliens | Ukrainiens | Russes | Syriens | Libanais | Maliens | Nigeriens | Burkinabe | Francais | Italiens | autres"},
	{tag{does: person, pop: casualty.Civilians}, "civils | civiles"}, {tag{does: person | single, pop: casualty.Civilians}, "civil | civile"},
	{tag{does: person | single}, "personne | individu | habitant | habitante | villageois | riverain | passager | passant | voyageur | touriste | ouvrier | employe | employee | agriculteur | berger | pecheur | marin | chauffeur | conducteur | manifestant | migrant | prisonnier | detenu | agent | garde | secouriste | pompier | sauveteur | membre | etudiant | commercant | randonneur | automobiliste | cycliste | motard | pieton | adulte | ressortissant | octogenaire | septuagenaire | sexagenaire | quinquagenaire | quadragenaire | trentenaire"},
	{tag{does: person, group: casualty.Women}, "femmes | meres | filles adultes | retraitees | femmes enceintes | religieuses"}, {tag{does: person | single, group: casualty.Women}, "femme | mere | soeur | grand-mere | retraitee | epouse | jeune femme | femme enceinte | ressortissante | passagere"},
	{tag{does: person, group: casualty.Men}, "hommes | peres | freres"}, {tag{does: person | single, group: casualty.Men}, "homme | pere | frere | grand-pere | jeune homme | mari | fils"},
	{tag{does: person, group: casualty.Children}, "enfants | mineurs | bebes | nourrissons | adolescents | ecoliers | eleves | lyceens | collegiens"}, {tag{does: person | single, group: casualty.Children}, "enfant | mineur | mineure | bebe | nourrisson | adolescent | ecolier | eleve | lyceen"},
	{tag{does: person, group: casualty.Girls}, "fillettes | filles | adolescentes | jeunes filles"}, {tag{does: person | single, group: casualty.Girls}, "fillette | fille | adolescente | jeune fille | petite fille"},
	{tag{does: person, group: casualty.Boys}, "garcons | garconnets"}, {tag{does: person | single, group: casualty.Boys}, "garcon | garconnet | petit garcon"},
	{tag{does: person, group: casualty.Elderly}, "personnes agees | retraites | vieillards"}, {tag{does: person | single, group: casualty.Elderly}, "vieillard | retraite"},
	{tag{does: person, group: casualty.Journalists}, "journalistes | reporters | photographes"}, {tag{does: person | single, group: casualty.Journalists}, "journaliste | reporter | photographe"},
	{tag{does: person, group: casualty.AidWorkers}, "humanitaires | travailleurs humanitaires | employes humanitaires"}, {tag{does: person | single, group: casualty.AidWorkers}, "humanitaire | travailleur humanitaire"},
	{tag{does: person, group: casualty.HealthWorkers}, "medecins | infirmiers | infirmieres | soignants | ambulanciers | secouristes medicaux"}, {tag{does: person | single, group: casualty.HealthWorkers}, "medecin | infirmier | infirmiere | soignant | ambulancier"},
	{tag{does: person, group: casualty.Police}, "policiers | gendarmes | agents de police"}, {tag{does: person | single, group: casualty.Police}, "policier | policiere | gendarme"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "soldats | militaires | casques bleus"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "soldat | militaire | casque bleu"},
	{tag{does: person, pop: casualty.Combatants}, "combattants | miliciens | djihadistes | jihadistes | terroristes | rebelles | insurges | assaillants"}, {tag{does: person | single, pop: casualty.Combatants}, "combattant | milicien | djihadiste | terroriste | rebelle | insurge | assaillant"},
	{tag{does: person, group: casualty.Educators}, "enseignants | professeurs | instituteurs"}, {tag{does: person | single, group: casualty.Educators}, "enseignant | enseignante | professeur | instituteur"},
	{tag{does: other}, "autres | autre | supplementaires | de plus | nouveaux | nouvelles"},
	{tag{does: person}, "collegues | camarades | amis | cousins | voisins | deplaces | rapatries | fonctionnaires | elus | responsables | chefs | notables | imams | pretres | religieux | pelerins | baigneurs | skieurs | alpinistes | plongeurs | matelots | passagers clandestins | dockers | cheminots | techniciens | ingenieurs | artisans | vendeurs | vendeuses | bouchers | boulangers | chasseurs | gardiens | vigiles | gardes forestiers | rangers | orpailleurs | bucherons | cultivateurs | transporteurs | camionneurs | routiers | motards | riverains | sinistres | survivants | rescapes | suspects | agresseurs | braqueurs | supporters | militants | opposants | activistes | etrangers | expatries | Afghans | Irakiens | Iraniens | Turcs | Kurdes | Yemenites | Soudanais | Congolais | Camerounais | Tchadiens | Somaliens | Ethiopiens | Haitiens | Americains | Britanniques | Allemands | Espagnols | Chinois | Philippins | membres du personnel | membres des forces de l'ordre | travailleurs | travailleurs migrants | ouvriers agricoles | jeunes"},
	{tag{does: person | single}, "collegue | camarade | ami | amie | cousin | voisin | voisine | fonctionnaire | elu | responsable | chef | notable | imam | pretre | pelerin | skieur | alpiniste | plongeur | matelot | docker | cheminot | technicien | ingenieur | artisan | vendeur | vendeuse | chasseur | gardien | vigile | ranger | orpailleur | bucheron | cultivateur | camionneur | survivant | rescape | suspect | agresseur | militant | opposant | activiste | etranger | Palestinien | Palestinienne | Israelien | Ukrainien | Russe | Syrien | Libanais | Francais | Francaise | travailleur | jeune | passagere | conductrice | habitante | villageoise"},
	{tag{does: person | single, group: casualty.Women}, "mere de famille | mere de {deux,trois,quatre,cinq} enfants | grand-mere | dame | octogenaire femme | tante | niece | belle-mere"}, {tag{does: person | single, group: casualty.Men}, "pere de famille | pere de {deux,trois,quatre,cinq} enfants | oncle | neveu | beau-pere"}, {tag{does: person, group: casualty.Women}, "soeurs | epouses | grands-meres"},
	{tag{does: person, group: casualty.AidWorkers}, "employes d'ONG | agents humanitaires | acteurs humanitaires | personnels humanitaires | employes de l'ONU"}, {tag{does: person | single, group: casualty.AidWorkers}, "agent humanitaire | employe d'une ONG | employe de l'ONU"},
	{tag{does: person, group: casualty.HealthWorkers}, "personnels de sante | agents de sante | personnels soignants | membres du personnel medical | sages-femmes"}, {tag{does: person | single, group: casualty.HealthWorkers}, "agent de sante | sage-femme"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "paramilitaires | officiers | sous-officiers | parachutistes | fantassins"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "officier | sous-officier | parachutiste"},
	{tag{does: person, pop: casualty.Combatants}, "hommes armes | elements armes | islamistes | extremistes | islamistes armes"}, {tag{does: person | single, pop: casualty.Combatants}, "homme arme | islamiste"},
}

var thingsFrench = []row{
	{tag{does: thing}, "an{,s,nee,nees} | mois | semaine{,s} | jour{,s,nees} | heure{,s} | h | minute{,s} | seconde{,s} | kilometre{,s} | km | metre{,s} | hectare{,s} | tonne{,s} | kilo{,s} | kg | pour cent | euro{,s} | dollar{,s} | million{,s} d'euros | degres | fois"},
	{tag{does: thing}, "drone{,s} | missile{,s} | roquette{,s} | obus | bombe{,s} | mine{,s} | engin{,s} | balle{,s} | avion{,s} | helicoptere{,s} | cible{,s} | explosion{,s} | frappe{,s} | attaque{,s} | tir{,s} | raid{,s} | incident{,s} | bombardement{,s}"},
	{tag{does: thing}, "maison{,s} | immeuble{,s} | batiment{,s} | ecole{,s} | hopital | hopitaux | eglise{,s} | mosquee{,s} | village{,s} | ville{,s} | quartier{,s} | region{,s} | province{,s} | pays | site{,s} | camp{,s} | pont{,s} | route{,s} | voiture{,s} | vehicule{,s} | camion{,s} | bus | moto{,s} | bateau{,x} | train{,s} | char{,s} | foyer{,s} | logement{,s} | commune{,s} | animal | animaux | vache{,s} | boeufs | mouton{,s} | chien{,s} | cheval | chevaux | tete{,s} | cas | groupe{,s} | equipe{,s} | entreprise{,s} | boutique{,s} | lieu{,x} | point{,s} | etages | mandats | plaintes"},
	{tag{does: thing, word: familyOf}, "famille | famille entiere"}, {tag{does: thing}, "familles | menages | foyers | appareils | munitions | grenades | kalachnikovs | ecoliers absents | tentes | lits | doses | rations | kits | barrages | manifestations | evenements | communiques | deputes presents | sacs | passeports | villas | pirogues | navires | embarcations | hameaux | localites | arrondissements | cercles | villages incendies | heures plus tard | ans plus tard"},
}

var harmsFrench = []row{
	{tag{does: harmful | passive | active, harm: casualty.Killed}, "tue{,e,s,es} | abattu{,e,s,es} | execute{,e,s,es} | assassine{,e,s,es} | massacre{,s} | egorge{,s,e,es} | neutralise{,s,r} | elimine{,s}"},
	{tag{does: harmful | active, harm: casualty.Killed}, "tuant | tuent | tuer | ont tue | a tue | avoir tue | a coute la vie a | ont coute la vie a | coutant la vie a | coute la vie a | a fauche | faucher | avoir neutralise"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "decede{,e,s,es} | {est,sont,etaient} mort{,e,s,es} | mouru{,rent,t} | {a,ont,avaient,avait} {perdu la vie,trouve la mort,peri,succombe} | peri | succombe | perdu la vie | trouve la mort | retrouve{,e,s,es} mort{,e,s,es} | noye{,e,s,es} | portes morts | perdre la vie"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "mort{,e,s,es}"},
	{tag{does: harmful | harmed, harm: casualty.Killed}, "morts | tues | corps | cadavres | deces | martyrs | corps sans vie | depouilles"},
	{tag{does: harmful | harmed | single, harm: casualty.Killed}, "mort | tue | cadavre | corps | martyr | corps sans vie"},
	{tag{does: harmful | event, harm: casualty.Killed}, "pertes en vies humaines"}, {tag{does: harmful | active, harm: casualty.Killed}, "{,la,le} {mort,deces} {de,d}"},
	{tag{does: harmful | passive | active, harm: casualty.Injured}, "blesse{,e,s,es} | hospitalise{,e,s,es} | brule{,e,s,es} | intoxique{,e,s,es} | atteint{,s} par balle{,s}"},
	{tag{does: harmful | active, harm: casualty.Injured}, "blessant | blesser | blessent | ont blesse | a blesse"},
	{tag{does: harmful | harmed, harm: casualty.Injured}, "blesses | blessees"}, {tag{does: harmful | harmed | single, harm: casualty.Injured}, "blesse"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "{a,ont} ete {hospitalise,transporte,evacue,conduit}{,e,s,es} {a l'hopital,vers l'hopital} | transportes a l'hopital"},
	{tag{does: harmful | passive | serious, harm: casualty.Injured}, "entre la vie et la mort"},
	{tag{does: harmful | event, harm: casualty.Injured}, "blessures"},
	{tag{does: harmful | harmed, harm: casualty.Casualties}, "victime{,s}"},
	{tag{does: harmful | passive, harm: casualty.Casualties}, "morts et blesses | tues et blesses | tues ou blesses"},
	{tag{does: harmful | event, harm: casualty.Casualties}, "perte{,s} | perte{,s} humaine{,s}"},
	{tag{does: person | victim, harm: casualty.Casualties}, "victimes"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "disparu{,e,s,es} | porte{,e,s,es} disparu{,e,s,es} | dont on est sans nouvelles | sans nouvelles | sous les decombres | enseveli{,e,s,es} | manquent a l'appel | introuvables"},
	{tag{does: harmful | harmed, harm: casualty.Missing}, "disparus"},
	{tag{does: harmful | passive | active, harm: casualty.Detained}, "arrete{,e,s,es} | interpelle{,e,s,es} | detenu{,e,s,es} | emprisonne{,e,s,es} | incarcere{,e,s,es} | place{,e,s,es} en garde a vue | capture{,e,s,es}"},
	{tag{does: harmful | event, harm: casualty.Detained}, "arrestations | interpellations"},
	{tag{does: harmful | passive | active, harm: casualty.Abducted}, "enleve{,e,s,es} | kidnappe{,e,s,es} | pris{,e,es} en otage"},
	{tag{does: harmful | harmed, harm: casualty.Displaced}, "deplaces | deplacees"},
	{tag{does: harmful | active, harm: casualty.Killed, word: peopleOnly}, "{a,ont,avoir} perdu | perdu"},
	{tag{does: harmful | passive | active, harm: casualty.Displaced}, "{ont,a,avaient} fui | deplace{,e,s,es} | {contraint,force}{,s,es} de fuir | chasse{,e,s,es} de {leur,leurs} {foyer,foyers,maisons} | sans abri"},
	{tag{does: harmful | event, harm: casualty.Displaced}, "le deplacement | deplacement | un deplacement | le deplacement force | deplacements"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "{retrouve,retrouvee,retrouves,retrouvees,decouvert,decouverte,decouverts} {sans vie,mort,morte,morts,mortes} | {est,sont} {decede,decedee,decedes,decedees} | trouve{,nt} la mort | perd{,ent} la vie | per{it,issent} | peri | meurt | meurent | {a,ont} ete {tue,tues,tuee,tuees} | {laisse,laisses} pour mort{,s} | emporte{s,es} par les eaux | noyes | {mortellement} {blesse,blesses,blessee,blessees,touche,touches} | tombe{s,es} sous les balles | lynche{,e,s,es} | decapite{,e,s,es} | pendu{,e,s,es} | fusille{,e,s,es} | brule{s,es,e,} vi{f,fs,ve,ves} | cribles de balles"},
	{tag{does: harmful | active, harm: casualty.Killed}, "{fait,faisant,fit,firent} perir | causant la mort {de,d} | {a,ont} cause la mort {de,d} | provoquant la mort {de,d} | {a,ont} provoque la mort {de,d} | entrainant la mort {de,d} | {a,ont} entraine la mort {de,d} | {emporte,emportant,emporta} la vie {de,d} | fauche | massacrant | executant | abattant | egorgeant | assassinant | {a,ont} ote la vie a | massacrent | abattent | executent"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "morts | tues | deces"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "pris{,e,es} en charge | {souffre,souffrent} de {blessures,brulures,fractures} | {a,ont} ete {admis,admise,admises,transferes,transferees,transporte,transportee,transportes,transportees,evacues,evacuees,conduits,conduites} {a l'hopital,vers l'hopital,a l'hopital le plus proche,dans un hopital,dans des hopitaux,vers des hopitaux} | {admis,admise,admises,soigne,soignee,soignes,soignees,traites} a l'hopital | touche{,e,s,es} par {balle,balles,des eclats,des tirs} | amputes | electrocutes | commotionne{,e,s,es} | choque{s,es} | contusionne{s,es}"},
	{tag{does: harmful | active, harm: casualty.Injured}, "{,en} blessant | blesse{,nt} | {a,ont} fait des blesses parmi | touchant"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "{est,sont,restent,reste} {portees,portes,porte,portee,toujours} disparu{,e,s,es} | {manque,manquent} {toujours,encore,} a l'appel | coinces sous les decombres | coincees sous les decombres | piege{s,es} sous les decombres | {toujours,encore} sous les decombres | sous les gravats | recherche{s,es}"},
	{tag{does: harmful | active, harm: casualty.Abducted}, "enlevant | kidnappant | {a,ont} enleve | {a,ont} kidnappe | {emmene,emmenes,emmenees,emmenant} de force | kidnappent | enlevent"},
	{tag{does: harmful | event, harm: casualty.Abducted}, "enlevement {de,d} | l'enlevement {de,d} | rapt {de,d}"},
	{tag{does: harmful | active, harm: casualty.Detained}, "arretant | interpellant | {a,ont} arrete | {a,ont} interpelle | arrete{nt} | interpelle{nt}"}, {tag{does: harmful | event, harm: casualty.Detained}, "l'arrestation {de,d} | arrestation {de,d} | l'interpellation {de,d} | detention {de,d}"}, {tag{does: harmful | passive, harm: casualty.Detained}, "place{,e,s,es} en detention | ecroue{,e,s,es} | mis{,e,es} en examen | en detention | {fait,faite,faits,faites} prisonnier{,e,s,es} | sous les verrous"},
	{tag{does: harmful | active, harm: casualty.Displaced}, "deplacant | {a,ont} deplace | {a,ont} {force,contraint,pousse,oblige} | {forcant,contraignant,poussant,obligeant} | {a,ont} jete sur les routes | jetant sur les routes | chassant"}, {tag{does: harmful | passive, harm: casualty.Displaced}, "{ont,a} du fuir | {ont,a} du quitter {leur,leurs} {maison,maisons,domicile,domiciles,foyers,foyer,habitations,village,villages} | {ont,a} {quitte,abandonne} {leur,leurs} {maison,maisons,domicile,domiciles,foyers,habitations,village,villages} | sans {toit,logement,foyer} | {ont,a} trouve refuge | {se sont,s'est} {refugiees,refugies,refugie} | {fuient,fuyant,fui}"},
}

var grammarFrench = []row{
	{tag{does: article | number, n: 1}, "un | une"},
	{tag{does: and}, "et | ainsi que | plus"},
	{tag{does: the}, "le | la | les | l | ces | cette | ce | des"},
	{tag{does: the, word: possessive}, "son | sa | ses | leur | leurs"},
	{tag{does: of}, "de | d | des | du"},
	{tag{does: ofThem}, "d'entre eux | d'entre elles | parmi eux | dont"},
	{tag{does: including}, "dont | parmi lesquels | parmi lesquelles | y compris | parmi eux | notamment | au nombre desquels"},
	{tag{does: among}, "parmi"},
	{tag{does: no}, "aucun | aucune | pas {,eu,fait,cause,provoque,signale} {de,d} | ni"}, {tag{does: nobody}, "personne n | personne ne"},
	{tag{does: without}, "sans | sans faire de | sans faire"}, {tag{does: not}, "et non | non | plutot que"},
	{tag{does: relative}, "qui | que | lequel | laquelle | lesquels"},
	{tag{does: preposition, word: inside}, "a | en | dans | pres de | au"},
	{tag{does: preposition}, "en | dans | sur | sous | apres | avant | pendant | durant | lors de | pres | contre | par | vers | depuis | chez | avec | pour | a | au | aux"},
	{tag{does: clause}, "alors que | tandis que | quand | lorsque | mais | car | ou | comme | qu | si"},
	{tag{does: auxiliary | skip | needsAux}, "ete | est | sont | etait | etaient | sera | seraient | etre | furent | fut | soient | se sont"},
	{tag{does: auxiliary | skip}, "figurent | figure | se trouvent | on compte | a | ont | avait | avaient | auraient | aurait | avoir | ayant"},
	{tag{does: skip}, "aussi | egalement | deja | encore | par ailleurs | toujours | grievement | la moindre | le moindre | moindre | ne | n | legerement | mortellement | jeune | jeunes | presumes | presume"},
	{tag{does: serious | skip}, "grievement | gravement | grave | graves | dans un etat grave | dans un etat critique | en urgence absolue | serieusement"},
	{tag{does: reported | skip}, "enregistre{,e,s,es} | signale{,e,s,es} | a signaler | fait etat de"},
	{tag{does: verb}, "sauve{,e,s,es} | secouru{,e,s,es} | evacue{,e,s,es} | libere{,e,s,es} | survecu | vivent | vivaient | habitent | travaillaient | detruit{,e,s,es} | endommage{,e,s,es} | deploye{,s} | mobilise{,s}"},
	{tag{does: verb | say}, "declare | dit | affirme | annonce | indique | precise | rapporte | explique | assure | ajoute | confirme | raconte | signale"},
	{tag{does: accordingTo}, "selon | d'apres"}, {tag{does: accordingTo | pronoun}, "{selon,d'apres} {lui,elle}"}, {tag{does: verb | say}, "a t on appris | on a appris"}, {tag{does: pronoun}, "il | elle"},
	{tag{does: age}, "agee{,s} de | age{,s} de"},
	{tag{does: clause, word: bringing}, "{portant,ce qui porte,faisant passer} {le,a}"},
	{tag{does: office}, "ministere | armee | police | autorites | gouvernement | agence | pompiers | prefecture | parquet | source | sources"},
	{tag{does: office, word: oneSpeaker}, "prefet | maire | ministre | president | porte-parole | procureur | gouverneur | chef"},
	{tag{does: thereIs}, "il y a | il y a eu | il y avait | font etat de | a fait etat de | fait etat de"},
	{tag{does: month}, "janvier | fevrier | mars | avril | mai | juin | juillet | aout | septembre | octobre | novembre | decembre"},
	{tag{does: weekday}, "lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche"},
	{tag{does: rank}, "lieutenant | colonel | general | capitaine | sergent | commandant | adjudant | caporal"},
	{tag{does: including}, "parmi eux | parmi elles | au nombre desquelles | parmi lesquels figurent | a savoir"}, {tag{does: ofThem}, "parmi lesquels | d'entre elles | parmi elles | de ceux-ci"}, {tag{does: number | ofThem, n: 1}, "l'un d'eux | l'un d'entre eux | l'une d'elles | l'une d'entre elles | un d'entre eux | une d'entre elles | un d'eux"},
	{tag{does: thereIs}, "a fait | ont fait | faisant | fait | font | faisait | a cause | ont cause | causant | deplore | deplorent | a provoque | on compte | on denombre | on deplore | compte | denombre"}, {tag{does: skip}, "retrouve{,e,s,es} | decouvert{,e,s,es} | deplorer | deplore{,e,s,es} | desormais | a ce jour | recemment | tres | plus | non | autant | notamment | tous deux | respectivement"},
	{tag{does: no}, "n'a {fait,cause,provoque,entraine} {aucun,aucune,ni} | ne deplore aucun{,e} | pas de | pas d"}, {tag{does: without}, "sans qu'il y ait de | sans causer de | sans provoquer de | sans faire de"},
	{tag{does: serious | skip}, "en reanimation | en soins intensifs | en urgence relative | {dont le,leur,son} pronostic vital est engage | dans un etat {serieux,preoccupant,desespere} | {grievement,gravement,serieusement} atteint{,s}"},
	{tag{does: say, word: disputed}, "{dement,dementi,nie,demente,dementent,nient,rejette,rejete,refute} {,les informations,des informations,les accusations,avoir} {,selon lesquelles,faisant etat de} | a dementi | a nie avoir"}, {tag{does: verb, word: disputing}, "conteste{,nt} | dementi{,e,es,s} | contredit{,e}"},
	{tag{does: skip, word: relativeDay, n: today}, "aujourd'hui"}, {tag{does: skip, word: relativeDay, n: yesterday}, "hier"}, {tag{does: skip, word: relativeDay, n: dayBefore}, "avant-hier"}, {tag{does: skip, word: relativeDay, n: overnight}, "dans la nuit | cette nuit | la nuit derniere"},
	{tag{does: modal}, "pourrait | pourraient | peut | peuvent | risque de | risquent de"},
}

var contextFrench = []row{
	{tag{does: reported | skip | say, word: recording}, "{a,ont,avait,avaient} {recense,enregistre,documente,verifie,comptabilise,denombre}"},
	{tag{does: toll, harm: casualty.Killed}, "nombre de morts | nombre de tues | bilan humain | bilan"}, {tag{does: toll}, "nombre de | nombre des"},
	{tag{does: reaches}, "a | est de | s'eleve a | atteint | passe a | porte a | etait de | grimpe a | s'etablit a"},
	{tag{does: reaches | withdrawn}, "passe de | passee de"},
	{tag{does: withdrawn}, "contre | au lieu de | et non | et pas"},
	{tag{does: formerly}, "precedent bilan | d'abord | auparavant | initialement | dans un premier temps"},
	{tag{does: cumulative}, "cette annee | au cours {du,de la,de l'} {mois,annee,semaine} {ecoule,ecoulee,derniere,dernier,passe,passee}"},
	{tag{does: since}, "depuis"}, {tag{does: began}, "debut | guerre | conflit | offensive | coup d'etat | invasion"},
	{tag{does: superlative}, "pire | plus meurtriere | plus meurtrier | premiere | premier | plus grave"},
	{tag{does: year}, "en | durant | pendant | au cours de"},
	{tag{does: elsewhere}, "l'an dernier | l'annee derniere | le mois dernier | la semaine derniere | la semaine precedente | {ans,mois,semaines} plus tot | dans une autre attaque"},
	{tag{does: pluperfect}, "avait | avaient"},
	{tag{does: aside}, "lire aussi | a lire aussi"},
	{tag{does: every}, "tous | toutes | tous des | toutes des"},
	{tag{does: formerly, word: superseded}, "{precedent,precedente} {bilan,estimation,decompte} | bilan precedent | bilan {anterieur,initial} | dernier bilan en date faisait | bilan {precedemment,auparavant} {annonce,communique}"},
	{tag{does: toll}, "nombre total de | nombre total des"}, {tag{does: toll, harm: casualty.Killed}, "nombre de deces | nombre des morts | nombre de personnes tuees | bilan des morts | bilan provisoire | bilan officiel"}, {tag{does: toll, harm: casualty.Injured}, "nombre de blesses | nombre des blesses"},
	{tag{does: reaches}, "s'eleve desormais a | s'est alourdi a | s'alourdit a | est monte a | monte a | est passe a | est porte a | a grimpe a | s'etablissait a | est desormais de | s'elevait a | s'est eleve a | a atteint | depasse | avoisine"}, {tag{does: reaches | withdrawn}, "est passe de"},
	{tag{does: cumulative}, "{au cours de l',dans l',} annee ecoulee | depuis le debut de l'annee | depuis janvier | a ce jour depuis | au cours des {douze,six,trois,deux} derniers mois | ces {deux,trois,cinq,dix} dernieres annees | en l'espace de {deux,trois,six} mois"},
	{tag{does: elsewhere}, "il y a {un,deux,trois,quatre,cinq,six} {an,ans,mois,semaines,jours} | en represailles | {mois,semaines,jours,ans} auparavant | dans un autre incident | dans un incident distinct | le mois precedent | l'annee precedente"},
	{tag{does: reaches | before, hedge: casualty.MoreThan}, "depasse | depassent | a depasse | ont depasse | depassait"},
}
